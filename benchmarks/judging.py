"""The engines that hold a case against the shapes, and whether they find the same."""

from collections.abc import Callable, Iterator
from itertools import islice

import pyshacl
from rdflib import Graph

from benchmarks.conversion import said
from benchmarks.measuring import Bench, Row, median, row
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.register import register
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import folders, register_files
from kv2rdf.validation.double_check import Closure
from kv2rdf.validation.engines import Pyshacl, Turbo, shapes_in
from kv2rdf.validation.results import Complaint

_CASES = 40


def rows(bench: Bench) -> Iterator[Row]:
    """Measure the engine, the reference as we call it, and pyshacl as anybody calls it."""
    shapes = shapes_in(folders.folder("shapes"))
    texts = list(_ntriples(bench))
    turbo, reference = Turbo(shapes), Pyshacl(shapes)
    same = sum(_found(turbo.validate, text) == _found(reference.validate, text) for text in texts)
    number = len(texts)
    engine = row("SHACL: turbo", number, _taken(turbo.validate, texts, bench.runs))
    remark = f"the same results in {same} of {number} cases"
    yield engine
    prepared = _taken(reference.validate, texts, bench.runs)
    yield row("SHACL: pyshacl, queries parsed once", number, prepared, engine, remark)
    plain = _taken(lambda text: _plain(text, shapes), texts, 1)
    yield row("SHACL: pyshacl as it comes", number, plain, engine)


def _ntriples(bench: Bench) -> Iterator[str]:
    """Give some cases with the register rows they name, spread over all."""
    start = register_files.read(folders.folder("seeds"))
    closure = Closure(register(start.register, Addresses(HOME)))
    step = max(1, len(bench.documents) // _CASES)
    for graphs in islice(said(bench.documents), 0, _CASES * step, step):
        triples = [triple for _, rows_ in graphs for triple in rows_]
        yield "".join(sorted(set(nquads.triples([*triples, *closure.of(triples)]))))


def _found(
    validate: Callable[[str], tuple[Complaint, ...]], text: str
) -> set[tuple[str, str, str, str, str, str]]:
    return {complaint.finding for complaint in validate(text)}


def _taken(validate: Callable[[str], object], texts: list[str], runs: int) -> float:
    validate(texts[0])
    return median(lambda: [validate(text) for text in texts], runs)


def _plain(text: str, shapes: Graph) -> None:
    pyshacl.validate(Graph().parse(data=text, format="nt"), shacl_graph=shapes, inplace=True)

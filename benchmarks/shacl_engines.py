"""The SHACL engines that validate a case, and whether they return the same results."""

from collections.abc import Callable, Iterator
from itertools import islice

import pyshacl
from rdflib import Graph

from benchmarks.conversion import cluster_statements
from benchmarks.measurement import Benchmark, Row, median_seconds, row
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import (
    register_files,
    shipped_folders,
)
from kv2rdf.validation.cluster_register_rows import RegisterClosure, triples_of
from kv2rdf.validation.engines import Pyshacl, Shacl, shapes_in
from kv2rdf.validation.results import ShapeResult

_CASES = 40


def rows(bench: Benchmark) -> Iterator[Row]:
    """Measure the fast engine, the reference engine, and pyshacl without preparation."""
    shapes = shapes_in(shipped_folders.folder("shapes"))
    texts = list(_ntriples(bench))
    fast, reference = Shacl(shapes), Pyshacl(shapes)
    same = sum(
        _result_keys(fast.validate, text) == _result_keys(reference.validate, text)
        for text in texts
    )
    number = len(texts)
    engine = row("SHACL: shacl", number, _seconds(fast.validate, texts, bench.runs))
    remark = f"the same results in {same} of {number} cases"
    yield engine
    prepared = _seconds(reference.validate, texts, bench.runs)
    yield row("SHACL: pyshacl, queries parsed once", number, prepared, engine, remark)
    plain = _seconds(lambda text: _validate_unprepared(text, shapes), texts, 1)
    yield row("SHACL: pyshacl, not prepared", number, plain, engine)


def _ntriples(bench: Benchmark) -> Iterator[str]:
    """Yield the N-Triples of some cases, with the register entries that they need."""
    seeds = register_files.read_seeds(shipped_folders.folder("seeds"))
    at = Addresses(HOME)
    closure = RegisterClosure(register(seeds.register, at), PeopleRows(seeds.register, at))
    step = max(1, len(bench.documents) // _CASES)
    for statements in islice(cluster_statements(bench.documents), 0, _CASES * step, step):
        triples = [triple for _, rows_ in statements for triple in rows_]
        yield "".join(
            sorted(set(nquads.triple_lines([*triples, *triples_of(closure.rows_for(triples))])))
        )


def _result_keys(
    validate: Callable[[str], tuple[ShapeResult, ...]], text: str
) -> set[tuple[str, str, str, str, str, str]]:
    return {result.comparison_key for result in validate(text)}


def _seconds(validate: Callable[[str], object], texts: list[str], runs: int) -> float:
    validate(texts[0])
    return median_seconds(lambda: [validate(text) for text in texts], runs)


def _validate_unprepared(text: str, shapes: Graph) -> None:
    pyshacl.validate(Graph().parse(data=text, format="nt"), shacl_graph=shapes, inplace=True)

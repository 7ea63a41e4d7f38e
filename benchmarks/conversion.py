"""From XML to sorted, hashed N-Quads, and to Turtle, on one core, against parsing alone."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from time import process_time
from typing import TypeAlias, TypeVar

from lxml import etree

from benchmarks import documents
from benchmarks.measuring import Bench, Row, median, row
from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import Kv2rdfError
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.linking.cases.clusters import clusters
from kv2rdf.linking.people.matching import Identities
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.paper import Paper
from kv2rdf.rdf import nquads, rdflib_graph, turtle
from kv2rdf.rdf.terms import Iri, Triple
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import folders, register_files
from kv2rdf.sources import formats
from kv2rdf.sources.input.documents import Found

_AT = Addresses(HOME)
Said: TypeAlias = list[tuple[Iri, list[Triple]]]
"""What we say about a cluster, graph by graph."""

Written: TypeAlias = Sequence[tuple[Iri, Sequence[str]]]
"""The same as lines of N-Triples, each once in its graph."""

Document: TypeAlias = tuple[str, bytes]
"""A document's id and its XML."""

_Made = TypeVar("_Made")
_median = partial(median, clock=process_time)
"""By the processor's time: one core's work, whatever else the machine does."""

_LARGE = 200
_WORDS = 200
"""So many words a question make documents of about 30 KB."""


def rows(bench: Bench) -> Iterator[Row]:
    """Measure the floor, the conversion and its Turtle, each stage of it, and rdflib's own way.

    Then the first three again, on generated documents of about 30 KB.
    """
    floor, convert, with_turtle = _measured(bench.documents, "", bench.runs)
    yield from (floor, convert, with_turtle)
    yield from _stages(bench.documents, floor)
    some = bench.documents[:100]
    taken = _median(lambda: _exhaust(map(_by_rdflib, said(some))), bench.runs)
    yield row("rdflib's graph and Turtle", len(some), taken, convert)
    yield from _measured(documents.generated(_LARGE, _WORDS), " of 30 KB", bench.runs)


def _measured(measured: Sequence[Document], kind: str, runs: int) -> Iterator[Row]:
    number = len(measured)
    floor = row(f"parse (lxml){kind}", number, _median(lambda: _parse(measured), runs))
    yield floor
    quads = sum(map(len, converted(measured))) / number
    taken = _median(lambda: _exhaust(converted(measured)), runs)
    yield row(f"convert to sorted N-Quads{kind}", number, taken, floor, f"{quads:.0f} quads each")
    taken = _median(lambda: _exhaust(map(both, said(measured))), runs)
    yield row(f"convert, with Turtle{kind}", number, taken, floor)


def _stages(measured: Sequence[Document], floor: Row) -> Iterator[Row]:
    """Measure each stage on its own, once over all documents, cluster by cluster."""
    start = register_files.read(folders.folder("seeds"))
    taken: defaultdict[str, float] = defaultdict(float)

    def clocked(stage: str, work: Callable[[], _Made]) -> _Made:
        begin = process_time()
        made = work()
        taken[stage] += process_time() - begin
        return made

    read = clocked("read", lambda: _read(measured, start))
    for cluster in clocked("group and assemble", lambda: list(_assembled(read, start))):
        statements = clocked("map", partial(_mapped, cluster, start))
        clocked("write lines, sort, hash", partial(_lines, statements))
        clocked("Turtle", partial(_turtle, _written(statements)))
    for stage, seconds in taken.items():
        yield row(f"of it: {stage}", len(measured), seconds, floor)


def said(measured: Iterable[Document]) -> Iterator[Said]:
    """Read, group and map all documents; what is held back says nothing."""
    start = register_files.read(folders.folder("seeds"))
    for cluster in _assembled(_read(measured, start), start):
        if statements := _mapped(cluster, start):
            yield statements


def _read(
    measured: Iterable[Document], start: register_files.Seeds
) -> dict[str, tuple[Paper, ...]]:
    read = {}
    for name, xml in measured:
        found = Found(id=name, content=xml, sha256=hashlib.sha256(xml).hexdigest())
        with suppress(Kv2rdfError):
            read[name] = formats.papers(found, start.lookups)
    return read


def _assembled(
    read: Mapping[str, tuple[Paper, ...]], start: register_files.Seeds
) -> Iterator[Cluster]:
    identities = Identities.of(start.register)
    keyed = [(id_, [k for p in papers for k in case_keys(p)]) for id_, papers in read.items()]
    for ids in clusters(keyed):
        with suppress(Kv2rdfError):
            yield assemble([paper for id_ in ids for paper in read[id_]], identities)


def _mapped(cluster: Cluster, start: register_files.Seeds) -> Said:
    with suppress(Kv2rdfError):
        return [(g, list(t)) for g, t in mapping.statements(cluster, start.register, _AT)]
    return []


def converted(measured: Iterable[Document]) -> Iterator[list[str]]:
    """Give the sorted lines of each cluster, hashed."""
    return map(_lines, said(measured))


def _lines(graphs_: Said) -> list[str]:
    return _hashed(line for graph, triples in graphs_ for line in nquads.lines(triples, graph))


def both(graphs_: Said) -> tuple[list[str], str]:
    """Give the sorted lines of a cluster, hashed, and its Turtle, out of lines written once."""
    written = _written(graphs_)
    lines = _hashed(line for graph, triples in written for line in nquads.placed(triples, graph))
    return lines, _turtle(written)


def _written(graphs_: Said) -> Written:
    return [(graph, tuple(dict.fromkeys(nquads.triples(triples)))) for graph, triples in graphs_]


def _hashed(lines: Iterable[str]) -> list[str]:
    ordered = sorted(set(lines))
    hashlib.sha256("".join(ordered).encode()).hexdigest()
    return ordered


def _parse(measured: Iterable[Document]) -> None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    for _, xml in measured:
        try:
            etree.fromstring(xml, parser)
        except etree.XMLSyntaxError:
            continue


def _turtle(written: Written) -> str:
    return turtle.dossier([("All", chain.from_iterable(lines for _, lines in written))], HOME)


def _by_rdflib(graphs_: Said) -> str:
    return rdflib_graph.graph(triple for _, triples in graphs_ for triple in triples).serialize()


def _exhaust(things: Iterator[object]) -> None:
    for _ in things:
        pass

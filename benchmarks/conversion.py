"""The conversion of XML to sorted N-Quads and Turtle on one core, compared with parsing alone."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from time import process_time
from typing import TypeAlias, TypeVar

from lxml import etree

from benchmarks.documents import generated_documents
from benchmarks.measurement import Benchmark, Row, median_seconds, medians_in_turn, row
from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import Kv2rdfError
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.linking.cases.clusters import clusters
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.paper import Paper
from kv2rdf.rdf import nquads, rdflib_graph, turtle
from kv2rdf.rdf.terms import Iri, Triple
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import (
    register_files,
    shipped_folders,
)
from kv2rdf.sources import formats
from kv2rdf.sources.input.documents import InputDocument

_ADDRESSES = Addresses(HOME)
Statements: TypeAlias = list[tuple[Iri, list[Triple]]]
"""The triples of a cluster, by graph."""

GraphLines: TypeAlias = Sequence[tuple[Iri, Sequence[str]]]
"""The lines of N-Triples of a cluster, by graph, without duplicates."""

Document: TypeAlias = tuple[str, bytes]
"""A document's id and its XML."""

_Result = TypeVar("_Result")
_median = partial(median_seconds, clock=process_time)
"""The median processor time, which depends less than elapsed time on other processes."""

_LARGE_DOCUMENTS = 200
_WORDS = 200
"""The number of words in a question in documents of about 30 KB."""


def rows(bench: Benchmark) -> Iterator[Row]:
    """Measure parsing alone (the floor), the conversion, and rdflib, and yield the rows.

    The conversion is measured to N-Quads, to N-Quads and Turtle, and by stage. The floor and the
    conversion are measured again on generated documents of about 30 KB.
    """
    floor, convert, with_turtle = _conversion_rows(bench.documents, "", bench.runs)
    yield from (floor, convert, with_turtle)
    yield from _stage_rows(bench.documents, floor)
    sample = bench.documents[:100]
    seconds = _median(lambda: _exhaust(map(_rdflib_turtle, cluster_statements(sample))), bench.runs)
    yield row("rdflib's graph and Turtle", len(sample), seconds, convert)
    yield from _conversion_rows(
        generated_documents(_LARGE_DOCUMENTS, _WORDS), " of 30 KB", bench.runs
    )


def _conversion_rows(documents: Sequence[Document], kind: str, runs: int) -> Iterator[Row]:
    number = len(documents)
    quads = sum(map(len, sorted_quads(documents))) / number
    parse, convert, with_turtle = medians_in_turn(
        (
            lambda: _parse(documents),
            lambda: _exhaust(sorted_quads(documents)),
            lambda: _exhaust(map(quads_and_turtle, cluster_statements(documents))),
        ),
        runs,
        process_time,
    )
    floor = row(f"parse (lxml){kind}", number, parse)
    yield floor
    yield row(f"convert to sorted N-Quads{kind}", number, convert, floor, f"{quads:.0f} quads each")
    yield row(f"convert, with Turtle{kind}", number, with_turtle, floor)


def _stage_rows(documents: Sequence[Document], floor: Row) -> Iterator[Row]:
    """Measure each stage alone, once, over all documents."""
    seeds = register_files.read_seeds(shipped_folders.folder("seeds"))
    seconds_by_stage: defaultdict[str, float] = defaultdict(float)

    def timed(stage: str, work: Callable[[], _Result]) -> _Result:
        begin = process_time()
        result = work()
        seconds_by_stage[stage] += process_time() - begin
        return result

    papers = timed("read", lambda: _read(documents, seeds))
    for cluster in timed("group and assemble", lambda: list(_clusters(papers, seeds))):
        statements = timed("map", partial(_statements, cluster))
        timed("write lines, sort, hash", partial(_sorted_quads, statements))
        timed("Turtle", partial(_turtle, _graph_lines(statements)))
    for stage, seconds in seconds_by_stage.items():
        yield row(f"stage: {stage}", len(documents), seconds, floor)


def cluster_statements(documents: Iterable[Document]) -> Iterator[Statements]:
    """Read, group and map documents. Yield the triples of each cluster that is not held back."""
    seeds = register_files.read_seeds(shipped_folders.folder("seeds"))
    for cluster in _clusters(_read(documents, seeds), seeds):
        if statements := _statements(cluster):
            yield statements


def _read(
    documents: Iterable[Document], seeds: register_files.Seeds
) -> dict[str, tuple[Paper, ...]]:
    papers = {}
    for id_, xml in documents:
        document = InputDocument(id=id_, content=xml, sha256=hashlib.sha256(xml).hexdigest())
        with suppress(Kv2rdfError):
            papers[id_] = formats.read_publication(document, seeds.lookups)
    return papers


def _clusters(
    papers: Mapping[str, tuple[Paper, ...]], seeds: register_files.Seeds
) -> Iterator[Cluster]:
    matcher = PersonMatcher.of(seeds.register)
    keys = [(id_, [k for p in ps for k in case_keys(p)]) for id_, ps in papers.items()]
    for ids in clusters(keys):
        with suppress(Kv2rdfError):
            yield assemble([paper for id_ in ids for paper in papers[id_]], matcher)


def _statements(cluster: Cluster) -> Statements:
    with suppress(Kv2rdfError):
        return [(g, list(t)) for g, t in mapping.statements(cluster, _ADDRESSES)]
    return []


def sorted_quads(documents: Iterable[Document]) -> Iterator[list[str]]:
    """Return an iterator over the sorted N-Quads of each cluster, which are hashed as well."""
    return map(_sorted_quads, cluster_statements(documents))


def _sorted_quads(statements: Statements) -> list[str]:
    return _sort_and_hash(
        line for graph, triples in statements for line in nquads.quad_lines(triples, graph)
    )


def quads_and_turtle(statements: Statements) -> tuple[list[str], str]:
    """Return the sorted N-Quads of a cluster and its Turtle, from the same lines of N-Triples."""
    graph_lines = _graph_lines(statements)
    lines = _sort_and_hash(
        line for graph, triples in graph_lines for line in nquads.as_quads(triples, graph)
    )
    return lines, _turtle(graph_lines)


def _graph_lines(statements: Statements) -> GraphLines:
    return [
        (graph, tuple(dict.fromkeys(nquads.triple_lines(triples)))) for graph, triples in statements
    ]


def _sort_and_hash(lines: Iterable[str]) -> list[str]:
    ordered = sorted(set(lines))
    hashlib.sha256("".join(ordered).encode()).hexdigest()
    return ordered


def _parse(documents: Iterable[Document]) -> None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    for _, xml in documents:
        try:
            etree.fromstring(xml, parser)
        except etree.XMLSyntaxError:
            continue


def _turtle(graph_lines: GraphLines) -> str:
    return turtle.dossier([("All", chain.from_iterable(lines for _, lines in graph_lines))], HOME)


def _rdflib_turtle(statements: Statements) -> str:
    return rdflib_graph.graph(triple for _, triples in statements for triple in triples).serialize()


def _exhaust(items: Iterator[object]) -> None:
    for _ in items:
        pass

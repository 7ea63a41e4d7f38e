"""A golden case: a folder of documents, and the expected Turtle of their cases."""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

from rdflib import Graph

from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.linking.cases.clusters import clusters
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.paper import Paper
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Triple
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.sources import formats
from kv2rdf.sources.input import documents
from kv2rdf.validation.cluster_register_rows import RegisterClosure, triples_of
from tests.golden_turtle import CaseGraph, grouped_turtle
from tests.papers import person_matcher, real_seeds

EXPECTED = "expected.ttl"
ROOT = folder("seeds").parent


def case_documents(case: Path) -> tuple[Path, ...]:
    """Return the documents of a case: those in its folder, or those listed in its SOURCES."""
    listed = case / "SOURCES"
    if listed.exists():
        return tuple(ROOT / line for line in listed.read_text(encoding="utf-8").split())
    return tuple(sorted(path for path in case.iterdir() if path.name != EXPECTED))


@cache
def case_papers(case: Path) -> tuple[Paper, ...]:
    """Return the papers of a golden case, read once."""
    paths = case_documents(case)
    return tuple(
        paper
        for document in documents.load_documents(paths, documents.list_documents(paths))
        for paper in formats.read_publication(document, real_seeds().lookups)
    )


@cache
def expected_graph(case: Path) -> Graph:
    """Return the expected triples of a golden case, parsed once. Tests must not change them."""
    return Graph().parse(case / EXPECTED)


def clusters_of(papers: Iterable[Paper]) -> list[Cluster]:
    """Assemble papers into clusters."""
    by_document: dict[str, list[Paper]] = {}
    for paper in papers:
        by_document.setdefault(paper.source.id, []).append(paper)
    keys = [(id_, [k for p in ps for k in case_keys(p)]) for id_, ps in by_document.items()]
    return [
        assemble([paper for id_ in ids for paper in by_document[id_]], person_matcher())
        for ids in clusters(keys)
    ]


def case_turtle(case: Path) -> str:
    """Return the Turtle of a golden case: the graphs of its dossiers, and the register entries."""
    return grouped_turtle(*case_graphs(case), Addresses().base)


@cache
def register_closure() -> RegisterClosure:
    """Return the register of seeds/, from which the entries of each case are taken."""
    known, at = real_seeds().register, Addresses()
    return RegisterClosure(register(known, at), PeopleRows(known, at))


@cache
def case_graphs(case: Path) -> tuple[tuple[CaseGraph, ...], tuple[str, ...]]:
    """Return the graphs of the dossiers of a golden case, and the lines of the register graph.

    These lines contain the names and sources of the case, and the register entries that it uses.
    """
    at, closure = Addresses(), register_closure()
    graphs: list[CaseGraph] = []
    entries: dict[str, None] = {}
    for cluster in clusters_of(case_papers(case)):
        rows = {graph: tuple(triples) for graph, triples in mapping.statements(cluster, at)}
        for dossier in cluster.dossiers:
            printed, derived = rows[at.graph(dossier.id)], rows[at.derived_graph(dossier.id)]
            graphs.append(CaseGraph(dossier.id, _lines(printed), is_inferred=False))
            graphs.append(CaseGraph(dossier.id, _lines(derived), is_inferred=True))
            findings = rows.get(at.findings_graph(dossier.id), ())
            graphs.append(CaseGraph(dossier.id, _lines(findings), is_inferred=False))
        used = triples_of(closure.rows_for(chain.from_iterable(rows.values())))
        entries |= dict.fromkeys(_lines((*rows[at.graph("register")], *used)))
    return tuple(graphs), tuple(entries)


def _lines(triples: Iterable[Triple]) -> tuple[str, ...]:
    """Return N-Triples lines, each once, in the order of the triples."""
    return tuple(dict.fromkeys(nquads.triple_lines(triples)))


def story(text: str) -> str:
    """Return the story of an expected file: its lines before ``@base``, and a blank line."""
    return text.partition("@base")[0].rstrip("\n") + "\n\n"

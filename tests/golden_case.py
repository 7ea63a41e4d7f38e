"""A golden case: a folder of documents, and the expected Turtle of their cases."""

from collections.abc import Iterable
from pathlib import Path

from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.linking.cases.clusters import clusters
from kv2rdf.mapping.register import register
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.paper import Paper
from kv2rdf.rdf import nquads, turtle
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.sources import formats
from kv2rdf.sources.input import documents
from kv2rdf.validation.cluster_register_rows import RegisterClosure
from tests.papers import person_matcher, real_seeds

EXPECTED = "expected.ttl"
ROOT = folder("seeds").parent
HEADINGS = ("As printed", "Inferred", "Register entries")


def case_documents(case: Path) -> tuple[Path, ...]:
    """Return the documents of a case: those in its folder, or those listed in its SOURCES."""
    listed = case / "SOURCES"
    if listed.exists():
        return tuple(ROOT / line for line in listed.read_text(encoding="utf-8").split())
    return tuple(sorted(path for path in case.iterdir() if path.name != EXPECTED))


def read_case_papers(files: Iterable[Path]) -> list[Paper]:
    """Read documents into their papers."""
    paths = tuple(files)
    return [
        paper
        for document in documents.load_documents(paths, documents.list_documents(paths))
        for paper in formats.read_publication(document, real_seeds().lookups)
    ]


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


def case_turtle(case: Path, at: Addresses | None = None) -> str:
    """Return the Turtle of a golden case: the file of each dossier, one after the other."""
    at = at or Addresses()
    return "\n".join(
        text
        for cluster in clusters_of(read_case_papers(case_documents(case)))
        for text in dossier_files(cluster, at)
    )  # fmt: skip


def dossier_files(cluster: Cluster, at: Addresses) -> Iterable[str]:
    """Yield the file of each dossier: its graph, its derived graph, and the register entries."""
    seeds = real_seeds()
    statements = [
        (graph, list(rows))
        for graph, rows in mapping.statements(cluster, seeds.register.ministries_by_key, at)
    ]
    lines = {graph: dict.fromkeys(nquads.triple_lines(rows)) for graph, rows in statements}
    entries = RegisterClosure(register(seeds.register, at)).rows_for(
        row for _, rows in statements for row in rows
    )
    in_register = at.graph("register")
    for dossier in cluster.dossiers:
        sections = (
            lines[at.graph(dossier.id)],
            lines[at.derived_graph(dossier.id)],
            dict.fromkeys((*lines[in_register], *nquads.triple_lines(entries))),
        )
        yield turtle.dossier(zip(HEADINGS, sections, strict=True), at.base)


def story(text: str) -> str:
    """Return the story at the head of an expected file: its lines before ``@base``."""
    return text[: text.index("@base")] if "@base" in text else text

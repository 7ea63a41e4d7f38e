"""A golden case: a folder of documents, and the Turtle of the dossiers they make."""

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
from kv2rdf.reference.folders import folder
from kv2rdf.sources import formats
from kv2rdf.sources.input import documents
from kv2rdf.validation.double_check import Closure
from tests.papers import identities, real_seeds

EXPECTED = "expected.ttl"
ROOT = folder("seeds").parent
HEADINGS = ("What the papers print", "What we infer from it", "Whom and what the papers name")


def sources(case: Path) -> tuple[Path, ...]:
    """Give the documents of a case: those in its folder, or those that its list SOURCES names."""
    named = case / "SOURCES"
    if named.exists():
        return tuple(ROOT / line for line in named.read_text(encoding="utf-8").split())
    return tuple(sorted(path for path in case.iterdir() if path.name != EXPECTED))


def papers(files: Iterable[Path]) -> list[Paper]:
    """Read documents into their papers."""
    paths = tuple(files)
    return [
        paper
        for found in documents.read(paths, documents.listed(paths))
        for paper in formats.papers(found, real_seeds().lookups)
    ]


def grouped(read: Iterable[Paper]) -> list[Cluster]:
    """Give the clusters that papers make."""
    by_document: dict[str, list[Paper]] = {}
    for paper in read:
        by_document.setdefault(paper.source.id, []).append(paper)
    keys = [(id_, [k for p in of for k in case_keys(p)]) for id_, of in by_document.items()]
    return [
        assemble([paper for id_ in ids for paper in by_document[id_]], identities())
        for ids in clusters(keys)
    ]


def written(case: Path, at: Addresses | None = None) -> str:
    """Write the dossiers of a case, each for a reader, one after the other."""
    at = at or Addresses()
    return "\n".join(
        text
        for cluster in grouped(papers(sources(case)))
        for text in dossiers(cluster, at)
    )  # fmt: skip


def dossiers(cluster: Cluster, at: Addresses) -> Iterable[str]:
    """Write each dossier of a cluster: its graph, what we infer, and the rows that both name."""
    seeds = real_seeds()
    said = [(graph, list(rows)) for graph, rows in mapping.statements(cluster, seeds.register, at)]
    lines = {graph: dict.fromkeys(nquads.triples(rows)) for graph, rows in said}
    named = Closure(register(seeds.register, at)).of(row for _, rows in said for row in rows)
    in_register = at.graph("register")
    for dossier in cluster.dossiers:
        sections = (
            lines[at.graph(dossier.id)],
            lines[at.derived_graph(dossier.id)],
            dict.fromkeys((*lines[in_register], *nquads.triples(named))),
        )
        yield turtle.dossier(zip(HEADINGS, sections, strict=True), at.base)


def story(text: str) -> str:
    """Give the story at the head of an expected file: its lines before ``@base``."""
    return text[: text.index("@base")] if "@base" in text else text

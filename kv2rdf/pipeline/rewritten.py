"""The graphs that every build writes anew: what the dump says of itself."""

from collections.abc import Sequence
from datetime import date

from kv2rdf import resources
from kv2rdf.errors import ShapeError
from kv2rdf.iri import Addresses
from kv2rdf.pipeline.counting import Census
from kv2rdf.publish import meta, nquads
from kv2rdf.terms import Iri, Triple
from kv2rdf.validate.placement import Placement


def rewritten(release: date, census: Census, software: str, at: Addresses) -> tuple[str, ...]:
    """Give the meta graph of a release, as sorted lines. ``census`` counts all other graphs."""
    holdings = meta.Holdings(
        triples=census.triples, classes=census.classes, properties=census.properties
    )
    return in_graph(at.graph("meta"), list(meta.meta(release, software, holdings, at)))


def in_graph(graph: Iri, rows: Sequence[Triple]) -> tuple[str, ...]:
    """Give rows as sorted lines, each once.

    Raises ShapeError for what may not stand in ``graph``.
    """
    for problem in Placement.read(resources.folder("shapes")).misplaced(graph, rows):
        raise ShapeError(problem)
    return tuple(sorted(set(nquads.lines(rows, graph))))

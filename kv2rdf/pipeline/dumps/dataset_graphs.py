"""The graphs that every build writes anew: what the dump says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ShapeError
from kv2rdf.mapping import dataset
from kv2rdf.mapping.gaps import gaps
from kv2rdf.mapping.statistics import statistics
from kv2rdf.model.counts import Gaps
from kv2rdf.model.dataset import Holdings
from kv2rdf.model.statistics import Observation
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Iri, Triple
from kv2rdf.rdf.triple_counts import Census
from kv2rdf.reference import folders
from kv2rdf.validation import double_check
from kv2rdf.validation.engines import engine
from kv2rdf.validation.graph_rules import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """What a release says of itself: when and by what it was made, what is counted and missing."""

    release: date
    software: str
    engine: str
    at: Addresses
    observations: Sequence[Observation]
    gaps: Gaps

    def lines(self, census: Census) -> dict[str, tuple[str, ...]]:
        """Give the graphs, each as sorted lines. ``census`` counts those of cases and register.

        Raises ShapeError where the statistics break a shape.
        """
        rows = list(statistics(self.observations, self.at))
        missing = list(gaps(self.gaps, self.at))
        judge = engine(self.engine, folders.folder("shapes"))
        for broken in double_check.violations(
            judge.validate("".join(nquads.triples(rows + missing)))
        ):
            raise ShapeError(f"the statistics: {broken}")
        counted = in_graph(self.at.graph("statistics"), rows)
        census += Census.of(counted)
        holdings = Holdings(
            triples=census.triples, classes=census.classes, properties=census.properties
        )
        about_all = dataset.meta(self.release, self.software, holdings, self.at)
        return {
            "statistics": counted,
            "meta": in_graph(self.at.graph("meta"), [*about_all, *missing]),
        }


def in_graph(graph: Iri, rows: Sequence[Triple]) -> tuple[str, ...]:
    """Give rows as sorted lines, each once.

    Raises ShapeError for what may not stand in ``graph``.
    """
    for problem in Placement.read(folders.folder("shapes")).misplaced(graph, rows):
        raise ShapeError(problem)
    return tuple(sorted(set(nquads.lines(rows, graph))))

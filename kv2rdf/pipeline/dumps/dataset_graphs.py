"""The graphs about the whole dataset, which are rewritten in every build."""

from collections.abc import Sequence
from dataclasses import dataclass

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ShapeError
from kv2rdf.mapping import dataset
from kv2rdf.mapping.completeness import completeness_table
from kv2rdf.mapping.gaps import gap_tables
from kv2rdf.mapping.register_from_papers import paper_source
from kv2rdf.mapping.statistics import statistics
from kv2rdf.model.completeness import PresenceCount
from kv2rdf.model.counts import Gaps
from kv2rdf.model.dataset import DatasetRelease, Holdings
from kv2rdf.model.paper import Source
from kv2rdf.model.statistics import Observation
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Iri, Triple
from kv2rdf.rdf.triple_counts import TripleCounts
from kv2rdf.reference import ontology_triples, shipped_folders
from kv2rdf.validation.engines import engine
from kv2rdf.validation.graph_rules import GraphRules
from kv2rdf.validation.results import violations


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetGraphs:
    """The content of the graphs ``statistics``, ``vocabulary`` and ``meta`` of a release.

    ``lists`` contains the lists of identifiers in the input. They do not belong to a single case,
    so they are described in ``meta``.
    """

    release: DatasetRelease
    software: str
    engine: str
    addresses: Addresses
    observations: Sequence[Observation]
    gaps: Gaps
    presences: Sequence[PresenceCount]
    lists: Sequence[Source] = ()

    def lines_by_graph(self, counts: TripleCounts) -> dict[str, tuple[str, ...]]:
        """Return a mapping from the name of each graph to its sorted lines.

        ``counts`` contains the counts of all triples in the register and in the graphs of cases.
        Raises ShapeError if the statistics, the tables of gaps and completeness, or the lists
        violate a shape, or if a triple is not allowed in its graph.
        """
        statistic_rows = list(statistics(self.observations, self.addresses))
        gap_rows = [
            *gap_tables(self.gaps, self.addresses),
            *completeness_table(self.presences, self.addresses),
        ]
        list_rows = [row for source in self.lists for row in paper_source(source, self.addresses)]
        check_shapes("the statistics", statistic_rows + gap_rows + list_rows, self.engine)
        statistic_lines = graph_lines(self.addresses.graph("statistics"), statistic_rows)
        vocabulary_lines = self._vocabulary_lines()
        counts += TripleCounts.of_lines(statistic_lines)
        counts += TripleCounts.of_lines(vocabulary_lines)
        return {
            "statistics": statistic_lines,
            "vocabulary": vocabulary_lines,
            "meta": self._meta_lines(counts, [*gap_rows, *list_rows]),
        }

    def _vocabulary_lines(self) -> tuple[str, ...]:
        """Return the lines of ``vocabulary``, which describe all terms of the ontology."""
        triples = ontology_triples.term_triples(shipped_folders.folder("ontology"))
        return tuple(sorted(nquads.quad_lines(triples, self.addresses.graph("vocabulary"))))

    def _meta_lines(self, others: TripleCounts, rows: Sequence[Triple]) -> tuple[str, ...]:
        """Return the lines of ``meta``. The counts in them include the triples of ``meta`` itself.

        ``others`` contains the counts of all other graphs, and ``rows`` contains triples that do
        not depend on the counts. If only ``meta`` uses a class or property, the partition that
        counts it adds more triples to ``meta``. The lines are therefore recomputed until the counts
        no longer change.
        """
        own = TripleCounts()
        while True:
            counts = others + own
            holdings = Holdings(
                triples=counts.triples, classes=counts.classes, properties=counts.properties
            )
            about_dataset = dataset.meta(self.release, self.software, holdings, self.addresses)
            lines = graph_lines(self.addresses.graph("meta"), [*about_dataset, *rows])
            found = TripleCounts.of_lines(lines)
            if found == own:
                return lines
            own = found


def check_shapes(subject: str, rows: Sequence[Triple], engine_name: str) -> None:
    """Raise ShapeError if ``rows`` violate a shape. The error message begins with ``subject``."""
    shapes = engine(engine_name, shipped_folders.folder("shapes"))
    for violation in violations(shapes.validate("".join(nquads.triple_lines(rows)))):
        raise ShapeError(f"{subject}: {violation}")


def graph_lines(graph: Iri, rows: Sequence[Triple]) -> tuple[str, ...]:
    """Return triples as sorted lines of N-Quads in ``graph``, without duplicates.

    Raises ShapeError if a triple is not allowed in this graph.
    """
    for problem in GraphRules.read(shipped_folders.folder("shapes")).misplacements(graph, rows):
        raise ShapeError(problem)
    return tuple(sorted(set(nquads.quad_lines(rows, graph))))

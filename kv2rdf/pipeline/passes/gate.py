"""The checks that every cluster must pass before any of its lines is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from kv2rdf.errors import ShapeError
from kv2rdf.pipeline.passes.cluster_triples import ClusterTriples
from kv2rdf.reference import shipped_folders
from kv2rdf.validation.double_check import DoubleCheck
from kv2rdf.validation.graph_rules import GraphRules
from kv2rdf.validation.results import ShapeResult


@dataclass(frozen=True, slots=True)
class Gate:
    """The rules that each triple must satisfy in its graph, and the shapes for each cluster."""

    graph_rules: GraphRules
    shapes: DoubleCheck

    @classmethod
    def for_engine(cls, engine: str) -> Self:
        """Return a gate that uses the engine with this name."""
        folder = shipped_folders.folder("shapes")
        return cls(GraphRules.read(folder), DoubleCheck.for_engine(engine, folder))

    def check(self, made: ClusterTriples, first_document: str) -> Sequence[ShapeResult]:
        """Return the validation results for a cluster, including warnings.

        ``first_document`` is the id of its first document.

        Raises ShapeError if a triple is not allowed in its graph, or if pyshacl rechecks the
        cluster with different results.
        """
        for graph, triples in made.triples:
            for problem in self.graph_rules.misplacements(graph, triples):
                raise ShapeError(problem)
        return self.shapes.check(first_document, "".join(sorted(made.lines)))

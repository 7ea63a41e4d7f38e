"""A third SHACL engine by other authors, for comparison with our two."""

import importlib

from rdflib import Graph

from kv2rdf.validation.results import ShapeResult, shape_results


class ThirdEngine:
    """The engine of the package pyshacl-turbo, which is written in Rust."""

    name = "turbo"

    def __init__(self, shapes: Graph) -> None:
        """Compile the shapes to validate against."""
        turbo = importlib.import_module("pyshacl_turbo")
        self._shapes = shapes
        self._input = turbo.Input
        # The engine binds each prefix of the shapes again at every call.
        without_prefixes = Graph(bind_namespaces="none")
        without_prefixes += shapes
        self._compiled = turbo.compile_shapes(without_prefixes)

    def validate(self, ntriples: str) -> tuple[ShapeResult, ...]:
        """Validate one graph, in N-Triples, against all shapes."""
        conforms, report, _ = self._compiled.validate(self._input(ntriples, "nt", None, {}))
        return () if conforms else shape_results(report, self._shapes)

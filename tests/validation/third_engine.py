"""A third SHACL engine, by another author in another language, to compare with our two."""

import shacl
from rdflib import Graph

from kv2rdf.validation.results import ShapeResult, shape_results


class ThirdEngine:
    """The ``shacl`` package of the Python package index, which is written in Rust."""

    name = "shacl"

    def __init__(self, shapes: Graph) -> None:
        """Compile the shapes to validate against."""
        self._shapes = shapes
        self._compiled = shacl.Shapes.from_text(shapes.serialize(format="nt"), "ntriples")

    def validate(self, ntriples: str) -> tuple[ShapeResult, ...]:
        """Validate one graph, in N-Triples, against all shapes."""
        report = self._compiled.validate_text(ntriples, "ntriples")
        return shape_results(Graph().parse(data=report.serialize("turtle")), self._shapes)

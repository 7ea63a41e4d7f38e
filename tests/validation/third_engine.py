"""A third engine, by another author in another language: a second opinion on our two."""

import shacl
from rdflib import Graph

from kv2rdf.validation.results import Complaint, complaints


class Third:
    """The ``shacl`` of the package index, which is written in Rust."""

    name = "shacl"

    def __init__(self, shapes: Graph) -> None:
        """Take the shapes to check against."""
        self._shapes = shapes
        self._compiled = shacl.Shapes.from_text(shapes.serialize(format="nt"), "ntriples")

    def validate(self, ntriples: str) -> tuple[Complaint, ...]:
        """Hold one graph against all shapes."""
        report = self._compiled.validate_text(ntriples, "ntriples")
        return complaints(Graph().parse(data=report.serialize("turtle")), self._shapes)

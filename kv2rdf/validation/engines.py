"""The engines that hold statements against the shapes: pyshacl, and a faster one beside it."""

import importlib
import importlib.util
import logging
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol

import pyshacl
from rdflib import Graph, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from kv2rdf.errors import ReleaseError
from kv2rdf.validation.results import Complaint, complaints

ENGINES = ("turbo", "pyshacl")


class Engine(Protocol):
    """What validates: N-Triples in, complaints out."""

    name: str

    def validate(self, ntriples: str) -> tuple[Complaint, ...]:
        """Hold one graph against all shapes; () where nothing is to be said."""


class Pyshacl:
    """The reference: slow, and what users check with."""

    name = "pyshacl"

    def __init__(self, shapes: Graph) -> None:
        """Take the shapes to check against."""
        self._shapes = shapes
        logging.getLogger("pyshacl").setLevel(logging.CRITICAL)

    def validate(self, ntriples: str) -> tuple[Complaint, ...]:
        """Hold one graph against all shapes."""
        data = Graph(bind_namespaces="none")
        return self.validate_graph(data.parse(data=ntriples, format="nt"))

    def validate_graph(self, data: Graph) -> tuple[Complaint, ...]:
        """Hold a graph that is already read against all shapes."""
        prepared = _Prepared(data.store, data.identifier, bind_namespaces="none")
        _, report, text = pyshacl.validate(prepared, shacl_graph=self._shapes, inplace=True)
        return complaints(_report(report, text), self._shapes)


class _Prepared(Graph):
    """A graph that parses a query once, however often it is asked: once a focus node."""

    def query(self, query_object: str | Query, *args: Any, **named: Any) -> Result:
        """Answer a query."""
        if isinstance(query_object, str):
            query_object = _parsed(query_object, tuple(self.namespaces()))
        return super().query(query_object, *args, **named)


@lru_cache(maxsize=1024)
def _parsed(query: str, prefixes: tuple[tuple[str, URIRef], ...]) -> Query:
    return prepareQuery(query, initNs=dict(prefixes))


class Turbo:
    """The fast one: the same results, held against pyshacl's in the tests."""

    name = "turbo"

    def __init__(self, shapes: Graph) -> None:
        """Take the shapes to check against; raises ImportError where the engine is not there."""
        turbo = importlib.import_module("pyshacl_turbo")
        self._shapes = shapes
        self._input = turbo.Input
        self._compiled = turbo.compile_shapes(shapes)

    def validate(self, ntriples: str) -> tuple[Complaint, ...]:
        """Hold one graph against all shapes."""
        conforms, report, text = self._compiled.validate(self._input(ntriples, "nt", None, {}))
        return () if conforms else complaints(_report(report, text), self._shapes)


@cache
def shapes_in(folder: Path) -> Graph:
    """Read all shapes in a folder as one graph: read once, and not to be changed."""
    shapes = Graph()
    for path in sorted(folder.glob("*.ttl")):
        shapes.parse(path)
    return shapes


def fast_engine_missing() -> bool:
    """Tell whether the fast engine is not installed."""
    return importlib.util.find_spec("pyshacl_turbo") is None


@cache
def engine(name: str, folder: Path) -> Engine:
    """Give the engine of this name for the shapes in a folder: one for a whole process."""
    shapes = shapes_in(folder)
    return Turbo(shapes) if name == "turbo" else Pyshacl(shapes)


def _report(report: object, text: str) -> Graph:
    if not isinstance(report, Graph):
        raise ReleaseError(f"the shapes cannot be run: {text.strip()[:200]}")
    return report

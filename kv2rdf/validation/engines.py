"""The SHACL engines: pyshacl, which is the reference, and a faster one."""

import importlib
import importlib.util
import logging
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from rdflib import Graph, URIRef
from rdflib.query import Result

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.rdflib_graph import graph_in
from kv2rdf.validation.results import ShapeResult, shape_results

if TYPE_CHECKING:
    from rdflib.plugins.sparql.sparql import Query

ENGINES = ("shacl", "pyshacl")


class Engine(Protocol):
    """The interface of a SHACL engine."""

    name: str

    def validate(self, ntriples: str) -> tuple[ShapeResult, ...]:
        """Return the results for one graph in N-Triples, or () if it conforms to all shapes."""


class Pyshacl:
    """The reference engine, which is slow. ``kv2rdf check`` uses it."""

    name = "pyshacl"

    def __init__(self, shapes: Graph) -> None:
        """Create an engine for these shapes."""
        self._shapes = shapes
        logging.getLogger("pyshacl").setLevel(logging.CRITICAL)

    def validate(self, ntriples: str) -> tuple[ShapeResult, ...]:
        """Validate one graph, in N-Triples, against all shapes."""
        data = Graph(bind_namespaces="none")
        return self.validate_graph(data.parse(data=ntriples, format="nt"))

    def validate_graph(self, data: Graph) -> tuple[ShapeResult, ...]:
        """Return the results for one parsed graph, or () if it conforms to all shapes.

        Raises ReleaseError if the shapes cannot be run.
        """
        import pyshacl  # noqa: PLC0415 - slow to load, and seldom used in a build

        prepared = _Prepared(data.store, data.identifier, bind_namespaces="none")
        _, report, text = pyshacl.validate(prepared, shacl_graph=self._shapes, inplace=True)
        return shape_results(_report(report, text), self._shapes)


class _Prepared(Graph):
    """A graph that parses each query only once, because pyshacl repeats it for every focus node."""

    def query(self, query_object: "str | Query", *args: Any, **options: Any) -> Result:
        """Return the result of a query."""
        if isinstance(query_object, str):
            query_object = _parsed(query_object, tuple(self.namespaces()))
        return super().query(query_object, *args, **options)


@lru_cache(maxsize=1024)
def _parsed(query: str, prefixes: tuple[tuple[str, URIRef], ...]) -> "Query":
    from rdflib.plugins.sparql import prepareQuery  # noqa: PLC0415 - slow to load

    return prepareQuery(query, initNs=dict(prefixes))


class Shacl:
    """The fast engine. The tests compare its results with those of pyshacl."""

    name = "shacl"

    def __init__(self, shapes: Graph) -> None:
        """Compile the shapes. Raises ImportError if the engine is not installed."""
        shacl = importlib.import_module("shacl")
        self._shapes = shapes
        self._compiled = shacl.Shapes.from_text(shapes.serialize(format="nt"), "ntriples")

    def validate(self, ntriples: str) -> tuple[ShapeResult, ...]:
        """Validate one graph, in N-Triples, against all shapes."""
        report = self._compiled.validate_text(ntriples, "ntriples")
        if not report.results:
            return ()
        found = Graph(bind_namespaces="none")
        found.parse(data=report.serialize("ntriples"), format="nt")
        return shape_results(found, self._shapes)


@cache
def shapes_in(folder: Path) -> Graph:
    """Return the shapes in a folder as one graph.

    Callers share the graph and must not change it.
    """
    return graph_in(*sorted(folder.glob("*.ttl")))


def is_fast_engine_missing() -> bool:
    """Whether the fast engine is missing from this installation."""
    return importlib.util.find_spec("shacl") is None


@cache
def engine(name: str, folder: Path) -> Engine:
    """Return the engine with this name for the shapes in a folder.

    ``name`` is one of ``ENGINES``. Each engine is created once per process.
    """
    shapes = shapes_in(folder)
    return Shacl(shapes) if name == "shacl" else Pyshacl(shapes)


def _report(report: object, text: str) -> Graph:
    if not isinstance(report, Graph):
        raise ReleaseError(f"the shapes cannot be run: {text.strip()[:200]}")
    return report

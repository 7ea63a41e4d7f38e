"""SPARQL queries on the store of a release, with rows or triples as results."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Self

import pyoxigraph as ox

from kv2rdf.errors import ReleaseError
from kv2rdf.query.engine_errors import explained_engine_errors
from kv2rdf.query.query_words import has_dataset
from kv2rdf.query.sorted_terms import TermRow, rows_of_terms
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.release.sparql_store import loaded_store

PREFIXES_OF_OTHERS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
}
"""The prefixes that users commonly write, in addition to those in published Turtle."""
_TSV = ox.QueryResultsFormat.TSV
_VOCABULARY_GRAPH = "/graph/vocabulary>"


@dataclass(frozen=True, slots=True)
class ResultRows:
    """The result of a SELECT or an ASK.

    ``json`` is the same result in the SPARQL JSON format. If the number of results was limited,
    ``total`` is the number without the limit. Otherwise, it is None.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    json: bytes
    total: int | None = None


@dataclass(frozen=True, slots=True)
class ResultTriples:
    """The result of a CONSTRUCT or a DESCRIBE, as Turtle."""

    turtle: bytes


@dataclass(frozen=True, slots=True)
class Dataset:
    """The dataset of a query: graphs that are merged into the default graph, and named graphs."""

    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]


def rows_of(result: ResultRows | ResultTriples) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a result, or () if the result consists of triples."""
    return result.rows if isinstance(result, ResultRows) else ()


@dataclass(frozen=True, slots=True)
class SparqlStore:
    """The store of a release, open for reading."""

    store: ox.Store

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the store in a folder. Raises ReleaseError if it cannot be read."""
        try:
            return cls(ox.Store.read_only(str(folder)))
        except UnicodeEncodeError as error:
            raise ReleaseError(f"{folder}: the store cannot be read: not UTF-8") from error
        except (OSError, RuntimeError) as error:
            raise ReleaseError(f"{folder}: the store cannot be read: {error}") from error

    @classmethod
    def loaded(cls, dump: Path) -> Self:
        """Load a compressed dump into memory. Raises ReleaseError if it cannot be read."""
        return cls(loaded_store(dump))

    @property
    def base(self) -> str | None:
        """The base of the addresses in the release, or None if the store is empty."""
        graph = next(iter(self.store.named_graphs()), None)
        return str(graph.value).partition("/graph/")[0] if isinstance(graph, ox.NamedNode) else None

    def has_address(self, address: str) -> bool:
        """Whether an address occurs in any statement other than the definitions of terms.

        Raises ReleaseError as ``result`` does.
        """
        try:
            node = ox.NamedNode(address)
        except ValueError:
            return False
        places = ((node, None, None), (None, node, None), (None, None, node))
        found = chain(*(self.quads(*place) for place in places), self.quads(graph=node))
        return any(not str(quad.graph_name).endswith(_VOCABULARY_GRAPH) for quad in found)

    def has_text(self, text: str) -> bool:
        """Whether ``text`` occurs as a string without a language tag.

        Raises ReleaseError as ``result`` does.
        """
        return next(self.quads(object_=ox.Literal(text)), None) is not None

    def has_literal(
        self, property_: str, text: str, language: str | None, datatype: str | None
    ) -> bool:
        """Whether a property ever has a literal with this text, language tag and datatype.

        Without a tag and a datatype, the literal is a string. Raises ReleaseError as ``result``
        does.
        """
        type_ = ox.NamedNode(datatype) if datatype else None
        value = ox.Literal(text, language=language, datatype=type_)
        found = self.quads(predicate=ox.NamedNode(property_), object_=value)
        return next(found, None) is not None

    def rows(self, query: str) -> tuple[tuple[str, ...], ...]:
        """Return the rows of a SELECT query.

        The usual prefixes need not be declared. Raises the same errors as ``result``.
        """
        return rows_of(self.result(query, PREFIXES))

    def term_rows(self, query: str) -> tuple[TermRow, ...]:
        """Return the rows of a SELECT query as terms in the syntax of SPARQL.

        The usual prefixes need not be declared. Raises the same errors as ``result``.
        """
        with explained_engine_errors(query, PREFIXES_OF_OTHERS | PREFIXES):
            found = self.found(query, PREFIXES)
            if not isinstance(found, ox.QuerySolutions):
                return ()
            return rows_of_terms((found.serialize(format=_TSV) or b"").decode())

    def quads(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object_: ox.NamedNode | ox.Literal | None = None,
        graph: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the statements that match a subject, property, value and graph.

        An argument that is None matches everything. Raises ReleaseError if the store cannot be
        read.
        """
        try:
            yield from self.store.quads_for_pattern(subject, predicate, object_, graph)
        except (OSError, RuntimeError) as error:
            raise ReleaseError(f"the store cannot be read: {error}") from error

    def result(self, query: str, prefixes: Mapping[str, str]) -> ResultRows | ResultTriples:
        """Run a query and return the result.

        The query is evaluated on the union of all graphs, unless it contains FROM or FROM NAMED.
        Raises QueryError if the query cannot be run, and ReleaseError if the store is damaged.
        """
        result = self.written_result(query, prefixes)
        return rows_from_json(result) if isinstance(result, bytes) else result

    def written_result(self, query: str, prefixes: Mapping[str, str]) -> bytes | ResultTriples:
        """Return the result of a query as ``result`` does, but with rows in SPARQL JSON."""
        names = dict(prefixes)
        with explained_engine_errors(query, PREFIXES_OF_OTHERS | names):
            found = self.found(query, prefixes)
            if isinstance(found, ox.QueryTriples):
                turtle = ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=names)
                return ResultTriples(turtle or b"")
            return found.serialize(format=ox.QueryResultsFormat.JSON) or b""

    def found(
        self, query: str, prefixes: Mapping[str, str], dataset: Dataset | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Run a query, and return its result as an object of pyoxigraph.

        If ``dataset`` is None, the query is evaluated on the union of all graphs, unless it
        contains FROM or FROM NAMED. Raises the errors of the store itself (see
        ``explained_engine_errors``).
        """
        names = PREFIXES_OF_OTHERS | dict(prefixes)
        if dataset is None:
            is_union = not has_dataset(query)
            return self.store.query(query, prefixes=names, use_default_graph_as_union=is_union)
        return self.store.query(
            query,
            prefixes=names,
            default_graph=[ox.NamedNode(graph) for graph in dataset.default_graphs],
            named_graphs=[ox.NamedNode(graph) for graph in dataset.named_graphs],
        )


def rows_from_json(written: bytes) -> ResultRows:
    """Return results in SPARQL JSON as rows of text, together with the JSON itself."""
    results: dict[str, Any] = json.loads(written)
    if "boolean" in results:
        return ResultRows(("answer",), ((str(results["boolean"]).lower(),),), written)
    variables = tuple(results["head"]["vars"])
    rows = (
        tuple(_text(binding.get(variable)) for variable in variables)
        for binding in results["results"]["bindings"]
    )
    return ResultRows(variables, tuple(rows), written)


def _text(term: dict[str, Any] | None) -> str:
    if term is None:
        return ""
    if term["type"] == "triple":
        parts = (_text(term["value"][part]) for part in ("subject", "predicate", "object"))
        return f"<<( {' '.join(parts)} )>>"
    return f"_:{term['value']}" if term["type"] == "bnode" else str(term["value"])

"""The store of a release, opened to be read: a query in, rows or triples out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kv2rdf.errors import QueryError, ReleaseError


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT or an ASK: the variables, and for each row their values as text."""

    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    json: bytes


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or a DESCRIBE, as Turtle."""

    turtle: bytes


def answer(release: Path, query: str, prefixes: Mapping[str, str]) -> Rows | Triples:
    """Answer a query over all graphs of a release as one.

    Raises ReleaseError where there is no store, QueryError where the query cannot be answered.
    """
    folder = release / "store"
    if not folder.is_dir():
        raise ReleaseError(f"{release}: has no store")
    try:
        store = ox.Store.read_only(str(folder.resolve()))
        found = store.query(query, prefixes=dict(prefixes), use_default_graph_as_union=True)
        if isinstance(found, ox.QueryTriples):
            turtle = ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes))
            return Triples(turtle or b"")
        written = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
    except OSError as error:
        raise ReleaseError(f"{release}: the store cannot be read: {error}") from error
    return _rows(written)


def _rows(written: bytes) -> Rows:
    """Read results in the JSON of SPARQL, so that the query runs once for all forms."""
    results: dict[str, Any] = json.loads(written)
    if "boolean" in results:
        return Rows(("answer",), ((str(results["boolean"]).lower(),),), written)
    variables = tuple(results["head"]["vars"])
    rows = (
        tuple(_text(found.get(variable)) for variable in variables)
        for found in results["results"]["bindings"]
    )
    return Rows(variables, tuple(rows), written)


def _text(term: dict[str, Any] | None) -> str:
    if term is None:
        return ""
    if term["type"] == "triple":
        parts = (_text(term["value"][part]) for part in ("subject", "predicate", "object"))
        return f"<<( {' '.join(parts)} )>>"
    return f"_:{term['value']}" if term["type"] == "bnode" else str(term["value"])

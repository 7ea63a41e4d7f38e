"""SPARQL queries on the store of a release, with rows or triples as results."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kv2rdf.errors import QueryError, ReleaseError


@dataclass(frozen=True, slots=True)
class ResultRows:
    """The result of a SELECT or an ASK.

    ``json`` is the same result in the SPARQL JSON format.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    json: bytes


@dataclass(frozen=True, slots=True)
class ResultTriples:
    """The result of a CONSTRUCT or a DESCRIBE, as Turtle."""

    turtle: bytes


def run_query(release: Path, query: str, prefixes: Mapping[str, str]) -> ResultRows | ResultTriples:
    """Run a query on all graphs of a release together and return the result.

    Raises ReleaseError if the store is missing or cannot be read, and QueryError if the query
    cannot be run.
    """
    folder = release / "store"
    if not folder.is_dir():
        raise ReleaseError(f"{release} has no store")
    try:
        store = ox.Store.read_only(str(folder.resolve()))
        result = store.query(query, prefixes=dict(prefixes), use_default_graph_as_union=True)
        if isinstance(result, ox.QueryTriples):
            turtle = ox.serialize(result, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes))
            return ResultTriples(turtle or b"")
        written = result.serialize(format=ox.QueryResultsFormat.JSON) or b""
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query cannot be run: {error}") from error
    except OSError as error:
        raise ReleaseError(f"{release}: the store cannot be read: {error}") from error
    return _rows(written)


def _rows(written: bytes) -> ResultRows:
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

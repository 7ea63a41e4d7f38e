"""The store of a release, opened to be read: a query in, rows or triples out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
            turtle = found.serialize(format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes))
            return Triples(turtle or b"")
        if isinstance(found, ox.QueryBoolean):
            said = str(bool(found)).lower()
            return Rows(("answer",), ((said,),), f'{{"head": {{}}, "boolean": {said}}}'.encode())
        variables = tuple(variable.value for variable in found.variables)
        rows = tuple(tuple(_text(value) for value in row) for row in found)
        again = store.query(query, prefixes=dict(prefixes), use_default_graph_as_union=True)
        json = again.serialize(format=ox.QueryResultsFormat.JSON)  # type: ignore[union-attr]
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
    except OSError as error:
        raise ReleaseError(f"{release}: the store cannot be read: {error}") from error
    return Rows(variables, rows, json or b"")


def _text(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    if value is None:
        return ""
    return value.value if isinstance(value, ox.NamedNode | ox.Literal) else str(value)

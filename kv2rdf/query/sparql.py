"""SPARQL queries on the store of a release, with rows or triples as results."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Self

import pyoxigraph as ox

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.query_words import has_dataset, has_service, is_update
from kv2rdf.rdf.vocabulary import PREFIXES

PREFIXES_OF_OTHERS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
}
"""Prefixes that users write, besides those in the Turtle that we publish."""
_SYNTAX_ERROR = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)")
_CHARACTERS = re.compile(r"\[[^\]]*\]")
_SENTENCE = re.compile(r"(?:^|, )([A-Z]\w+(?: \w+)+)(?=,|$)")
_NOT_VALID = "the query is not valid up to here; is a variable bound twice?"
_IN_OTHER_WORDS = {
    "The SELECT contains a variable that is unbound":
        "a variable in SELECT is neither in GROUP BY nor in an aggregate such as (MIN(?x) AS ?y)",
    "Duplicated variable name in SELECT": "a variable is twice in SELECT",
    "The SELECT overrides an existing variable using an expression":
        "the name after AS is already a variable of the query",
    "IRI parsing failed": "an address before here is not valid: it needs http:// or a prefix",
}  # fmt: skip
"""Messages of the store, and what is shown in place of each."""


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


def rows_of(result: ResultRows | ResultTriples) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the result of a SELECT or an ASK. Triples have no rows."""
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

    @property
    def base(self) -> str | None:
        """The base of the addresses in the release, or None if the store is empty."""
        graph = next(iter(self.store.named_graphs()), None)
        return str(graph.value).partition("/graph/")[0] if isinstance(graph, ox.NamedNode) else None

    def has_address(self, address: str) -> bool:
        """Whether an address occurs in any statement. Raises ReleaseError as ``result`` does."""
        try:
            node = ox.NamedNode(address)
        except ValueError:
            return False
        places = ((node, None, None), (None, node, None), (None, None, node))
        found = chain(*(self.quads(*place) for place in places), self.quads(graph=node))
        return next(found, None) is not None

    def has_text(self, text: str) -> bool:
        """Whether a string without a language occurs. Raises ReleaseError as ``result`` does."""
        return next(self.quads(object_=ox.Literal(text)), None) is not None

    def rows(self, query: str) -> tuple[tuple[str, ...], ...]:
        """Return the rows of one of our own SELECT queries. Raises the errors of ``result``."""
        return rows_of(self.result(query, PREFIXES))

    def quads(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object_: ox.NamedNode | ox.Literal | None = None,
        graph: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the statements with a subject, a property, a value and a graph; None means any.

        Raises ReleaseError if the store cannot be read.
        """
        try:
            yield from self.store.quads_for_pattern(subject, predicate, object_, graph)
        except (OSError, RuntimeError) as error:
            raise ReleaseError(f"the store cannot be read: {error}") from error

    def result(self, query: str, prefixes: Mapping[str, str]) -> ResultRows | ResultTriples:
        """Run a query on all graphs together, or on those that it names, and return the result.

        Raises QueryError if the query cannot be run, and ReleaseError if the store is damaged.
        """
        names = dict(prefixes)
        try:
            found = self.store.query(
                query,
                prefixes=PREFIXES_OF_OTHERS | names,
                use_default_graph_as_union=not has_dataset(query),
            )
            if isinstance(found, ox.QueryTriples):
                turtle = ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=names)
                return ResultTriples(turtle or b"")
            written = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
            return _rows(written)
        except (SyntaxError, ValueError) as error:
            if is_update(query):
                raise QueryError("the query cannot be run: it would change the release") from error
            from kv2rdf.query.syntax_problem import syntax_problem  # noqa: PLC0415 - loads rdflib

            problem = syntax_problem(query, PREFIXES_OF_OTHERS | names) or _problem(error)
            raise QueryError(f"the query cannot be run: {problem}") from error
        except RecursionError as error:
            raise QueryError("the result is nested too deeply") from error
        except (OSError, RuntimeError) as error:
            if has_service(query):
                raise QueryError(f"the SERVICE in the query has no result: {error}") from error
            raise ReleaseError(f"the store cannot be read: {error}") from error


def _problem(error: Exception) -> str:
    """Return a short message for an error of the store in a query whose syntax is right.

    The store lists every character that could follow. Of this list, only sentences are kept.
    """
    text = " ".join(str(error).split())
    if not (found := _SYNTAX_ERROR.fullmatch(text)):
        return text
    sentence = next(iter(_SENTENCE.findall(_CHARACTERS.sub("", found[3]))), _NOT_VALID)
    return f"line {found[1]}, column {found[2]}: {_IN_OTHER_WORDS.get(sentence, sentence)}"


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

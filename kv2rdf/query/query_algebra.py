"""The algebra of a SPARQL query, as parsed by rdflib."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pyparsing import ParseException
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery

_MAX_LENGTH = 50_000
"""The maximum length of a query. rdflib can parse this many characters in about a second."""


@dataclass
class UnreadableQueryError(Exception):
    """An error that is raised if a query is too long, or if rdflib cannot parse it.

    ``place`` is the number of characters before the error, or None if it is not known. ``message``
    is the message of rdflib, or states that the query is too long.
    """

    message: str
    place: int | None = None


def query_algebra(query: str, prefixes: Mapping[str, str]) -> Any:
    """Return the algebra of a query.

    Raises UnreadableQueryError if rdflib cannot parse it, or if it is too long to parse in about a
    second.
    """
    if len(query) > _MAX_LENGTH:
        raise UnreadableQueryError("the query is too long")
    try:
        return translateQuery(parseQuery(query), initNs=dict(prefixes)).algebra
    except ParseException as error:
        raise UnreadableQueryError(error.msg, error.loc) from error
    except (RecursionError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise UnreadableQueryError(str(error)) from error
    except Exception as error:
        if type(error) is not Exception:
            raise
        # rdflib raises this class itself, for example for an unknown prefix.
        raise UnreadableQueryError(str(error)) from error

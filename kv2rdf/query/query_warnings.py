"""Warnings about queries that can be run but cannot have the expected results."""

from collections.abc import Mapping

from kv2rdf.query.sparql import PREFIXES_OF_OTHERS, SparqlStore
from kv2rdf.query.unknown_names import CaseNumbers, unknown_names


def query_warnings(
    query: str, prefixes: Mapping[str, str], store: SparqlStore, case_numbers: CaseNumbers
) -> tuple[str, ...]:
    """Return a sentence for each name or value in a query that cannot lead to a result.

    There is also a sentence if the query may miss that questions were answered together.

    These are names that do not occur in the release, properties that instances of the requested
    class cannot have, and literals that their property never has in the release, or has only with
    another type or language tag. The query must be one that the store can run. Raises
    ReleaseError if the store cannot be read.
    """
    names = PREFIXES_OF_OTHERS | dict(prefixes)
    found = tuple(unknown_names(query, names, store, case_numbers))
    from kv2rdf.query.query_mistakes import query_mistakes  # noqa: PLC0415 - loads rdflib

    return tuple(dict.fromkeys((*found, *query_mistakes(query, names, store.has_literal))))

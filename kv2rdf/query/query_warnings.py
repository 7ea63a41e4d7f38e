"""Warnings about queries that can be run but cannot have the expected results."""

from collections.abc import Mapping

from kv2rdf.query.sparql import PREFIXES_OF_OTHERS, SparqlStore
from kv2rdf.query.unknown_names import CaseNumbers, unknown_names


def query_warnings(
    query: str, prefixes: Mapping[str, str], store: SparqlStore, case_numbers: CaseNumbers
) -> tuple[str, ...]:
    """Return a sentence for each name in a query that is not in the release or is misplaced.

    There is also one for each boolean value that its property never has in the release. The store
    must be able to run ``query``. Raises ReleaseError if it cannot be read.
    """
    names = PREFIXES_OF_OTHERS | dict(prefixes)
    found = tuple(unknown_names(query, names, store, case_numbers))
    from kv2rdf.query.absent_values import absent_values  # noqa: PLC0415 - loads rdflib
    from kv2rdf.query.misplaced_properties import (  # noqa: PLC0415 - loads rdflib
        misplaced_properties,
    )

    others = (*misplaced_properties(query, names), *absent_values(query, names, store.has_boolean))
    return tuple(dict.fromkeys((*found, *others)))

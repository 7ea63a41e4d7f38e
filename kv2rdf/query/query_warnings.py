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
    class cannot have, and booleans and strings that their property never has in the release, or
    has only with another language tag. The query must be one that the store can run. Raises
    ReleaseError if the store cannot be read.
    """
    names = PREFIXES_OF_OTHERS | dict(prefixes)
    found = tuple(unknown_names(query, names, store, case_numbers))
    from kv2rdf.query.absent_strings import absent_strings  # noqa: PLC0415 - loads rdflib
    from kv2rdf.query.absent_values import absent_values  # noqa: PLC0415 - loads rdflib
    from kv2rdf.query.misplaced_properties import (  # noqa: PLC0415 - loads rdflib
        misplaced_properties,
    )
    from kv2rdf.query.negated_answers import negated_answers  # noqa: PLC0415 - loads rdflib
    from kv2rdf.query.triple_patterns import triple_patterns  # noqa: PLC0415 - loads rdflib

    patterns = triple_patterns(query, names)
    others = (
        *misplaced_properties(patterns),
        *absent_values(patterns, store.has_boolean),
        *absent_strings(patterns, store.has_string),
        *negated_answers(patterns),
    )
    return tuple(dict.fromkeys((*found, *others)))

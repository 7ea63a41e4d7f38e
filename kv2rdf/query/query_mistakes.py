"""Warnings about mistakes in the patterns and comparisons of a query."""

from collections.abc import Mapping

from kv2rdf.query.absent_literals import HasLiteral, absent_literals
from kv2rdf.query.compared_values import compared_values
from kv2rdf.query.graph_contents import graph_contents
from kv2rdf.query.misplaced_properties import misplaced_properties
from kv2rdf.query.negated_answers import negated_answers
from kv2rdf.query.partial_names import partial_names
from kv2rdf.query.query_algebra import UnreadableQueryError, query_algebra
from kv2rdf.query.triple_patterns import triple_patterns


def query_mistakes(
    query: str, prefixes: Mapping[str, str], has_literal: HasLiteral
) -> tuple[str, ...]:
    """Return a sentence for each mistake in a query.

    These are properties that instances of the requested class cannot have, literals that their
    property never has in the release or that have the wrong type, names looked up by a property
    that not every instance of the class has, GRAPH with patterns that no graph can match together,
    and conditions that may miss that questions were answered together. The result is empty if the
    query is too long, or if rdflib cannot parse it.
    """
    try:
        algebra = query_algebra(query, prefixes)
    except UnreadableQueryError:
        return ()
    patterns = triple_patterns(algebra)
    return (
        *misplaced_properties(patterns),
        *graph_contents(patterns),
        *absent_literals(compared_values(algebra, patterns), has_literal),
        *partial_names(patterns, has_literal),
        *negated_answers(patterns),
    )

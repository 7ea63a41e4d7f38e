"""Warnings about questions without an answer of their own."""

import pytest

from kv2rdf.query.negated_answers import negated_answers
from kv2rdf.query.query_algebra import query_algebra
from kv2rdf.query.triple_patterns import TriplePattern, triple_patterns
from kv2rdf.rdf.vocabulary import PREFIXES


def patterns(query: str) -> tuple[TriplePattern, ...]:
    return triple_patterns(query_algebra(query, PREFIXES))


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?q a kv:Question FILTER NOT EXISTS { ?a eli-dl:answers_to ?q } }",
        "ASK { ?q a kv:Question MINUS { ?a a kv:Answer ; eli-dl:answers_to ?q } }",
        "ASK { ?q a kv:Question MINUS { ?q ^eli-dl:answers_to ?a } }",
        "ASK { GRAPH ?g { ?q a kv:Question } MINUS { ?a eli-dl:answers_to ?q } }",
    ],
)
def test_a_query_for_questions_without_an_answer_is_noticed(query: str) -> None:
    (sentence,) = negated_answers(patterns(query))
    assert sentence.startswith("an answer may be linked to the whole question document")


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?q a kv:Question . ?a eli-dl:answers_to ?q }",
        "ASK { ?q a kv:Question OPTIONAL { ?a eli-dl:answers_to ?q } }",
        "ASK { ?q a kv:Question ; kv:hasOwnAnswer false }",
        "ASK { ?d a kv:QuestionDocument MINUS { ?a eli-dl:answers_to ?d } }",
        "ASK { ?q a kv:Question ; eli:is_part_of ?d"
        " MINUS { ?a eli-dl:answers_to ?q } MINUS { ?b eli-dl:answers_to ?d } }",
        "ASK { ?q a kv:Question ; eli:is_part_of ?d"
        " FILTER NOT EXISTS { { ?a eli-dl:answers_to ?q } UNION { ?d ^eli-dl:answers_to ?a } } }",
    ],
    ids=range(6),
)
def test_another_query_is_not_noticed(query: str) -> None:
    assert tuple(negated_answers(patterns(query))) == ()

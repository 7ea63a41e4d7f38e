"""The named queries: their words, their parameters, and the quoting of values."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery

from kv2rdf.errors import QueryError
from kv2rdf.query.named_queries import NamedQuery, Parameter, named, queries
from kv2rdf.rdf.vocabulary import PREFIXES

ALL = queries()
EACH = pytest.mark.parametrize("query", ALL, ids=lambda query: query.name)

ECHO = NamedQuery(
    name="echo",
    title="Echo",
    nl="Wat is er gezegd?",
    en="What was said?",
    parameters=(
        Parameter(name="words", meaning="anything", default="first"),
        Parameter(name="more", meaning="more", default=""),
    ),
    text="SELECT ?said ?also WHERE { BIND($words AS ?said) BIND($more AS ?also) }",
)


def said(filled: str) -> list[tuple[str, str]]:
    solutions = ox.Store().query(filled)
    assert isinstance(solutions, ox.QuerySolutions)
    return [(row["said"].value, row["also"].value) for row in solutions]


def test_there_are_queries_in_order_of_their_names() -> None:
    names = [query.name for query in ALL]
    assert len(names) >= 14
    assert names == sorted(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


@EACH
def test_a_query_says_its_question_in_both_languages(query: NamedQuery) -> None:
    lines = query.text.splitlines()
    assert lines[:3] == [f"# title: {query.title}", f"# nl: {query.nl}", f"# en: {query.en}"]
    assert query.nl.endswith("?")
    assert query.en.endswith("?")


@EACH
def test_parameters_are_used_and_what_is_used_is_a_parameter(query: NamedQuery) -> None:
    declared = [parameter.name for parameter in query.parameters]
    assert len(declared) == len(set(declared)) == query.text.count("# param ")
    assert set(re.findall(r"\$(\w+)", query.text)) == set(declared) - {"first"}


@EACH
def test_a_limit_is_a_parameter_and_stands_once(query: NamedQuery) -> None:
    limits = re.findall(r"^ *LIMIT (\d+)$", query.text, re.MULTILINE)
    assert query.text.count("LIMIT") == len(limits)
    assert limits == [p.default for p in query.parameters if p.name == "first"]


@EACH
def test_a_query_works_at_any_endpoint(query: NamedQuery) -> None:
    prepareQuery(query.text)
    ox.Store().query(query.text)


@EACH
def test_a_query_declares_the_prefixes_it_uses_and_no_others(query: NamedQuery) -> None:
    declared = dict(re.findall(r"^PREFIX ([\w-]+): <(.+)>$", query.text, re.MULTILINE))
    body = re.sub(r'^#.*|^PREFIX.*|"[^"]*"', "", query.text, flags=re.MULTILINE)
    assert declared == {prefix: PREFIXES[prefix] for prefix in declared}
    assert set(declared) == set(re.findall(r"([\w-]+):\w", body))


@EACH
def test_an_order_is_asked_for(query: NamedQuery) -> None:
    assert "\nORDER BY " in query.text


def test_defaults_stand_where_nothing_is_set() -> None:
    assert said(ECHO.filled({})) == [("first", "")]
    assert said(ECHO.filled({"more": "second"})) == [("first", "second")]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_value_is_what_the_user_gave(value: str) -> None:
    assert said(ECHO.filled({"words": value, "more": value})) == [(value, value)]


@pytest.mark.parametrize(
    "value",
    ['" ) } #', "\\", '\\"', "a\nb", "a\r\nb", '") } ; DROP ALL #\n', "$more", "\\g<0>", "\\u0022"],
)
def test_no_value_breaks_out_of_its_quotes(value: str) -> None:
    assert said(ECHO.filled({"words": value, "more": "kept"})) == [(value, "kept")]


def test_how_many_is_the_number_of_the_limit() -> None:
    query = named("notices")
    assert query.most({}) == 100
    assert query.most({"first": "7"}) == 7
    assert "\n    LIMIT 7\n" in query.filled({"first": "7"})
    assert named("counts").most({}) is None


@pytest.mark.parametrize("first", ["", "0", "-1", "1.5", "ten", "1 OFFSET 2", "1\n", "٣", "1" * 10])
def test_how_many_is_a_whole_number(first: str) -> None:
    with pytest.raises(QueryError, match="notices: first is to be a whole number, not "):
        named("notices").filled({"first": first})


def test_an_unknown_parameter_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match="echo: has no parameter wrods: it has words, more"):
        ECHO.filled({"wrods": "a"})


def test_a_query_without_parameters_says_so() -> None:
    with pytest.raises(QueryError, match="counts: has no parameter case: it has none"):
        named("counts").filled({"case": "2022Z00634"})


def test_a_query_is_found_by_its_name() -> None:
    assert named("still-open").title == "Still open"


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"there is no query still-opn: answered-late, .*who-"):
        named("still-opn")

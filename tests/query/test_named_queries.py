"""The named queries: their descriptions, their parameters, and the quoting of values."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery

from kv2rdf.errors import QueryError
from kv2rdf.query.first_results import CUT
from kv2rdf.query.named_queries import (
    QUERY_GROUPS,
    NamedQuery,
    Parameter,
    all_queries,
    all_recipes,
    named_query,
)
from kv2rdf.rdf.vocabulary import PREFIXES
from tests.every_case import every_case

ALL = all_queries()
EACH = pytest.mark.parametrize("query", ALL, ids=lambda query: query.name)

ECHO = NamedQuery(
    name="echo",
    title="Echo",
    nl="Welke waarden zijn er?",
    en="Which values are there?",
    group="data",
    parameters=(
        Parameter(name="words", meaning="anything", nl="iets", default="first"),
        Parameter(name="more", meaning="more", nl="meer", default=""),
    ),
    text="SELECT ?first ?second WHERE { BIND($words AS ?first) BIND($more AS ?second) }",
)


def values_of(text: str) -> list[tuple[str, str]]:
    solutions = ox.Store().query(text)
    assert isinstance(solutions, ox.QuerySolutions)
    return [(row["first"].value, row["second"].value) for row in solutions]


def test_the_queries_are_sorted_by_name() -> None:
    names = [query.name for query in ALL]
    assert len(names) >= 14
    assert names == sorted(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


@pytest.mark.parametrize("query", [*ALL, *all_recipes()], ids=lambda query: query.name)
def test_a_query_has_its_question_in_both_languages(query: NamedQuery) -> None:
    lines = query.text.splitlines()
    assert lines[:3] == [f"# title: {query.title}", f"# nl: {query.nl}", f"# en: {query.en}"]
    assert query.nl.endswith("?")
    assert query.en.endswith("?")
    assert query.group in QUERY_GROUPS
    assert lines[3] == f"# group: {query.group}"


@EACH
def test_each_parameter_is_explained_in_dutch_too(query: NamedQuery) -> None:
    explained = re.findall(r"^# nl (\w+): ", query.text, re.MULTILINE)
    assert explained == [parameter.name for parameter in query.parameters]
    assert all(parameter.nl not in ("", parameter.meaning) for parameter in query.parameters)


@EACH
def test_the_plain_text_is_the_same_query_with_its_question(query: NamedQuery) -> None:
    filled = query.filled_text({})
    for language, question in (("nl", query.nl), ("en", query.en)):
        plain = query.plain_text({}, language)
        assert plain.startswith(f"# {question}\n")
        assert not re.search(r"^ *# (?:title|group|param|pattern|only)\b", plain, re.MULTILINE)
        code = (re.sub(r"^ *#.*\n|^\n", "", text, flags=re.MULTILINE) for text in (plain, filled))
        assert len(set(code)) == 1


def test_no_recipe_has_the_name_of_a_named_query() -> None:
    assert not {query.name for query in all_recipes()} & {query.name for query in ALL}


@EACH
def test_the_declared_parameters_are_those_that_are_used(query: NamedQuery) -> None:
    declared = [parameter.name for parameter in query.parameters]
    assert len(declared) == len(set(declared)) == query.text.count("# param ")
    assert set(re.findall(r"\$(\w+)", query.text)) == set(declared) - {"first"}


@EACH
def test_a_pattern_is_of_a_declared_parameter_and_fits_its_default(query: NamedQuery) -> None:
    patterns = re.findall(r"^# pattern (\S+): (\S+) is \S.*$", query.text, re.MULTILINE)
    assert len(patterns) == query.text.count("# pattern ")
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    assert all(re.fullmatch(pattern, defaults[name]) for name, pattern in patterns)


@EACH
def test_a_limit_is_a_parameter_and_occurs_once(query: NamedQuery) -> None:
    limits = re.findall(r"^ *LIMIT (\d+)$", query.text, re.MULTILINE)
    assert query.text.count("LIMIT") == len(limits)
    assert limits == [p.default for p in query.parameters if p.name == "first"]


@EACH
def test_a_limit_cuts_rows_that_are_sorted_as_the_result_is(query: NamedQuery) -> None:
    cuts = list(CUT.finditer(query.text))
    assert len(cuts) == query.text.count("LIMIT")
    for cut in cuts:
        assert re.fullmatch(r"(?:DESC\(\?\w+\)|\?\w+)(?: (?:DESC\(\?\w+\)|\?\w+))*", cut["keys"])
        assert set(re.findall(r"\?\w+", cut["keys"])) <= set(re.findall(r"\?\w+", cut["names"]))
        (order,) = re.findall(r"^ORDER BY (.+)$", query.text, re.MULTILINE)
        assert f"{order} ".startswith(f"{cut['keys']} ")


@pytest.mark.sampled(6)
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
def test_a_query_sorts_its_results(query: NamedQuery) -> None:
    assert "\nORDER BY " in query.text


def test_parameters_that_are_not_set_have_their_defaults() -> None:
    assert values_of(ECHO.filled_text({})) == [("first", "")]
    assert values_of(ECHO.filled_text({"more": "second"})) == [("first", "second")]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_value_arrives_unchanged(value: str) -> None:
    assert values_of(ECHO.filled_text({"words": value, "more": value})) == [(value, value)]


@every_case(
    "value",
    ['" ) } #', "\\", '\\"', "a\nb", "a\r\nb", '") } ; DROP ALL #\n', "$more", "\\g<0>", "\\u0022"],
)
def test_no_value_escapes_from_its_quotes(value: str) -> None:
    assert values_of(ECHO.filled_text({"words": value, "more": "kept"})) == [(value, "kept")]


def test_the_parameter_first_sets_the_limit() -> None:
    query = named_query("notices")
    assert query.limit({}) == 100
    assert query.limit({"first": "7"}) == 7
    assert "\n    LIMIT 7\n" in query.filled_text({"first": "7"})
    assert named_query("counts").limit({}) is None


@every_case("first", ["", "0", "-1", "1.5", "ten", "1 OFFSET 2", "1\n", "٣", "1" * 10])
def test_the_parameter_first_must_be_a_whole_number(first: str) -> None:
    with pytest.raises(QueryError, match="notices: first must be a whole number from 1, not "):
        named_query("notices").filled_text({"first": first})


def test_an_unknown_parameter_is_an_error_that_lists_the_parameters() -> None:
    with pytest.raises(
        QueryError, match="echo has no parameter wrods; its parameters: words, more"
    ):
        ECHO.filled_text({"wrods": "a"})


def test_a_query_without_parameters_takes_none() -> None:
    with pytest.raises(QueryError, match="counts has no parameter case; its parameters: none"):
        named_query("counts").filled_text({"case": "2022Z00634"})


def test_a_query_is_found_by_its_name() -> None:
    assert named_query("still-open").title == "Still open"


def test_an_unknown_name_is_an_error_that_suggests_the_nearest() -> None:
    with pytest.raises(
        QueryError, match=r"there is no query named still-opn; did you mean still-open"
    ):
        named_query("still-opn")

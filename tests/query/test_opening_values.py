"""The values with which the pages of named queries open. Each finds something in the release."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kv2rdf.query.named_queries import NamedQuery, all_queries, all_recipes, named_query
from kv2rdf.query.open_release import Release
from kv2rdf.query.opening_values import opening_values
from kv2rdf.query.sparql import ResultRows
from tests.every_case import every_case

NOWHERE = {"wikidata": "Q1", "address": "https://example.org/nothing", "case": "1900Z00001"}
ABSENT = "zeppelinvaartuigen"


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


def rows(release: Release, query: NamedQuery, values: dict[str, str]) -> int:
    result = release.query(query.filled_text(values, release.candidates))
    assert isinstance(result, ResultRows)
    return len(result.rows)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("query", [*all_queries(), *all_recipes()], ids=lambda query: query.name)
def test_no_query_opens_with_an_empty_result(release: Release, query: NamedQuery) -> None:
    values = dict(opening_values(query, release))
    assert values == {p.name: p.default for p in query.parameters}  # The release contains the seed.
    assert rows(release, query, values)


@every_case(
    "name",
    [
        query.name
        for query in all_queries()
        if {p.name for p in query.parameters if p.default}
        & {"case", "address", "name", "wikidata", "cabinet", "words"}
    ],
)
def test_a_default_that_does_not_occur_is_replaced(release: Release, name: str) -> None:
    query = named_query(name)
    elsewhere = tuple(
        parameter
        if not parameter.default or parameter.default.isdecimal()
        else replace(parameter, default=NOWHERE.get(parameter.name, ABSENT))
        for parameter in query.parameters
    )
    foreign = replace(query, parameters=elsewhere)
    assert not rows(release, foreign, {p.name: p.default for p in elsewhere})
    values = dict(opening_values(foreign, release))
    assert values.keys() == {p.name for p in elsewhere}
    assert rows(release, foreign, values)


def test_the_session_is_the_newest_one_unless_a_reader_names_one(release: Release) -> None:
    query = named_query("most-cases-in-a-session")
    sessions = {
        row[0]
        for session in ("", "1999-2000")
        for row in release.query(query.filled_text({"session": session})).rows  # type: ignore[union-attr]
    }
    assert len(sessions) == 2
    assert max(sessions) == "2030-2031"

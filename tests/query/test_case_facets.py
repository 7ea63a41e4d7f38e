"""Facets of searches. Each number is the number of cases that the filter then finds."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kv2rdf.query.case_facets import CaseFacets, FacetValue
from kv2rdf.query.found_texts import TextFilter
from kv2rdf.query.open_release import Release
from kv2rdf.release.case_index import create_tables
from kv2rdf.release.search_words import search_words


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


@pytest.mark.parametrize("words", ["de", "minister OR staatssecretaris", ""])
def test_a_number_is_that_of_the_cases_that_the_filter_finds(release: Release, words: str) -> None:
    facets = release.facets(words)
    assert facets.total
    filters = [
        *((TextFilter(party=v.value), v.count) for v in facets.parties),
        *((TextFilter(ministry=v.value), v.count) for v in facets.ministries),
        *((TextFilter(chamber=v.value), v.count) for v in facets.chambers),
        *((TextFilter(kinds=frozenset({v.value})), v.count) for v in facets.kinds if words),
    ]
    assert len(filters) > 10
    for only, count in filters:
        assert release.facets(words, only).total == count, only
        assert release.found_cases(words, only=only).total == count, only


def test_filters_are_combined(release: Release) -> None:
    only = TextFilter(chamber="tk")
    for party in release.facets("de", only).parties[:3]:
        both = release.facets("de", replace(only, party=party.value))
        assert (both.total, both.chambers) == (party.count, (FacetValue("tk", party.count),))


def test_years_are_in_order_and_add_up(release: Release) -> None:
    facets = release.facets("")
    years = [value.value for value in facets.years]
    assert years == sorted(years, reverse=True)
    assert 0 < sum(v.count for v in facets.years) <= facets.total == release.found_cases().total


def names_of_cases(role: str, *things: tuple[str, list[str]]) -> list[tuple[str, ...]]:
    """Return the names of cases, each of which is linked to one entity.

    The first name of an entity is its main name. An entity without a slash is a printed name.
    """
    index = sqlite3.connect(":memory:")
    create_tables(index)
    for number, (value, labels) in enumerate(things):
        printed = role if role == "ministry" or "/" in value else "printed party"
        index.execute(
            "INSERT INTO dossier VALUES (?, ?, 'tk', '', '', '2006', '')", (number, number)
        )
        index.execute("INSERT OR IGNORE INTO thing (value) VALUES (?)", (value,))
        ((thing,),) = index.execute("SELECT number FROM thing WHERE value = ?", (value,))
        index.execute("INSERT INTO link VALUES (?, ?, ?)", (number, printed, thing))
        for label in labels:
            row = (thing, label, label is labels[0], search_words(label).strip())
            index.execute("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", row)
    facets = CaseFacets.read(lambda statement, values: index.execute(statement, values).fetchall())
    index.close()
    chosen = facets.ministries if role == "ministry" else facets.parties
    return [chosen[number] for number in range(len(things))]


def test_a_party_has_its_most_printed_name() -> None:
    assert names_of_cases(
        "party",
        ("http://x/pvda", ["Partij van de Arbeid", "PvdA"]),
        ("PvdA", ["PvdA"]),
        ("P.V.D.A.", ["P.V.D.A."]),
        ("PvdA", ["PvdA"]),
        ("Partij van de Arbeid", ["Partij van de Arbeid"]),
        ("Groep X", ["Groep X"]),
        ("http://x/never-printed", ["Nooit gedrukt"]),
    ) == [("PvdA",), ("PvdA",), ("PvdA",), ("PvdA",), (), ("Groep X",), ()]


def test_a_case_counts_for_the_ministries_in_the_register_to_which_it_is_linked() -> None:
    assert names_of_cases(
        "ministry",
        ("http://x/bzk", ["Binnenlandse Zaken en Koninkrijksrelaties", "BZK"]),
        ("http://x/biza", ["Binnenlandse Zaken"]),
        ("minister van Binnenlandse Zaken", ["minister van Binnenlandse Zaken"]),
        ("premier", ["premier"]),
    ) == [("bzk",), ("biza",), (), ()]

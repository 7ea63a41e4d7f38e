"""Lists of offices, split into one mention for each office with its ministry."""

import pytest

from kv2rdf.sources.phrases.offices import offices_named_in
from tests.every_case import every_case


@every_case(
    ("words", "found"),
    [
        ("de Minister van Land en de Minister van Zee",
         ["de Minister van Land", "de Minister van Zee"]),
        ("de Ministers van Land en van Zee", ["de Ministers van Land en van Zee"]),
        ("de Minister van Land, Water en Zee", ["de Minister van Land, Water en Zee"]),
        ("de Minister-President en de Minister van Zee",
         ["de Minister-President", "de Minister van Zee"]),
        ("aan de Minister van Land, alsmede aan de Staatssecretaris van Zee",
         ["de Minister van Land", "de Staatssecretaris van Zee"]),
    ],
)  # fmt: skip
def test_a_list_is_split_before_an_office(words: str, found: list[str]) -> None:
    assert [mention.printed for mention in offices_named_in(words)] == found


@pytest.mark.parametrize(
    "words",
    [
        "de Staatssecretaris en de Minister van Zee",
        "de Minister en de Staatssecretaris van Land, Water en Zee",
        "de minister en staatssecretaris van Zee",
    ],
)
def test_a_rank_without_a_ministry_is_of_the_ministry_that_follows(words: str) -> None:
    assert [mention.printed for mention in offices_named_in(words)] == [words]


def test_only_the_ranks_with_one_ministry_stay_together() -> None:
    words = (
        "de Minister van Land, de Staatssecretaris en de Minister van Zee en de Minister van Lucht"
    )
    assert [mention.printed for mention in offices_named_in(words)] == [
        "de Minister van Land",
        "de Staatssecretaris en de Minister van Zee",
        "de Minister van Lucht",
    ]

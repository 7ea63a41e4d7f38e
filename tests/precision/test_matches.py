"""The drawn matches are still found by the program."""

import csv
from pathlib import Path

from tests.precision.draw_matches import COLUMNS, Match, drawn, person_and_rule, shipped_matcher

LIST = Path(__file__).with_name("matches.csv")


def matches() -> list[Match]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return [Match(**row) for row in csv.DictReader(file)]


def test_there_are_four_hundred_of_all_years() -> None:
    found = matches()
    assert len({match.participation for match in found}) == 400
    assert {int(match.day[:4]) for match in found} == set(range(1984, 2025))


def test_every_match_was_read_and_is_right() -> None:
    assert {match.verdict for match in matches()} == {"right"}


def test_each_is_still_the_same_person() -> None:
    matcher = shipped_matcher()
    for match in matches():
        row = {column: getattr(match, column) for column in COLUMNS}
        found = person_and_rule(matcher, row)
        assert found, match
        assert found[0] == match.person


def test_a_draw_does_not_depend_on_the_order_of_the_matches() -> None:
    found = matches()
    assert drawn(found, "a", 50) == drawn(reversed(found), "a", 50)
    assert drawn(found, "a", 50) != drawn(found, "b", 50)

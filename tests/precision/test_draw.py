"""The program that draws identified persons, and the list that it drew."""

import csv
from collections import Counter
from pathlib import Path

from tests.precision.draw import COLUMNS, drawn_matches, identified_persons

LIST = Path(__file__).parent / "drawn_matches.csv"
VERDICTS = Path(__file__).parent / "verdicts.csv"
MATCHES = [
    (f"p{year}-{number}", "indiener", f"{year}-01-01", "Baken", "ABC", "baken-1950", "rule")
    for year, count in ((1984, 2), (1985, 9), (1986, 9))
    for number in range(count)
]


def test_each_year_has_as_many_matches_as_the_others_if_it_can() -> None:
    drawn = drawn_matches(MATCHES, 12, "a seed")
    assert Counter(match[2][:4] for match in drawn) == {"1984": 2, "1985": 5, "1986": 5}
    assert drawn == sorted(drawn, key=lambda match: match[2])


def test_a_seed_draws_the_same_matches_from_any_order() -> None:
    drawn = drawn_matches(MATCHES, 12, "a seed")
    assert drawn_matches(reversed(MATCHES), 12, "a seed") == drawn
    assert drawn_matches(MATCHES, 12, "another seed") != drawn


def test_persons_of_the_seed_can_be_drawn(seed_release: Path) -> None:
    found = drawn_matches(identified_persons(seed_release), 400, "a seed")
    assert {match[COLUMNS.index("printed")] for match in found} >= {"Hilde Palland"}


def test_the_list_has_400_different_matches_of_all_years() -> None:
    with LIST.open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    assert tuple(columns) == COLUMNS
    assert len({tuple(row) for row in rows}) == len(rows) == 400
    assert {int(row[2][:4]) for row in rows} == set(range(1984, 2025))


def test_every_match_in_the_list_has_a_verdict_and_none_is_wrong() -> None:
    with LIST.open(encoding="utf-8", newline="") as file:
        listed = [(r["participation"], r["printed"], r["person"]) for r in csv.DictReader(file)]
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))
    assert [(r["participation"], r["printed"], r["person"]) for r in read] == listed
    assert Counter(row["verdict"] for row in read) == {"right": 400}

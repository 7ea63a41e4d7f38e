"""The longest waits, the media cited and the examples in a report."""

from dataclasses import replace
from datetime import date

from kv2rdf.pipeline.reports.highlights import cited_media, finding_examples, longest_waits
from tests.pipeline.reports.expected_cases import case

DAY = date(1998, 3, 1)


def test_the_longest_wait_is_first_and_cases_without_an_answer_are_left_out() -> None:
    cases = [
        replace(case(1), days=None),
        replace(case(2, day=DAY), days=10, title="the shorter wait"),
        replace(case(3, day=None), days=20, title="the longer wait"),
    ]
    assert longest_waits(cases) == [
        {
            "case": {"case": "case 3", "file": "dossiers/undated/case 3.ttl"},
            "title": "the longer wait",
            "year": None,
            "days": 20,
        },
        {
            "case": {"case": "case 2", "file": "dossiers/1998/case 2.ttl"},
            "title": "the shorter wait",
            "year": 1998,
            "days": 10,
        },
    ]


def test_waits_of_the_same_length_are_in_the_order_of_their_cases_and_only_15_are_shown() -> None:
    cases = [replace(case(number), days=7) for number in range(30, 10, -1)]
    shown = [wait["case"]["case"] for wait in longest_waits(cases)]
    assert shown == [f"case {number}" for number in range(11, 26)]


def test_a_medium_has_its_number_of_cases_its_years_and_its_latest_cases() -> None:
    trouw = ("Trouw", "https://e.org/trouw")
    days = (date(1991, 1, 1), date(2003, 1, 1), date(1998, 1, 1), date(1999, 1, 1))
    both = (trouw, ("Metro", "https://e.org/metro"))
    cases = [
        replace(case(n, day=day), media=both if n == 1 else (trouw,)) for n, day in enumerate(days)
    ]
    first, second = cited_media(cases)
    assert (first["medium"], first["cases"]) == ("Trouw", 4)
    assert (first["first_year"], first["last_year"]) == (1991, 2003)
    assert [example["case"] for example in first["examples"]] == ["case 1", "case 3", "case 2"]
    assert (second["medium"], second["cases"], second["last_year"]) == ("Metro", 1, 2003)
    (undated,) = cited_media([replace(case(1, day=None), media=(trouw,))])
    assert undated["first_year"] is None


def test_each_rule_has_its_latest_cases_as_examples() -> None:
    cases = [
        replace(case(n, day=date(1990 + n, 1, 1)), findings=(("tekstcorrectie", 2),))
        for n in range(1, 6)
    ]
    found = finding_examples([*cases, replace(case(9), findings=(("leeg-onderdeel", 1),))])
    assert list(found) == ["leeg-onderdeel", "tekstcorrectie"]
    assert [c["case"] for c in found["tekstcorrectie"]] == ["case 5", "case 4", "case 3"]

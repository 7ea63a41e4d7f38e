"""The checks of certain matches find all contradictions, and nothing else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.precision.check_matches import checks, checks_of_release
from tests.precision.matches_of_release import CheckedMatch, CheckedSpell, PersonFacts, persons_of

TK = "https://identifier.overheid.nl/tooi/id/oorg/oorg10002"
EK = "https://identifier.overheid.nl/tooi/id/oorg/oorg10001"
GROUP = "https://example.org/id/fractie/abc-tk"
FIRST, LAST = date(2003, 1, 30), date(2010, 6, 16)
ASKING = CheckedMatch(
    address="case#indiener", role="indiener", rule="zetel-op-de-dag", person="eva",
    day=date(2005, 1, 1), chamber=TK, name="E. Naam", group=GROUP,
)  # fmt: skip
ANSWERING = CheckedMatch(
    address="case#antwoordgever", role="antwoordgever", rule="naam-en-ambt-op-de-dag",
    person="eva", day=date(2005, 1, 1), chamber=TK, name="Naam", office="minister",
)  # fmt: skip
IN_GROUP = CheckedSpell(organisation=GROUP, first=FIRST, last=LAST)
IN_OFFICE = CheckedSpell(organisation="ministry", office="minister", first=FIRST, last=LAST)
EVA = PersonFacts(initial="E", born=date(1987, 1, 1), surnames=("naam",))


def contradicted(match: CheckedMatch, *held: CheckedSpell, person: PersonFacts = EVA) -> list[str]:
    found = checks([match], {"eva": held}, {"eva": person})
    return [check for check, _ in found.contradictions]


def test_a_match_that_agrees_with_everything_has_no_contradiction() -> None:
    found = checks([ASKING, ANSWERING], {"eva": (IN_GROUP, IN_OFFICE)}, {"eva": EVA})
    assert found.contradictions == []
    assert found.made == {
        "first initial": 1, "18 years old": 2, "seat on the day": 1, "group on the day": 1,
        "office on the day": 1,
    }  # fmt: skip
    assert not found.other_letters


@pytest.mark.parametrize(("name", "agrees"), [
    ("E.A. Naam", True), ("Naam E.", True), ("A. Naam", False), ("A.E. Naam", False),
    ("Naam", True), ("Naam.", True),
])  # fmt: skip
def test_another_first_initial_is_a_contradiction(name: str, *, agrees: bool) -> None:
    found = contradicted(replace(ASKING, name=name), IN_GROUP)
    assert found == ([] if agrees else ["first initial"])
    nobody = PersonFacts(surnames=("naam",))
    assert contradicted(replace(ASKING, name=name), IN_GROUP, person=nobody) == []


def test_nobody_asks_before_the_day_of_being_18() -> None:
    held = replace(IN_GROUP, first=None), replace(IN_GROUP, first=date(2000, 1, 1))
    assert contradicted(replace(ASKING, day=date(2005, 1, 1)), *held) == []
    assert contradicted(replace(ASKING, day=date(2004, 12, 31)), *held) == ["18 years old"]


@pytest.mark.parametrize(("day", "agrees"), [
    (date(2003, 1, 29), False), (FIRST, True), (LAST, True), (date(2010, 6, 17), False),
])  # fmt: skip
def test_an_asker_has_a_seat_on_the_day(day: date, *, agrees: bool) -> None:
    match = replace(ASKING, day=day)
    grown_up = replace(EVA, born=None)
    expected = [] if agrees else ["seat on the day"]
    assert contradicted(match, IN_GROUP, person=grown_up) == expected
    in_chamber = replace(IN_GROUP, organisation=TK)
    assert contradicted(match, in_chamber, person=grown_up) == expected
    undated = replace(IN_GROUP, first=None)
    assert contradicted(match, undated, person=grown_up) == ["seat on the day"]


@pytest.mark.parametrize(
    "rule", ["gekozen-in-een-aangrenzende-zittingsperiode", "tussentijds-en-spreekt"]
)
def test_an_asker_who_came_during_the_term_may_have_a_seat_on_an_unknown_day(rule: str) -> None:
    match = replace(ASKING, day=date(2010, 6, 17), rule=rule)
    assert contradicted(match, IN_GROUP) == []
    young = replace(EVA, born=date(2000, 1, 1))
    assert contradicted(match, IN_GROUP, person=young) == ["18 years old"]
    found = checks([match], {"eva": (IN_GROUP,)}, {"eva": EVA})
    assert "seat on the day" not in found.made


def test_a_seat_in_the_other_chamber_or_another_group_does_not_count() -> None:
    assert contradicted(replace(ASKING, chamber=EK), IN_GROUP) == ["seat on the day"]
    other = replace(IN_GROUP, organisation="https://example.org/id/fractie/xyz-tk")
    assert contradicted(ASKING, other) == ["group on the day"]
    assert contradicted(ASKING, other, IN_GROUP) == []
    assert contradicted(replace(ASKING, group=""), other) == []


@pytest.mark.parametrize(("day", "agrees"), [
    (date(2003, 1, 29), False), (FIRST, True), (date(2010, 6, 23), True),
    (date(2010, 6, 24), False),
])  # fmt: skip
def test_an_officer_holds_the_office_or_did_a_week_before(day: date, *, agrees: bool) -> None:
    match = replace(ANSWERING, day=day)
    grown_up = replace(EVA, born=None)
    expected = [] if agrees else ["office on the day"]
    assert contradicted(match, IN_OFFICE, person=grown_up) == expected
    elsewhere = replace(match, office="other")
    assert contradicted(elsewhere, IN_OFFICE, person=grown_up) == ["office on the day"]
    by_name = replace(elsewhere, rule="naam-van-ambtsdrager-op-de-dag")
    assert contradicted(by_name, IN_OFFICE, person=grown_up) == expected
    assert contradicted(by_name, IN_GROUP, person=grown_up) == ["office on the day"]


def test_a_name_with_other_letters_is_counted_and_is_not_a_contradiction() -> None:
    found = checks([replace(ASKING, name="Naham")], {"eva": (IN_GROUP,)}, {"eva": EVA})
    assert (found.contradictions, found.other_letters) == ([], {("Naham", "eva"): 1})


def test_persons_are_read_from_both_folders_of_tables(tmp_path: Path) -> None:
    heading = "key,given,family,initials,other_names,birth_date\n"
    for folder, rows in (
        ("authority", "eva,Eva,As-Één,,,\n"), ("brought", "eva,,,A.,Drie|Eva Vier,1987-01-01\n")
    ):  # fmt: skip
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "persons.csv").write_text(heading + rows, encoding="utf-8")
    (eva,) = persons_of(tmp_path, "https://example.org").items()
    names = ("aseen", "drie", "evavier", "een")
    assert eva == (
        "https://example.org/id/persoon/eva",
        PersonFacts(initial="A", born=date(1987, 1, 1), surnames=names),
    )


def test_the_seed_has_no_contradiction(seed_release: Path) -> None:
    found = checks_of_release(seed_release)
    assert found.contradictions == []
    assert found.made["seat on the day"] == 2
    assert found.made["office on the day"] == 4


@pytest.mark.long
@pytest.mark.corpus
def test_a_sample_of_the_archive_has_no_contradiction(real_release: Path) -> None:
    found = checks_of_release(real_release)
    assert found.contradictions == []
    assert min(found.made.values()) > 0
    assert found.made["seat on the day"] > 20

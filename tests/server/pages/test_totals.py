"""Totals over a whole release: they equal the totals of its parts."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import SparqlStore
from kv2rdf.server.pages.case_rows import longest_wait
from kv2rdf.server.pages.case_totals import (
    SELECTIONS,
    CaseSelection,
    all_case_totals,
    case_totals,
)
from kv2rdf.server.pages.figures.figure import FigureName
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.listed_things import listed_things
from kv2rdf.server.pages.requested_list import RequestedList
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from kv2rdf.server.pages.thing_view import case_lists, thing_view
from tests.open_releases import answer_rows

CASES = """
SELECT ?case ?state ?in_time ?day WHERE {
  ?case a kv:Dossier ; kv:state ?state
  OPTIONAL { ?case kv:answeredInTime ?in_time } OPTIONAL { ?case dct:dateSubmitted ?day }
}
ORDER BY DESC(?day) ?case
"""
WAITS = "SELECT ?days ?number WHERE { ?case kv:daysToAnswer ?days ; eli-dl:process_id ?number }"

NOTES = """
@prefix kv: <https://w3id.org/kamervragen/def#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
<a> kv:citedMedium <trouw> ; eli:is_part_of <questions> .
<b> kv:citedMedium <trouw> ; eli:is_part_of <answer> .
<questions> a kv:QuestionDocument ; kv:concernsDossier <1> .
<answer> a kv:AnswerDocument ; kv:concernsDossier <2> .
"""


def test_the_totals_of_all_cases_are_those_in_the_store(golden_release: Path) -> None:
    with Release(golden_release) as release:
        totals, listed = all_case_totals(release), list(listed_cases(release))
    rows = answer_rows(golden_release, CASES)
    assert listed == [case for case, *_ in rows]
    assert totals.total == len(rows)
    assert totals.by_state == Counter(state.rpartition("/")[2] for _, state, _, _ in rows)
    assert totals.by_year == Counter(int(day[:4]) for *_, day in rows if day)
    assert totals.late == sum(in_time == "false" for _, _, in_time, _ in rows) > 0
    assert totals.in_time == sum(in_time == "true" for _, _, in_time, _ in rows) > 0
    assert len(totals.by_year) > 1
    assert sum(totals.by_year.values()) < totals.total  # Some cases have no date.


def test_every_state_of_a_case_can_be_selected(golden_release: Path) -> None:
    with Release(golden_release) as release:
        states = {case.state for case in listed_cases(release).values()}
    assert "afgedaan" in states
    assert states <= {*SELECTIONS}


@pytest.mark.parametrize("name", [None, *SELECTIONS])
def test_a_selection_contains_as_many_cases_as_its_total(
    golden_release: Path, name: str | None
) -> None:
    with Release(golden_release) as release:
        cases = listed_cases(release).values()
    totals = case_totals(cases)
    for year in (None, *totals.by_year):
        selection = CaseSelection(name, year)
        assert totals.selected(selection) == sum(map(selection.contains, cases))


def test_a_list_is_as_long_as_its_total_and_the_newest_cases_come_first(
    golden_release: Path,
) -> None:
    with Release(golden_release) as release:
        cases = list(listed_cases(release))[:30]
        lists = case_lists(release, {"about": [*reversed(cases), "https://x/"]}, RequestedList())
    assert [row.address for row in lists.shown.rows] == cases
    assert lists.shown.counts.total == len(cases)


def test_the_longest_wait_is_the_largest_number_of_days(golden_release: Path) -> None:
    waits = [(int(days), number) for days, number in answer_rows(golden_release, WAITS)]
    with Release(golden_release) as release:
        longest = longest_wait(release)
    assert longest is not None
    assert (longest.days, longest.number) in waits
    assert longest.days == max(days for days, _ in waits)


@pytest.mark.parametrize("kind", ["fractie", "medium", "ministerie"])
def test_a_list_of_all_things_counts_the_cases_of_each(golden_release: Path, kind: str) -> None:
    with Release(golden_release) as release:
        listed = listed_things(release, kind, "nl")
        found = {}
        for thing in listed:
            key = thing.address.rpartition("/")[2]
            view = thing_view(release, kind, key, "nl", RequestedList())
            assert view is not None
            found[thing.address] = view.lists.totals[THING_KINDS[kind].lists[0]]
    assert {thing.address: thing.count for thing in listed} == {
        address: totals.total for address, totals in found.items()
    }
    assert any(thing.count > 1 for thing in listed)


def test_a_medium_has_as_many_cases_as_in_the_figure(golden_release: Path) -> None:
    with Release(golden_release) as release:
        listed = {thing.address: thing.count for thing in listed_things(release, "medium", "nl")}
        rows = figure_rows(release, FIGURES["media"])
    counted: Counter[str | None] = Counter()
    for _, medium, cases, _ in rows:
        assert isinstance(medium, FigureName)
        assert isinstance(cases, int)
        counted[medium.address] += cases
    assert len(listed) > 1
    assert counted == listed


def test_the_notes_of_an_answer_do_not_count_for_a_medium() -> None:
    store = ox.Store()
    store.load(NOTES.encode(), ox.RdfFormat.TURTLE, base_iri="https://x/")
    medium = THING_KINDS["medium"]
    for pattern in (medium.things, medium.cases.replace("$thing", "<https://x/trouw>")):
        assert SparqlStore(store).rows(f"SELECT ?case WHERE {{ {pattern} }}") == (("https://x/1",),)

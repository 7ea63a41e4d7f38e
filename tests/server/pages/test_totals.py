"""Totals over a whole release: they equal the totals of its parts."""

from pathlib import Path

import pytest

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.case_rows import longest_wait
from kv2rdf.server.pages.case_totals import all_case_totals, case_totals
from kv2rdf.server.pages.listed_things import listed_things
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from tests.open_releases import answer_rows

WAITS = "SELECT ?days ?number WHERE { ?case kv:daysToAnswer ?days ; eli-dl:process_id ?number }"


def test_the_totals_of_all_cases_are_those_of_a_pattern_that_finds_all(
    golden_release: Path,
) -> None:
    with Release(golden_release) as release:
        totals = all_case_totals(release)
        assert totals == case_totals(release, "?case a kv:Dossier .")
    assert totals.late
    assert totals.in_time
    assert len(totals.by_year) > 1
    assert sum(totals.by_year.values()) < totals.total  # Some cases have no date.


def test_the_longest_wait_is_the_largest_number_of_days(golden_release: Path) -> None:
    waits = [(int(days), number) for days, number in answer_rows(golden_release, WAITS)]
    with Release(golden_release) as release:
        longest = longest_wait(release)
    assert longest is not None
    assert (longest.days, longest.number) in waits
    assert longest.days == max(days for days, _ in waits)


@pytest.mark.parametrize("kind", ["fractie", "medium", "ministerie"])
def test_a_list_of_all_things_counts_the_cases_of_each(golden_release: Path, kind: str) -> None:
    pattern = next(iter(THING_KINDS[kind].cases.values()))
    with Release(golden_release) as release:
        listed = listed_things(release, kind, "nl")
        found = {
            thing.address: case_totals(release, pattern.replace("$thing", f"<{thing.address}>"))
            for thing in listed
        }
    assert {thing.address: thing.count for thing in listed} == {
        address: totals.total for address, totals in found.items()
    }
    assert any(thing.count > 1 for thing in listed)

"""The figures by ministry count every answered case, also if its ministry is not known."""

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from tests.server.clients import client


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


def table(pages: TestClient, name: str) -> list[dict[str, str]]:
    text = pages.get(f"/nl/cijfers/{name}?vorm=csv").text
    return list(csv.DictReader(io.StringIO(text)))


def test_late_cases_of_a_ministry_are_among_those_that_it_answered(pages: TestClient) -> None:
    answered = {r["ministry"]: int(r["answered"]) for r in table(pages, "dagen-per-ministerie")}
    *rows, unknown = table(pages, "te-laat-per-ministerie")
    assert rows
    assert (unknown["ministry"], unknown["ministry_address"]) == ("ministerie niet bekend", "")
    for row in rows:
        assert 0 < int(row["known_deadline"]) <= answered[row["ministry"]]
        assert row["ministry_address"].startswith("https://identifier.overheid.nl/")


def test_each_answered_case_is_counted_in_some_ministry_or_as_not_known(
    pages: TestClient, golden_release: Path
) -> None:
    answering = (
        "?case eli-dl:consists_of/eli-dl:had_participation ?answering ."
        " ?answering eli-dl:participation_role c:antwoordgever ."
        " ?case kv:answeredBy ?somebody ."
        " ?answering"
    )
    ministry = f"{answering} eli-dl:had_participant_organization ?ministry"
    office = f"{answering} kv:officeAsInSource|kv:ministryAsInSource ?office"
    for name, column, fact, known in (
        ("dagen-per-ministerie", "answered", "kv:daysToAnswer", (ministry, office)),
        ("te-laat-per-ministerie", "known_deadline", "kv:answeredInTime", (ministry,)),
    ):
        absent = " ".join(f"FILTER NOT EXISTS {{ {pattern} }}" for pattern in known)
        with Release(golden_release) as release:
            ((count,),) = rows_of(
                release.query(f"SELECT (COUNT(*) AS ?n) {{ ?case {fact} ?value {absent} }}")
            )
            ((whole,),) = rows_of(
                release.query(f"SELECT (COUNT(*) AS ?n) {{ ?case {fact} ?value }}")
            )
        rows = table(pages, name)
        assert rows[-1]["ministry"] == "ministerie niet bekend"
        assert int(rows[-1][column]) == int(count)
        assert sum(int(row[column]) for row in rows) >= int(whole)


@pytest.mark.parametrize("name", ["dagen-per-ministerie", "te-laat-per-ministerie"])
def test_the_sentence_names_a_ministry_that_is_known(pages: TestClient, name: str) -> None:
    answer = pages.get(f"/en/cijfers/{name}")
    assert "ministry not known" in answer.text
    listed = pages.get("/en/cijfers").text
    assert "ministry not known" not in listed

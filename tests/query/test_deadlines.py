"""The deadlines in the data, recomputed from the dates with SPARQL."""

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, QuerySolutions, Store

from kv2rdf.release.files import ReleaseFiles

PREFIXES = """
    PREFIX kv: <https://w3id.org/kamervragen/def#>
    PREFIX c: <https://w3id.org/kamervragen/id/begrip/>
    PREFIX eli: <http://data.europa.eu/eli/ontology#>
    PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
"""
"""The prefixes of the query."""

DEADLINES = """
    SELECT ?case ?tabled ?termDays ?stated ?days ?inTime ?extended ?inExtended
        (MIN(?answeredOn) AS ?answered) (MAX(?noticed) AS ?lastNotice)
    WHERE {
        ?case kv:state ?state ; eli-dl:consists_of ?tabling .
        ?tabling eli-dl:had_activity_type c:indiening ; eli-dl:activity_date ?tabled .
        OPTIONAL { ?case kv:answerDue ?stated }
        OPTIONAL { ?case kv:answerTerm/kv:termDays ?termDays }
        OPTIONAL { ?case kv:daysToAnswer ?days }
        OPTIONAL { ?case kv:answeredInTime ?inTime }
        OPTIONAL { ?case kv:extendedDue ?extended }
        OPTIONAL { ?case kv:answeredInExtendedTime ?inExtended }
        OPTIONAL {
            ?answer kv:concernsDossier ?case ; eli:work_type c:antwoord ;
                eli:date_document ?answeredOn
        }
        OPTIONAL {
            ?notice kv:concernsDossier ?case ; kv:announcedDay ?noticed
        }
    } GROUP BY ?case ?tabled ?termDays ?stated ?days ?inTime ?extended ?inExtended
"""
"""A query for the dates of each case, and for its deadline as stated in the data."""


@pytest.fixture(scope="module")
def cases(golden_release: Path) -> list[dict[str, str | None]]:
    """The dates and the deadline of each case in the golden cases."""
    store = Store.read_only(str(ReleaseFiles(golden_release).store))
    solutions = store.query(PREFIXES + DEADLINES, use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    values = ((row[name] for name in names) for row in solutions)
    words = ((v.value if isinstance(v, Literal) else None for v in row) for row in values)
    return [dict(zip(names, row, strict=True)) for row in words]


def day(words: str | None) -> date | None:
    return None if words is None else date.fromisoformat(words)


def truth(value: bool | None) -> str | None:  # noqa: FBT001 - None is a value too
    return None if value is None else str(value).lower()


def test_the_golden_cases_have_every_kind_of_deadline(cases: list[dict[str, str | None]]) -> None:
    assert {row["inTime"] for row in cases} == {None, "true", "false"}
    assert {row["inExtended"] for row in cases} == {None, "false"}
    assert any(row["stated"] and not row["termDays"] for row in cases)


def test_each_deadline_follows_from_the_dates(cases: list[dict[str, str | None]]) -> None:
    assert len(cases) > 50
    for row in cases:
        tabled, answered, due = day(row["tabled"]), day(row["answered"]), day(row["stated"])
        extended = day(row["extended"])
        assert tabled is not None
        if row["termDays"] is not None:
            assert due is not None
            assert (due - tabled).days == int(row["termDays"])
        if extended is not None:
            assert due is not None
            assert due < extended == day(row["lastNotice"])
        days = (answered - tabled).days if answered else None
        assert row["days"] == (None if days is None else str(days))
        assert row["inTime"] == truth(answered <= due if answered and due else None)
        assert row["inExtended"] == truth(answered <= extended if answered and extended else None)

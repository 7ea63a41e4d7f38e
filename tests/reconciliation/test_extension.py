"""Data extension: the values of properties, validated against schemas of the specification."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kv2rdf.errors import UnknownEntityError
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.extension import extension_response, viewed_address
from kv2rdf.reconciliation.extension_properties import PROPERTIES
from kv2rdf.reconciliation.reconciler import Reconciler
from tests.every_case import every_case
from tests.reconciliation import schemas
from tests.reconciliation.schemas import check
from tests.reconciliation.small_register import (
    AT,
    DAY,
    LATER,
    MINISTRY,
    REGISTER,
    dated_reconciler,
    small_reconciler,
)

BASE = "https://example.org/id"
PALLAND = f"{HOME}/id/persoon/palland-hm-1979"
CASE = f"{HOME}/eli/nl/tk/zaak/2022Z00634"
MINISTER = "minister van Wind en Water"
PARTY = {"id": f"{BASE}/partij/abc", "name": "Alle Burgers Club"}
TYPED = ("party", "office", "holder", "ministry", "asker", "answerer", "topic", "wider")


def asked(ids: list[str], *properties: str, **settings: object) -> dict[str, Any]:
    query = {"ids": ids, "properties": [{"id": pid, "settings": settings} for pid in properties]}
    check(query, schemas.EXTENSION_QUERY)
    return query


def cell(
    thing: str, pid: str, reconciler: Reconciler | None = None, **settings: object
) -> list[dict[str, Any]]:
    """Return the values of one property of an entity, given by its address below the base."""
    address = thing if thing.startswith("https:") else f"{BASE}/{thing}"
    response = extension_response(
        reconciler or small_reconciler(), asked([address], pid, **settings)
    )
    check(response, schemas.EXTENSION_RESPONSE)
    values: list[dict[str, Any]] = response["rows"][address][pid]
    return values


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("thing", "pid", "values"), [
    ("persoon/eva", "wikidata", [{"str": "Q11"}]),
    ("persoon/eva", "party", [PARTY]),
    ("persoon/eva", "groups", [{"str": "ABC, Tweede Kamer, from 2003-01-30 to 2010-06-16"}]),
    ("persoon/eva", "office", []), ("persoon/eva", "born", []), ("persoon/eva", "topic", []),
    ("persoon/oud", "office", [{"id": f"{BASE}/ambt/minister-wind", "name": MINISTER}]),
    ("persoon/oud", "tenures", [{"str": f"{MINISTER}, from 2003-01-30 to 2010-06-16"}]),
    ("partij/abc", "wikidata", [{"str": "Q1"}]), ("partij/abc", "abbreviation", [{"str": "ABC"}]),
    ("partij/old", "first-day", [{"date": "1950-01-01T00:00:00Z"}]),
    ("partij/old", "last-day", [{"date": "1980-01-01T00:00:00Z"}]),
    (MINISTRY.tooi or "", "abbreviation", [{"str": "WW"}]),
    ("ambt/minister-wind", "holder", [{"id": f"{BASE}/persoon/oud", "name": "Oud Gediend"}]),
    ("ambt/minister-wind", "tenures", [{"str": "Oud Gediend, from 2003-01-30 to 2010-06-16"}]),
    ("ambt/minister-wind", "ministry", [{"id": MINISTRY.tooi, "name": "Wind en Water"}]),
    ("ambt/staatssecretaris-wind", "holder", []),
])  # fmt: skip
def test_things_of_the_register_have_values(
    thing: str, pid: str, values: list[dict[str, Any]]
) -> None:
    assert cell(thing, pid) == values


def test_a_ministry_has_all_its_offices() -> None:
    names = [value["name"] for value in cell(MINISTRY.tooi or "", "office")]
    assert names == [MINISTER, "staatssecretaris van Wind en Water"]


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("thing", "pid", "count"), [
    ("persoon/eva", "party", 1), ("persoon/eva", "groups", 1), ("persoon/oud", "office", 1),
    ("persoon/oud", "tenures", 1), ("ambt/minister-wind", "holder", 1),
    ("ambt/minister-wind", "tenures", 1),
])  # fmt: skip
def test_a_day_leaves_only_what_was_so_on_that_day(thing: str, pid: str, count: int) -> None:
    for day, expected in (
        (DAY, count), (f"{DAY}T00:00:00Z", count), ("", count), ("2003-01-30", count),
        ("2003-01-29", 0), ("2010-06-16", count), ("2010-06-17", 0), (LATER, 0),
    ):  # fmt: skip
        assert len(cell(thing, pid, day=day)) == expected, day


def test_only_certain_days_count_and_uncertain_ones_are_said() -> None:
    words = [
        (DatePrecision.NOT_BEFORE, "from 2003-01-30 or later to 2010-06-16"),
        (DatePrecision.NOT_AFTER, "from 2003-01-30 or earlier to 2010-06-16"),
        (DatePrecision.TERM, "from 2003-01-30 (elected for the term) to 2010-06-16"),
    ]
    for precision, expected in words:
        dated = dated_reconciler(precision)
        assert cell("persoon/eva", "groups", dated) == [{"str": f"ABC, Tweede Kamer, {expected}"}]
        assert cell("persoon/eva", "party", dated) == [PARTY]
        is_certain = precision is DatePrecision.NOT_AFTER
        assert bool(cell("persoon/eva", "party", dated, day=DAY)) is is_certain
    unknown = dated_reconciler(None)
    assert cell("persoon/eva", "groups", unknown) == [{"str": "ABC, Tweede Kamer"}]
    assert cell("persoon/eva", "party", unknown, day=DAY) == []


def test_what_the_release_does_not_have_is_only_named() -> None:
    only_eva = Reconciler.of(REGISTER, AT, {f"{BASE}/persoon/eva"})
    assert cell("persoon/eva", "party", only_eva) == [{"str": "Alle Burgers Club"}]


@pytest.mark.parametrize("limit", [1, "1", 1.0])
def test_a_limit_keeps_the_first_values(limit: object) -> None:
    offices = cell(MINISTRY.tooi or "", "office")
    assert cell(MINISTRY.tooi or "", "office", limit=limit) == offices[:1]
    assert cell(MINISTRY.tooi or "", "office", limit=2) == offices
    assert cell(MINISTRY.tooi or "", "office", limit="") == offices


def test_every_row_has_every_property_even_of_unknown_things() -> None:
    ids = [f"{BASE}/persoon/{key}" for key in ("eva", "ria", "nobody", "eva> } #")] + ["", "Q11"]
    response = extension_response(small_reconciler(), asked(ids, "wikidata", "party"))
    check(response, schemas.EXTENSION_RESPONSE)
    assert list(response["rows"]) == ids
    assert all(list(row) == ["wikidata", "party"] for row in response["rows"].values())
    assert [bool(row["wikidata"]) for row in response["rows"].values()] == [True, *[False] * 5]
    assert extension_response(small_reconciler(), asked(["x"])) == {"meta": [], "rows": {"x": {}}}


def test_entities_as_values_have_a_type_in_the_metadata() -> None:
    response = extension_response(small_reconciler(), asked([], *PROPERTIES))
    check(response, schemas.EXTENSION_RESPONSE)
    assert {one["id"] for one in response["meta"] if "type" in one} == set(TYPED)


def test_a_case_has_the_values_in_the_release(loaded: Reconciler) -> None:
    pids = [each.id.value for each in PROPERTIES.values() if EntityType.CASE in each.types]
    response = extension_response(loaded, asked([CASE], *pids))
    check(response, schemas.EXTENSION_RESPONSE)
    first = {pid: values[0] if values else None for pid, values in response["rows"][CASE].items()}
    assert first == {
        "identifier": {"str": "2022Z00634"},
        "chamber": {"str": "Tweede Kamer"},
        "state": {"str": "answered"},
        "tabled": {"date": "2022-01-18T00:00:00Z"},
        "due": {"date": "2022-02-08T00:00:00Z"},
        "answered": {"date": "2022-02-25T00:00:00Z"},
        "days-to-answer": {"int": 38},
        "asker": {"id": PALLAND, "name": "Hilde Palland"},
        "party": {"id": f"{HOME}/id/partij/cda", "name": "Christen-Democratisch Appèl"},
        "office": {
            "id": f"{HOME}/id/ambt/minister-min-bzk",
            "name": "minister van Binnenlandse Zaken en Koninkrijksrelaties",
        },
        "answerer": None,  # The page names only those who were asked.
        "ministry": None,
        "topic": {"id": f"{HOME}/id/thema/bestuur-gemeenten", "name": "Gemeenten"},
    }


@every_case(("thing", "pid", "number"), [
    ("id/persoon/palland-hm-1979", "cases-asked", 1),
    ("id/persoon/palland-hm-1979", "cases-answered", 0),
    ("id/partij/cda", "cases-asked", 1), ("id/ambt/minister-min-bzk", "cases-answered", 0),
    ("https://identifier.overheid.nl/tooi/id/ministerie/mnre1034", "cases-answered", 0),
])  # fmt: skip
def test_cases_are_counted(loaded: Reconciler, thing: str, pid: str, number: int) -> None:
    address = thing if thing.startswith("https:") else f"{HOME}/{thing}"
    assert cell(address, pid, loaded) == [{"int": number}]
    assert cell(address, pid, loaded, limit=1) == [{"int": number}]


def test_the_numbers_are_those_of_different_cases(golden_release: Path) -> None:
    with Release(golden_release) as release:
        reconciler = Reconciler.of_release(release)
        of_office, of_ministry = (
            Counter(row[0] for row in rows_of(release.query(f"SELECT DISTINCT ?who ?case {{{w}}}")))
            for w in (
                "?case kv:answeredBy ?who . ?who a org:Post",
                "?case kv:answeredBy/org:postIn ?who",
            )
        )
        for numbers in (of_office, of_ministry):
            assert max(numbers.values()) > 1
            ids = list(numbers)
            rows = extension_response(reconciler, asked(ids, "cases-answered"))["rows"]
            assert {key: row["cases-answered"][0]["int"] for key, row in rows.items()} == numbers


def test_only_the_address_of_a_thing_in_the_release_can_be_viewed(loaded: Reconciler) -> None:
    for address in (PALLAND, CASE):
        assert viewed_address(loaded, address) == address
    for other in ("https://example.com/", "2022Z00634", "", f"{CASE}> }} #", "Q28861157"):
        with pytest.raises(UnknownEntityError, match="the release contains no entity"):
            viewed_address(loaded, other)

"""Records of cases: those that are read, left out or held back."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, PaperKind, SourceKind
from kv2rdf.model.paper import CaseRecord, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.formats import FORMATS, recognise
from tests.every_case import every_case
from tests.papers import input_document, read_paper
from tests.sources.odata.examples import FIELDS, record


def test_a_record_is_read_into_a_question_paper_without_text() -> None:
    paper = read_paper(record())
    assert (paper.kind, paper.chamber, paper.cases) == (
        PaperKind.QUESTIONS,
        Chamber.TK,
        (("2031Z00001",),),
    )
    assert (paper.short_title, paper.title, paper.session_year) == (
        "De sluis bij Dorp",
        None,
        "2030-2031",
    )
    assert (paper.tabled, paper.dated) == (date(2031, 1, 13), date(2031, 1, 13))
    assert (paper.questions, paper.remarks, paper.source.page_url) == ((), (), None)
    changed = datetime(2031, 1, 14, 9, 30, 0, 123456, tzinfo=UTC)
    assert paper.record == CaseRecord(is_settled=False, changed=changed)
    assert paper.source.traits.has_text is False


def test_metadata_of_the_service_are_ignored_except_the_address_of_the_record() -> None:
    address = "https://example.org/OData/v4/2.0/Zaak(1)"
    full = {f"{name}@odata.type": "#String" for name in FIELDS} | {"@odata.id": address}
    assert read_paper(record(**full)).source.page_url == address
    assert read_paper(record(**{"@odata.id": "Zaak(1)"})).source.page_url is None


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        (" De  sluis\r\n(bij\tDorp) ", "De sluis (bij Dorp)"),
        ("De\u00a0sluis\u00ad bij", "De\u00a0sluis\u00ad bij"),
    ],
)
def test_white_space_in_a_subject_becomes_one_blank(printed: str, published: str) -> None:
    assert read_paper(record(Onderwerp=printed)).short_title == published


@every_case(
    ("field", "value", "text"),
    [
        ("Titel", "Een titel", "Een titel"),
        ("Status", "Concept", "Concept"),
        ("Alias", "sluis", "sluis"),
        ("Nieuw", {"a": ["é"]}, '{"a": ["é"]}'),
        ("Kabinetsappreciatie", 3, "3"),
    ],
)
def test_a_field_without_a_property_is_kept_in_a_remark(
    field: str, value: object, text: str
) -> None:
    rule = FindingRule.FIELD_WITHOUT_PROPERTY
    remarks = read_paper(record(**{field: value})).remarks
    assert remarks == (Remark(rule=rule, location=field, text=text),)


def test_a_title_that_repeats_the_subject_needs_no_remark() -> None:
    assert read_paper(record(Titel=" De sluis bij  Dorp")).remarks == ()


@pytest.mark.parametrize(
    ("started", "fits"),
    [
        ("2030-08-31", False),
        ("2030-09-01", True),
        ("2031-09-30", True),
        ("2031-10-01", False),
    ],
)
def test_a_session_that_does_not_include_the_day_is_reported(started: str, *, fits: bool) -> None:
    paper = read_paper(record(GestartOp=f"{started}T00:00:00"))
    rules = [remark.rule for remark in paper.remarks]
    assert rules == ([] if fits else [FindingRule.SESSION_DOES_NOT_FIT_DAY])
    assert (paper.tabled, paper.session_year) == (date.fromisoformat(started), "2030-2031")


@every_case(
    ("changes", "reason"),
    [
        ({"Verwijderd": True}, "a record that the chamber has deleted"),
        ({"Soort": "Mondelinge vragen"}, "a record of mondelinge vragen"),
        ({"Soort": "Interpellatie"}, "a record of interpellatie"),
        ({"Soort": "Motie"}, "a record of a case without questions"),
    ],
)
def test_a_record_of_another_kind_is_not_a_publication(
    changes: dict[str, Any], reason: str
) -> None:
    with pytest.raises(NotAPublicationError) as error:
        read_paper(record(**changes))
    assert str(error.value) == reason


@every_case(
    ("changes", "location"),
    [
        ({"Nummer": "2031Z0001"}, "Nummer"),
        ({"Nummer": 20310001}, "$.Nummer"),
        ({"Onderwerp": " \n"}, "Onderwerp"),
        ({"Onderwerp": "a\u0000b"}, "Onderwerp"),
        ({"Onderwerp": "a" * 400_001}, "Onderwerp"),
        ({"GestartOp": "13 januari 2031"}, "GestartOp"),
        ({"GestartOp": "2031-02-29T00:00:00+01:00"}, "GestartOp"),
        ({"Termijn": "drie weken"}, "Termijn"),
        ({"ApiGewijzigdOp": "gisteren"}, "ApiGewijzigdOp"),
        ({"Vergaderjaar": "2030"}, "Vergaderjaar"),
        ({"Organisatie": "Eerste Kamer"}, "Organisatie"),
        ({"Afgedaan": "ja"}, "$.Afgedaan"),
        ({"ZaakActor": [{"ActorNaam": "A"}]}, "$.ZaakActor[0]"),
        ({"Indiener": ", ".join("abcdefghij" * 21)}, "Indiener"),
        ({"Indiener": "a" * 10_001}, "Indiener"),
    ],
)
def test_a_field_that_is_not_understood_holds_the_record_back(
    changes: dict[str, Any], location: str
) -> None:
    with pytest.raises(ReadError) as error:
        read_paper(record(**changes))
    assert error.value.location == location


@pytest.mark.parametrize("missing", ["Nummer", "Soort", "Onderwerp"])
def test_an_object_without_a_field_of_each_record_is_other_json(missing: str) -> None:
    value = {name: field for name, field in FIELDS.items() if name != missing}
    document = input_document("a.json", json.dumps(value))
    assert recognise(document).format.name == "other JSON"


def test_the_kind_and_the_session_of_a_record_that_is_held_back_are_known() -> None:
    publication = recognise(input_document("a.json", record(Onderwerp="")))
    assert publication.kind_and_session({}) == (SourceKind.CASE_RECORD, "2030-2031")


def test_the_number_of_a_record_is_that_of_its_case() -> None:
    (odata,) = (row for row in FORMATS if row.name == "record of a case")
    assert odata.record_number is not None
    assert odata.record_number(record().encode()) == "2031Z00001"
    assert odata.record_number(record(Nummer=None).encode()) == ""
    assert odata.record_number(b'{"Nummer": "2031Z00001"}') is None
    assert odata.record_number(b'{"Nummer": ') is None

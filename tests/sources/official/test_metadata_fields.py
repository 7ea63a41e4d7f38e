"""Metadata files in both forms, and the reasons why a file is held back."""

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.formats import recognise
from tests.every_case import every_case
from tests.papers import input_document, read_paper
from tests.sources.official.metadata_examples import (
    QUESTIONS,
    REPLY,
    Fields,
    metadata_list,
    owms_metadata,
)


@pytest.mark.parametrize("fields", [REPLY, QUESTIONS])
def test_both_forms_give_the_same_paper(fields: Fields) -> None:
    papers = [read_paper(form(fields)) for form in (metadata_list, owms_metadata)]
    one, other = (
        {name: getattr(paper, name) for name in paper.__struct_fields__ if name != "source"}
        for paper in papers
    )
    assert one == other
    assert one["remarks"] == ()
    assert papers[0].source.kind is SourceKind.OFFICIAL_METADATA


def test_names_are_compared_without_case_and_a_field_without_contents_is_absent() -> None:
    text = metadata_list(REPLY, datumOntvangst="")
    changed = text.replace("OVERHEIDop.vraagnummer", "overheidOP.vraagNummer").replace(
        "DC.type", "DCTERMS.Type"
    )
    paper = read_paper(changed)
    assert paper.cases == (("2031Z00031",),)
    assert paper.remarks == ()


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter() -> None:
    text = "\ufeff" + metadata_list(REPLY).replace("\n", "\r\n")
    assert read_paper(text).title == REPLY["DC.title"]


@every_case(
    ("old", "new", "location", "problem"),
    [
        ("OVERHEIDop.doctype", "OVERHEIDop.nieuw", "/metadata[4]", "not a known field"),
        ("OVERHEIDop.doctype", "DC.doctype", "/metadata[4]", "not a known field"),
        ("OVERHEIDop.doctype", "doctype", "/metadata[4]", "not a known field"),
        ("OVERHEIDop.ParlID", "OVERHEIDop.Ander", "/metadata[20]", "not a known scheme"),
        ('name="DCTERMS.language"', 'lang="nl" name="DCTERMS.language"', "/metadata[10]", "lang"),
        ('content="nl"/>', 'content="nl">nl</metadata>', "/metadata[10]", "cannot place text"),
        ('content="nl"/>', "/>", "/metadata[10]", "has no attribute content"),
        ("</metadata_gegevens>", "<a>b</a></metadata_gegevens>", "/metadata_gegevens", "element a"),
        ("de sluis", "de \u0093sluis", "/metadata[2]", "control characters: U+0093"),
        ("I. Bos", "B" * 10_001, "/metadata[5]", "10,000 characters in a name"),
        ("<metadata_gegevens>", "<!DOCTYPE a><metadata_gegevens>", "<!DOCTYPE a>", "type"),
        ("<metadata_gegevens>", '<metadata_gegevens xmlns="urn:a">', "/*", "namespace"),
    ],
)
def test_what_is_not_known_in_a_list_holds_it_back(
    old: str, new: str, location: str, problem: str
) -> None:
    text = metadata_list(REPLY)
    assert old in text
    with pytest.raises(ReadError) as error:
        read_paper(text.replace(old, new, 1))
    assert error.value.location.endswith(location)
    assert problem in error.value.problem


@every_case(
    ("old", "new", "problem"),
    [
        ("<dcterms.modified>", "<dcterms.gewijzigd>", "broken XML"),
        ("overheidop:vraagnummer", "overheidop:nieuw", "not a known field"),
        ("overheidop:vraagnummer", "dcterms:vraagnummer", "not a known field"),
        ("oep/meta/", "oep/anders/", "cannot read element"),
        ("<oep>", "<oep>los", "cannot place text"),
        ("<overheidop:doctype>", "<overheidop:doctype a='b'>", "cannot read attribute a"),
        ("<overheidop:doctype>", "<overheidop:doctype><b>c</b>", "cannot read element b"),
        ("<owmskern>", "<nieuw>a</nieuw><owmskern>", "cannot read element nieuw"),
        ("owmskern>", "owmsmantel>", "expected one owmskern"),
    ],
)
def test_what_is_not_known_in_blocks_holds_them_back(old: str, new: str, problem: str) -> None:
    text = owms_metadata(REPLY)
    assert old in text
    with pytest.raises(ReadError) as error:
        read_paper(text.replace(old, new))
    assert problem in error.value.problem


@every_case(
    "changes",
    [
        {"identifier": ("ah-tk-20302031-78", "ah-1300001")},
        {"title": ("Antwoord", "Nog een antwoord")},
        {"aanhangselNummer": ("78", "79")},
        {"datumOntvangst": ("2031-02-03", "2031-02-04")},
        {"vergaderjaar": ("2030-2031", "2031-2032")},
        {"indiener": tuple(f"Lid {number}" for number in range(201))},
    ],
)
def test_a_field_that_is_given_too_often_holds_the_file_back(
    changes: dict[str, tuple[str, ...]],
) -> None:
    with pytest.raises(ReadError, match="occurs too often"):
        read_paper(metadata_list(REPLY, **changes))


def test_too_many_fields_or_characters_hold_the_file_back() -> None:
    empty = '<metadata name="OVERHEIDop.bijlage" content=""/>' * 10_000
    with pytest.raises(ReadError, match="has more than 10,000 elements"):
        read_paper(metadata_list(REPLY).replace("</metadata_g", f"{empty}</metadata_g"))
    with pytest.raises(ReadError, match="has more than 400,000 characters in one text"):
        read_paper(metadata_list(REPLY, title="a" * 400_001))


@every_case(
    ("name", "value", "location"),
    [
        ("identifier", None, "identifier"),
        ("title", None, "title"),
        ("creator", None, "creator"),
        ("vergaderjaar", None, "vergaderjaar"),
        ("indiener", None, "indiener"),
        ("creator", "Gemeente Dorp", "/metadata_gegevens/metadata[15]"),
        ("vergaderjaar", "2030", "/metadata_gegevens/metadata[8]"),
        ("language", "fr", "/metadata_gegevens/metadata[10]"),
        ("organisationType", "gemeente", "/metadata_gegevens/metadata[14]"),
        ("documentStatus", "Concept", "/metadata_gegevens/metadata[1]"),
        ("aanhangselNummer", "78 en 79", "/metadata_gegevens/metadata[3]"),
        ("type", ("Antwoord", "Verslag"), "/metadata_gegevens/metadata[17]"),
        ("type", ("Antwoord", "Schriftelijke vragen"), "/metadata_gegevens/metadata[17]"),
        ("identifier", "ah-tk 20302031", "/metadata_gegevens/metadata[20]"),
        ("identifier", "kv-tk-2031Z00031", "/metadata_gegevens/metadata[20]"),
    ],
)
def test_a_value_that_is_missing_or_not_known_holds_the_file_back(
    name: str, value: str | tuple[str, ...] | None, location: str
) -> None:
    with pytest.raises(ReadError) as error:
        read_paper(metadata_list(REPLY, **{name: value}))
    assert error.value.location == location


@every_case("form", ["list", "blocks"])
@every_case("identifier", ["kst-32545-143", "h-tk-20302031-87-3", "blg-936562"])
def test_metadata_of_another_kind_of_paper_are_not_read(form: str, identifier: str) -> None:
    make = metadata_list if form == "list" else owms_metadata
    text = make(REPLY, identifier=identifier, dossiernummer="32545", type="Kamerstuk")
    with pytest.raises(NotAPublicationError, match="metadata of another kind of paper"):
        read_paper(text)


@every_case(
    ("changes", "reason"),
    [
        ({"vraagnummer": "2303100112", "identifier": "kv-2303100112"}, "oral questions"),
        ({"vraagnummer": None, "identifier": "kv-2303100113"}, "questions for an interpellation"),
        ({"type": ("Mondelinge vragen", "Kamervragen zonder antwoord")}, "oral questions"),
        ({"type": ("Interpellatievragen",)}, "questions for an interpellation"),
    ],
)
def test_metadata_of_other_questions_are_not_read(
    changes: dict[str, str | tuple[str, ...] | None], reason: str
) -> None:
    with pytest.raises(NotAPublicationError) as error:
        read_paper(metadata_list(QUESTIONS, **changes))
    assert str(error.value) == f"metadata of {reason}"


@pytest.mark.parametrize("form", ["list", "blocks"])
def test_the_kind_and_the_session_of_a_file_that_is_held_back_are_known(form: str) -> None:
    make = metadata_list if form == "list" else owms_metadata
    publication = recognise(input_document("a.xml", make(REPLY, documentStatus="Concept")))
    known = publication.kind_and_session({})
    assert known == (SourceKind.OFFICIAL_METADATA, "2030-2031")
    publication = recognise(input_document("a.xml", make(REPLY, vergaderjaar="2030")))
    assert publication.kind_and_session({}) == (SourceKind.OFFICIAL_METADATA, None)

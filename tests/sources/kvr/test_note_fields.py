"""The fields that the edition parsed out of a note: those that can be relied on."""

from datetime import date
from xml.sax.saxutils import escape, quoteattr

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.text import NoteFields
from kv2rdf.sources.kvr.note_fields import fields
from kv2rdf.sources.markup.xml_node import Node
from tests.kvr_document import document
from tests.papers import one


def read(text: str, **attributes: str) -> NoteFields | None:
    """Read the fields of a note; an underscore in a name stands for a hyphen."""
    said = " ".join(f"{k.replace('_', '-')}={quoteattr(v)}" for k, v in attributes.items())
    return fields(Node.parse("KVR1.xml", f"<noot {said}>{escape(text)}</noot>".encode()))


def test_a_note_without_fields_has_none() -> None:
    assert read("Trouw, 4 mei 2001", nummer="1") is None


@pytest.mark.parametrize("printed", ["2001-05-04", "2001-05-4"])
def test_a_day_may_lack_its_zero(printed: str) -> None:
    assert read("Trouw, 4 mei 2001", bron="Trouw", datum=printed) == NoteFields(
        day=date(2001, 5, 4)
    )


@pytest.mark.parametrize("printed", ["2007-04-31", "7 oklober 1994", "2004 en 2005", ""])
def test_what_is_no_day_is_left_to_the_text(printed: str) -> None:
    assert read("Trouw", bron="Trouw", datum=printed) is None


@pytest.mark.parametrize(
    "text",
    [
        "Trouw, 4 mei 2001: «Rook»",
        "«Rook», Trouw, 4 mei 2001",
        "Trouw, « Rook », 4 mei 2001",
        "Zie 1. «Rook». Trouw, 4 mei 2001",
    ],
)
def test_a_title_stands_alone(text: str) -> None:
    title = read(text, bron="Trouw", datum="2001-05-4", titel="Rook")
    assert title == NoteFields(day=date(2001, 5, 4), title="Rook")


@pytest.mark.parametrize(
    ("text", "source", "title"),
    [
        ("De stad noemt «Rook» gevaarlijk, Trouw, 4 mei 2001", "De stad", "Rook"),
        ("«Rook» in de stad, Trouw, 4 mei 2001", "in de stad, Trouw", "Rook"),
        ("«Trouw»,, 4 mei 2001", ",", "Trouw"),
        ("Trouw, 4 mei 2001: «Rook» en «Vuur»", "Trouw", "Rook» en «Vuur"),
        ("Trouw, 4 mei 2001", "Trouw", " "),
    ],
)
def test_words_that_are_quoted_otherwise_are_no_title(text: str, source: str, title: str) -> None:
    found = read(text, bron=source, datum="2001-05-4", titel=title)
    assert found == NoteFields(day=date(2001, 5, 4))


def test_a_title_without_a_day_may_be_any_quotation() -> None:
    assert read("«Rook»", titel="Rook") is None


@pytest.mark.parametrize(
    "page",
    [
        "http://www.example.org",
        "https://example.org:8080/a/b_c,d.html?id=1&x=%5Ba%5D#top",
        "http://www.example.org/?i=111&p=",
    ],
)
def test_a_page_is_an_address(page: str) -> None:
    assert read(page, weblink=page) == NoteFields(page=page)


@pytest.mark.parametrize(
    "page",
    [
        "http://www.example.org/a/ b.html",
        "http://www.example.org/a http://www.example.org/b",
        "http://www.example.org/[1]",
        "http://www.example.org/100%",
        "www.example.org",
        "http://",
    ],
)
def test_what_is_no_whole_address_is_no_page(page: str) -> None:
    assert read(page, weblink=page) is None


def test_the_other_fields_say_no_more_than_the_text() -> None:
    others = {
        "documenttype": "Kamerstuk",
        "documentnummer": "12",
        "documentjaargang": "2004-2005",
        "documentpagina": "3",
        "kamerstuk_id": "29 800 VI",
    }
    assert read("Kamerstuk 29 800 VI, nr. 12", **others) is None


def test_a_field_that_is_not_known_is_refused() -> None:
    with pytest.raises(ReadError, match="cannot read attribute auteur"):
        read("Trouw", auteur="Voorbeeld")


def test_fields_stand_with_their_note() -> None:
    note = '<noot nummer="1" bron="Trouw" datum="2005-02-4">Trouw, 4 februari 2005</noot>'
    (found,) = one(document(question_notes=note)).question_notes
    assert found.fields == NoteFields(day=date(2005, 2, 4))

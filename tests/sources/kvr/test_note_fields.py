"""The reliable fields that the editors extracted from a note."""

from datetime import date
from xml.sax.saxutils import escape, quoteattr

import pytest

from kv2rdf.addresses.external import is_web_address
from kv2rdf.model.text import NoteFields
from kv2rdf.sources.kvr.note_fields import read_note_fields
from kv2rdf.sources.markup.xml_node import Node
from tests.every_case import every_case
from tests.kvr_document import document
from tests.papers import read_paper


def read_fields(text: str, **attributes: str) -> NoteFields | None:
    """Read the fields of a note; an underscore in a name stands for a hyphen."""
    written = " ".join(f"{k.replace('_', '-')}={quoteattr(v)}" for k, v in attributes.items())
    return read_note_fields(
        Node.parse("KVR1.xml", f"<noot {written}>{escape(text)}</noot>".encode())
    )


def test_a_note_without_fields_has_none() -> None:
    assert read_fields("Trouw, 4 mei 2001", nummer="1") is None


@pytest.mark.parametrize("printed", ["2001-05-04", "2001-05-4"])
def test_a_day_may_lack_its_zero(printed: str) -> None:
    assert read_fields("Trouw, 4 mei 2001", bron="Trouw", datum=printed) == NoteFields(
        day=date(2001, 5, 4)
    )


@every_case("printed", ["2007-04-31", "7 oklober 1994", "2004 en 2005", ""])
def test_an_invalid_day_is_not_read(printed: str) -> None:
    assert read_fields("Trouw", bron="Trouw", datum=printed) is None


@every_case(
    "text",
    [
        "Trouw, 4 mei 2001: «Rook»",
        "«Rook», Trouw, 4 mei 2001",
        "Trouw, « Rook », 4 mei 2001",
        "Zie 1. «Rook». Trouw, 4 mei 2001",
    ],
)
def test_a_title_is_apart_from_the_other_words(text: str) -> None:
    title = read_fields(text, bron="Trouw", datum="2001-05-4", titel="Rook")
    assert title == NoteFields(day=date(2001, 5, 4), title="Rook")


@every_case(
    ("text", "source", "title"),
    [
        ("De stad noemt «Rook» gevaarlijk, Trouw, 4 mei 2001", "De stad", "Rook"),
        ("«Rook» in de stad, Trouw, 4 mei 2001", "in de stad, Trouw", "Rook"),
        ("«Trouw»,, 4 mei 2001", ",", "Trouw"),
        ("Trouw, 4 mei 2001: «Rook» en «Vuur»", "Trouw", "Rook» en «Vuur"),
        ("Trouw, 4 mei 2001", "Trouw", " "),
    ],
)
def test_other_quoted_words_are_not_a_title(text: str, source: str, title: str) -> None:
    found = read_fields(text, bron=source, datum="2001-05-4", titel=title)
    assert found == NoteFields(day=date(2001, 5, 4))


def test_a_title_without_a_day_is_not_read() -> None:
    assert read_fields("«Rook»", titel="Rook") is None


@pytest.mark.parametrize(
    "page",
    [
        "http://www.example.org",
        "https://example.org:8080/a/b_c,d.html?id=1&x=%5Ba%5D#top",
        "http://www.example.org/?i=111&p=",
    ],
)
def test_a_page_is_a_url(page: str) -> None:
    assert read_fields(page, weblink=page) == NoteFields(page_url=page)


@every_case(
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
def test_an_incomplete_url_is_not_read(page: str) -> None:
    assert read_fields(page, weblink=page) is None


def test_other_fields_are_not_read() -> None:
    others = {
        "documenttype": "Kamerstuk",
        "documentnummer": "12",
        "documentjaargang": "2004-2005",
        "documentpagina": "3",
        "kamerstuk_id": "29 800 VI",
    }
    assert read_fields("Kamerstuk 29 800 VI, nr. 12", **others) is None


def test_fields_are_kept_with_their_note() -> None:
    element = '<noot nummer="1" bron="Trouw" datum="2005-02-4">Trouw, 4 februari 2005</noot>'
    (note,) = read_paper(document(question_notes=element)).question_notes
    assert note.fields == NoteFields(day=date(2005, 2, 4))


@pytest.mark.parametrize(
    ("escape", "is_url"),
    [("%5B", True), ("%0a", True), ("%5", False), ("%", False), ("%5g", False)],
)
def test_an_escape_in_a_url_has_two_hexadecimal_figures(*, escape: str, is_url: bool) -> None:
    assert is_web_address(f"https://example.org/a?b={escape}") == is_url

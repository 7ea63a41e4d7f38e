"""Footnotes: what they cite, compared with the paper that contains them."""

from datetime import date

import pytest

from kv2rdf.linking.citations.footnotes import footnotes
from kv2rdf.linking.citations.media import media_by_name
from kv2rdf.model.document import Footnote
from kv2rdf.model.kinds import Chamber, SourceKind
from kv2rdf.model.paper import AnnexNumber, Source
from kv2rdf.model.register import Medium
from kv2rdf.model.text import Note, NoteFields

TROUW = Medium(key="trouw", label="Trouw", parent="krant")
SOURCE = Source(id="KVR1.xml", key="KVR1", kind=SourceKind.KVR, sha256="")
DATED = date(2001, 1, 8)


def footnote(
    text: str | None,
    fields: NoteFields | None = None,
    *,
    dated: date | None = DATED,
    chamber: Chamber = Chamber.TK,
) -> Footnote:
    (result,) = footnotes(
        [Note(number="1", text=text, fields=fields)],
        SOURCE,
        chamber,
        dated,
        media_by_name([TROUW]),
    )
    return result


def test_a_note_cites_each_thing_once() -> None:
    twice = "Trouw, 1 mei; Kamerstuk 25 000, nr. 1; Aanhangsel Handelingen 1999-2000, nr. 7; "
    note = footnote(twice + twice)
    assert note.media == (TROUW,)
    assert note.annex_numbers == (AnnexNumber(session="19992000", number="7"),)
    assert note.parliamentary_papers == ("25 000, nr. 1",)


def test_a_note_without_text_cites_nothing() -> None:
    assert footnote(None) == Footnote(key="1-KVR1", ordinal=1, number="1", text=None)


def test_a_paper_of_the_senate_does_not_tell_whose_annex_it_cites() -> None:
    words = "Aanhangsel Handelingen, nr. 857, vergaderjaar 1998–1999."
    assert footnote(words, chamber=Chamber.EK).annex_numbers == ()


@pytest.mark.parametrize("day", [date(1957, 3, 25), DATED, date(2001, 1, 22)])
def test_a_day_before_the_paper_is_kept_and_that_of_the_next_weekly(day: date) -> None:
    fields = NoteFields(day=day)
    assert footnote("Trouw", fields).fields == fields


def test_a_day_after_the_paper_has_the_wrong_year_and_is_left_out() -> None:
    late = date(2001, 12, 29)
    assert footnote("Trouw", NoteFields(day=date(2001, 1, 23))).fields is None  # 15 days
    assert footnote("Trouw", NoteFields(day=late)).fields is None
    assert footnote("Trouw", NoteFields(day=late, title="Rook")).fields == NoteFields(title="Rook")


def test_without_a_date_of_the_paper_every_day_is_kept() -> None:
    fields = NoteFields(day=date(2001, 12, 29))
    assert footnote("Trouw", fields, dated=None).fields == fields

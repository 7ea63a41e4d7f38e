"""The footnotes of a case, with their anchors and positions on the page."""

import re
from collections.abc import Iterable

from msgspec import Struct

from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.query.case_view.cited_papers import cited_paper
from kv2rdf.query.case_view.parts import NoteView, PartView
from kv2rdf.server.pages.anchors import anchors
from kv2rdf.server.pages.case_people import LinkedWords
from kv2rdf.server.pages.page_site import PageSite

_KINDS = ("antwoordnoot", "noot")
"""The beginnings of the anchors of notes to answers and of notes to questions."""
_NOTE = re.compile(r"/(kv|ah)/[^#]+/noot/")


class ShownNote(Struct, frozen=True):
    """A footnote below a group of texts.

    ``words`` is the text, or None if the source contains only the mark of the footnote, or if the
    footnote is shown at an earlier position. ``first_place`` is the link to that position, or None.
    """

    number: str
    anchor: str
    words: tuple[LinkedWords, ...] | None
    cited: tuple[LinkedWords, ...]
    first_place: str | None = None


class NotePlaces:
    """The positions of notes. A note that is marked in two groups is shown below the first."""

    def __init__(self, case: CaseView, site: PageSite) -> None:
        """Create an anchor for every note of a case."""
        self._site = site
        self._notes = {note.address: note for note in case.notes}
        questions = {d.address for d in case.documents if d.kind == "schriftelijke-vragen"}
        self._anchors = anchors(
            (note.address, f"{_KINDS[note.document in questions]}-{anchor_key(note.number)}")
            for note in case.notes
        )
        self._shown: set[str] = set()

    def mark(self, address: str) -> tuple[str, str]:
        """Return the number of a note and its link, or "?" and "#" if there is no such note."""
        note = self._notes.get(address)
        return (note.number, f"#{self._anchors[address]}") if note else ("?", "#")

    def below(self, parts: Iterable[PartView]) -> tuple[ShownNote, ...]:
        """Return the notes whose marks are in ``parts``."""
        addresses = dict.fromkeys(note for part in parts for note in part.notes)
        return tuple(self._shown_note(self._notes[a]) for a in addresses if a in self._notes)

    def rest(self) -> tuple[ShownNote, ...]:
        """Return the notes that have not been shown below any group."""
        left = [note for address, note in self._notes.items() if address not in self._shown]
        return tuple(self._shown_note(note) for note in left)

    def _shown_note(self, note: NoteView) -> ShownNote:
        anchor = self._anchors[note.address]
        if note.address in self._shown:
            return ShownNote(note.number, anchor, None, (), first_place=f"#{anchor}")
        self._shown.add(note.address)
        words, cited = self._linked(note)
        return ShownNote(note.number, anchor, words, cited)

    def _linked(
        self, note: NoteView
    ) -> tuple[tuple[LinkedWords, ...] | None, tuple[LinkedWords, ...]]:
        """Return the text of a note, and its citations that are not links in the text.

        In the text, the names of media are links. The text is None if the source contains only the
        mark of the note.
        """
        pieces = [LinkedWords(note.readable_text)] if note.readable_text else []
        cited = []
        for medium in note.media:
            href = self._site.thing_link(medium.address)
            for place, piece in enumerate(pieces):
                start = piece.text.casefold().find(medium.label.casefold())
                end = start + len(medium.label)
                if start >= 0 and piece.href is None:
                    named = LinkedWords(piece.text[start:end], href)
                    parts = (LinkedWords(piece.text[:start]), named, LinkedWords(piece.text[end:]))
                    pieces[place : place + 1] = [part for part in parts if part.text]
                    break
            else:
                cited.append(LinkedWords(medium.label, href))
        cited += [
            LinkedWords(cited_paper(a, self._site.words), self._cited_link(a)) for a in note.cited
        ]
        cited += [LinkedWords(page, page) for page in note.web_pages]
        return tuple(pieces) or None, tuple(cited)

    def _cited_link(self, address: str) -> str:
        return self._site.thing_link(address) or address


def note_anchor(address: str, printed: str) -> str | None:
    """Return the anchor of a note with this printed number, such as "antwoordnoot-2".

    Return None if ``address`` is not that of a note. If the case has several such notes, the anchor
    is that of the first.
    """
    found = _NOTE.search(address)
    return f"{_KINDS[found[1] == 'kv']}-{anchor_key(printed)}" if found else None


def anchor_key(printed: str) -> str:
    """Return a printed number in a form that can be part of an anchor, such as "3a"."""
    return "".join(c for c in printed if c.isascii() and c.isalnum()) or "x"

"""The footnotes of a document, with the papers and media that they cite."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from kv2rdf.linking.citations import papers
from kv2rdf.linking.citations.media import media_in
from kv2rdf.model.document import Finding, Footnote, PartReference
from kv2rdf.model.kinds import Chamber, PartKind
from kv2rdf.model.paper import Source
from kv2rdf.model.part_keys import key_in_print, part_keys
from kv2rdf.model.register import Medium
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note, NoteFields

_MAX_DAYS_AHEAD = timedelta(days=14)
"""The maximum time between the appearance of a weekly magazine and the later date printed on it."""


def footnotes(
    notes: Sequence[Note],
    source: Source,
    chamber: Chamber,
    dated: date | None,
    known_media: Mapping[str, Medium],
) -> tuple[Footnote, ...]:
    """Return the footnotes of a document, each with the papers and media that its text cites.

    ``source`` is the source that contains the notes, ``dated`` is the date of the document, and
    ``known_media`` maps names to media. In a document of the Eerste Kamer, cited papers of the
    Aanhangsel are left out, because the words "Aanhangsel Handelingen" do not show to which chamber
    the Aanhangsel belongs.
    """
    if not notes:
        return ()
    keys = part_keys((note.number,) if note.number else () for note in notes)
    found = []
    repetitions: Counter[str | None] = Counter()
    for ordinal, (key, note) in enumerate(zip(keys, notes, strict=True), start=1):
        text = note.text or ""
        repetitions[note.number] += 1
        annex_numbers = papers.annex_numbers(text) if chamber is Chamber.TK else ()
        footnote = Footnote(
            key=key_in_print(key, source.key),
            ordinal=ordinal,
            number=note.number,
            repetition=repetitions[note.number],
            text=note.text,
            markup=note.markup,
            media=media_in(text, known_media),
            annex_numbers=tuple(dict.fromkeys(annex_numbers)),
            parliamentary_papers=tuple(dict.fromkeys(papers.parliamentary_papers(text))),
            fields=_without_later_day(note.fields, dated),
        )
        found.append(footnote)
    return tuple(found)


def missing_text_findings(source: Source, notes: Sequence[Footnote]) -> list[Finding]:
    """Return a finding for each footnote whose source contains only the mark.

    ``source`` is the source of each footnote whose ``source`` field is None.
    """
    return [
        Finding(
            rule=FindingRule.NOTE_WITHOUT_TEXT,
            source=note.source or source,
            location=f"noot {note.number}",
            concerns=PartReference(kind=PartKind.NOTE, key=note.key),
        )
        for note in notes
        if note.text is None
    ]


def _without_later_day(fields: NoteFields | None, dated: date | None) -> NoteFields | None:
    """Return the fields of a footnote, without the date if it is too late to be correct.

    It is too late if it is more than ``_MAX_DAYS_AHEAD`` after ``dated``, the date of the document.
    The editors of the KVR archive added a year to dates such as "29 december jl.". In a document
    from January, that year is wrong. Return None if no field remains.
    """
    if fields is None or fields.day is None or dated is None:
        return fields
    if fields.day <= dated + _MAX_DAYS_AHEAD:
        return fields
    remaining = replace(fields, day=None)
    return remaining if remaining != NoteFields() else None

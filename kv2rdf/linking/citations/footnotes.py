"""The footnotes of a document, with what they cite."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from kv2rdf.linking.citations import media, papers
from kv2rdf.model.document import Finding, Footnote, PartReference
from kv2rdf.model.kinds import Chamber, PartKind
from kv2rdf.model.paper import Source
from kv2rdf.model.part_keys import part_keys
from kv2rdf.model.register import Medium
from kv2rdf.model.text import Note, NoteFields

_AHEAD = timedelta(days=14)
"""How far a weekly may bear a day to come."""


def footnotes(
    notes: Sequence[Note], chamber: Chamber, dated: date | None, known: Mapping[str, Medium]
) -> tuple[Footnote, ...]:
    """Give the footnotes of a document of a day, with what their texts name.

    ``known`` are the media by name. In a paper of the Eerste Kamer, "Aanhangsel Handelingen" does
    not say which chamber's it means.
    """
    keys = part_keys((note.number,) if note.number else () for note in notes)
    found = []
    for ordinal, (key, note) in enumerate(zip(keys, notes, strict=True), start=1):
        text = note.text or ""
        annex_numbers = papers.annex_numbers(text) if chamber is Chamber.TK else ()
        footnote = Footnote(
            key=key,
            ordinal=ordinal,
            number=note.number,
            text=note.text,
            media=media.named(text, known),
            annex_numbers=tuple(dict.fromkeys(annex_numbers)),
            parliamentary_papers=tuple(dict.fromkeys(papers.parliamentary_papers(text))),
            fields=_sound(note.fields, dated),
        )
        found.append(footnote)
    return tuple(found)


def gaps(source: Source, notes: Sequence[Footnote]) -> list[Finding]:
    """Give a finding for each footnote of which the source has the mark only."""
    return [
        Finding(
            rule="noot-zonder-tekst",
            source=source,
            place=f"noot {note.number}",
            concerns=PartReference(kind=PartKind.NOTE, key=note.key),
        )
        for note in notes
        if note.text is None
    ]


def _sound(fields: NoteFields | None, dated: date | None) -> NoteFields | None:
    """Leave out a day that lies after the document.

    The edition completes "29 december jl." with a year, and in January with the wrong one.
    """
    if fields is None or fields.day is None or dated is None or fields.day <= dated + _AHEAD:
        return fields
    left = replace(fields, day=None)
    return left if left != NoteFields() else None

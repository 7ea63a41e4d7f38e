"""One document against the graph: each printed text found, kept in a finding, a copy, or lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kv2rdf.audit.copies import Copied, copied, original
from kv2rdf.audit.finding_rules import as_meant, is_ours
from kv2rdf.audit.kvr.fields import PLACES, Sort
from kv2rdf.audit.kvr.text import Piece
from kv2rdf.audit.matching.matcher import Pool
from kv2rdf.audit.matching.spans import Found, Line, Lost, Text, bare
from kv2rdf.audit.release_graph import Facts

_NO_FACT = {Sort.PROSE, Sort.FIGURE}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a printed text: where it was found, and what of it is nowhere.

    ``copied`` characters of it were dropped as a copy of what stands at ``copy_of``. ``repeats``
    is the place of a text of which it is a copy that was not dropped: the graph has it twice.
    """

    piece: Piece
    found: tuple[Found, ...] = ()
    lost: tuple[Lost, ...] = ()
    copied: int = 0
    copy_of: str | None = None
    repeats: str | None = None


def compared(pieces: Sequence[Piece], texts: Sequence[Text], facts: Facts) -> Iterator[Outcome]:
    """Compare what a document prints with the texts and facts that the graph has of it.

    What of a text is nowhere may be a copy of what the document prints elsewhere.
    """
    yield from (_fact(piece, texts, facts) for piece in pieces if piece.sort not in _NO_FACT)
    prose = sorted(
        (piece for piece in pieces if piece.sort is Sort.PROSE),
        key=lambda piece: len(piece.text),
        reverse=True,
    )
    lines = {piece: Line(bare(piece.text), bare(piece.number)) for piece in prose}
    Pool(text for text in texts if not is_ours(text.finding)).match(list(lines.values()))
    there = [piece for piece in prose if not lines[piece].lost()]
    for piece, line in lines.items():
        found, lost, copies = tuple(line.found), line.lost(), PLACES[piece.place].copies
        kept = any(place.finding for place in found)
        if copies and not lost and not kept:
            yield Outcome(piece, found, repeats=original(piece, there))
        else:
            copy = copied(piece, lost, there) if copies else Copied(0, None, lost)
            yield Outcome(piece, found, copy.lost, copy.characters, copy.of)


def _fact(piece: Piece, texts: Sequence[Text], facts: Facts) -> Outcome:
    """Look a fact up: a number or a day as such, other words in a literal of the terms for it.

    What is not said may be kept in a finding: a day that cannot be believed, a part set aside.
    """
    words, finding = bare(piece.text), ""
    if piece.sort is Sort.NUMBER:
        said = facts.is_number(words)
        if not said and facts.names_in_finding(words):
            said, finding = True, "place"
    else:
        if piece.sort is Sort.DAY:
            day, _, written = piece.text.partition(" ")
            words = bare(written)
            said = facts.is_day(day)
        else:
            said = facts.has(words, PLACES[piece.place].terms)
        if not said:
            meant = {words, bare(as_meant(piece.text))}
            kept = (t.finding for t in texts if t.finding and any(w in t.words for w in meant))
            finding = next(kept, "")
    if said or finding:
        return Outcome(piece, (Found(len(words), finding),))
    return Outcome(piece, lost=(Lost(0, words),))

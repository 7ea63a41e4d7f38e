"""One document against the graph: each printed text found, kept in a finding, a copy, or lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kv2rdf.audit.graph import Facts
from kv2rdf.audit.matching import Found, Lost, Pool, Text, bare, letters
from kv2rdf.audit.places import PLACES, Sort
from kv2rdf.audit.printed import Piece


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a printed text: where it was found, and what of it is nowhere.

    ``copy_of`` is the place of the text that it repeats, where it was dropped as a copy.
    """

    piece: Piece
    found: tuple[Found, ...] = ()
    lost: tuple[Lost, ...] = ()
    copy_of: str | None = None

    @property
    def characters(self) -> int:
        """How many characters the text has, white space aside."""
        return len(bare(self.piece.text))


def compared(pieces: Sequence[Piece], texts: Sequence[Text], facts: Facts) -> Iterator[Outcome]:
    """Compare what a document prints with the texts and facts that the graph has of it.

    What is equal to a text goes first, then what stands whole in one, the longest first; only
    then is a text looked for in pieces, so that it takes nothing that belongs to another.
    """
    pool = Pool(texts)
    yield from (_fact(piece, texts, facts) for piece in pieces if piece.sort is not Sort.PROSE)
    prose = sorted(
        (piece for piece in pieces if piece.sort is Sort.PROSE),
        key=lambda piece: len(piece.text),
        reverse=True,
    )
    there: list[Piece] = []
    for look in (pool.equal, pool.whole):
        left = []
        for piece in prose:
            found = look(bare(piece.text))
            if found:
                there.append(piece)
                yield Outcome(piece, (found,))
            else:
                left.append(piece)
        prose = left
    for piece in prose:
        if PLACES[piece.place].copies and (original := _original(piece, there)):
            yield Outcome(piece, copy_of=original.where)
        else:
            pieces_found, lost = pool.pieces(bare(piece.text))
            yield Outcome(piece, tuple(pieces_found), tuple(lost))


def _original(piece: Piece, there: Sequence[Piece]) -> Piece | None:
    """Give the text that a piece repeats, but for punctuation; None: none does."""
    words = letters(piece.text)
    return next((other for other in there if words and words in letters(other.text)), None)


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
            kept = (text.finding for text in texts if text.finding and words in text.words)
            finding = next(kept, "")
    if said or finding:
        return Outcome(piece, (Found(len(words), finding),))
    return Outcome(piece, lost=(Lost(0, words),))

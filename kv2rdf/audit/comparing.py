"""One document against the graph: each printed text found, kept in a finding, a copy, or lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kv2rdf.audit.copies import Copied, copied, original
from kv2rdf.audit.graph import Facts
from kv2rdf.audit.matching import Found, Lost, Pool, Text, bare
from kv2rdf.audit.places import PLACES, Sort
from kv2rdf.audit.printed import Piece


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
    there: dict[Piece, Found] = {}
    for look in (pool.equal, pool.whole):
        for piece in prose:
            if piece not in there and (found := look(bare(piece.text))):
                there[piece] = found
    for piece in prose:
        copies = PLACES[piece.place].copies
        if piece in there:
            repeated = original(piece, there) if copies else None
            yield Outcome(piece, (there[piece],), repeats=repeated)
            continue
        pieces_found, lost = pool.pieces(bare(piece.text))
        copy = copied(lost, there) if copies else Copied(0, None, tuple(lost))
        yield Outcome(piece, tuple(pieces_found), copy.lost, copy.characters, copy.of)


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

"""Text that a document prints twice: where the edition kept a copy, and whether it was dropped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kv2rdf.audit.kvr.text import Piece
from kv2rdf.audit.matching.spans import Lost, bare, letters

_NUMBERS = re.compile(r"(?:\d+[.,]?|t/m|en|[,/–-]|\s)+(?=\s)")
_PHRASE = 16
"""How many letters that stand in another text too are a copy of it, and no chance."""

_SENTENCE = 40
"""How many characters of another text must be in this one to be a copy, and no common phrase."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What of a lost text is a copy, of which place, and what of it is lost all the same."""

    characters: int
    of: str | None
    lost: tuple[Lost, ...]


def original(piece: Piece, there: Iterable[Piece]) -> str | None:
    """Give the place of a text that a piece repeats, or has a copy of in it; None: there is none.

    Punctuation makes no difference, nor do the numbers that open the copy of a joint answer. A
    reference that a note prints too is no copy.
    """
    opening = _NUMBERS.match(piece.text)
    words = letters(piece.text[opening.end() :] if opening else piece.text)
    for other in there:
        whole = letters(other.text)
        within = len(words) >= _PHRASE and words in whole
        if other is piece or other.place.endswith("/noot"):
            continue
        if within or (len(whole) >= _SENTENCE and whole in words):
            return other.where
    return None


def copied(piece: Piece, lost: Sequence[Lost], there: Iterable[Piece]) -> Copied:
    """Sort what is lost of a piece into copies of texts that are there, and the rest.

    What is too short to be told from chance is lost, unless the piece as a whole is a copy.
    """
    others = {bare(other.text): other.where for other in there}
    everything = letters(piece.text)
    for whole, where in others.items() if lost and len(everything) >= _PHRASE else ():
        if everything in letters(whole):
            return Copied(sum(len(run.words) for run in lost), where, ())
    characters, of, rest = 0, None, []
    for run in lost:
        words = letters(run.words)
        for whole, where in others.items():
            if len(words) >= _PHRASE and words in letters(whole):
                characters, of = characters + len(run.words), where
                break
            if len(whole) >= _SENTENCE and whole in run.words:
                characters, of = characters + len(whole), where
                before, _, behind = run.words.partition(whole)
                start = run.start + len(before) + len(whole)
                rest += [Lost(run.start, before)] if before else []
                rest += [Lost(start, behind)] if behind else []
                break
        else:
            rest.append(run)
    return Copied(characters, of, tuple(rest))

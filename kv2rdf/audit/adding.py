"""The graph against what was printed: words of it that no source of theirs has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kv2rdf.audit.places import PLACES, Sort
from kv2rdf.audit.printed import Piece
from kv2rdf.audit.stretches import Text, bare, uncovered

_BAR = "|"
"""Stands in the text of a finding between words of the record that it sets side by side."""

_TERMS = frozenset(term for place in PLACES.values() for term in place.terms) - {"identifier"}
"""The properties whose words are printed. Identifiers are made of numbers that are taken apart."""


@dataclass(frozen=True, slots=True)
class Added:
    """Words that the graph has and the sources have not, or, ``again``, not as often."""

    words: str
    again: bool


def added(text: Text, printed: Sequence[str]) -> Iterator[Added]:
    """Give what a text of the graph has that its sources do not print, white space aside.

    ``printed`` are all words of its sources; the text knows which of its own were found in them.
    """
    more = list(uncovered(text))
    if not more:
        return
    parts = text.words.split(_BAR) if text.finding else [text.words]
    again = all(any(part in words for words in printed) for part in parts)
    if not (again and text.finding):
        yield from (Added(words, again) for words in more)


def facts_added(
    things: Iterable[tuple[str, Iterable[tuple[str, str]]]], documents: Iterable[Sequence[Piece]]
) -> Iterator[tuple[str, str, str]]:
    """Give words that the graph says are printed, and no document of the case prints.

    Each comes with its thing and its property. An office is printed in two attributes one behind
    the other, so the facts of a document are taken as one line.
    """
    lines = [
        "".join(bare(piece.text) for piece in pieces if piece.sort is Sort.FACT)
        for pieces in documents
    ]
    for thing, literals in things:
        for term, words in literals:
            if term in _TERMS and not any(words in line for line in lines):
                yield thing, term, words

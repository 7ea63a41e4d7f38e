"""The graph against what was printed: words of it that no source of theirs has."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kv2rdf.audit.finding_rules import as_meant
from kv2rdf.audit.kvr.dates import CLOSING
from kv2rdf.audit.kvr.fields import PLACES, Sort
from kv2rdf.audit.kvr.headings import named
from kv2rdf.audit.kvr.text import Piece
from kv2rdf.audit.matching.spans import Text, bare, uncovered

_BAR = "|"
"""Stands in the text of a finding between words of the record that it sets side by side."""

_TERMS = frozenset(term for place in PLACES.values() for term in place.terms) - {"identifier"}
"""The properties whose words are printed. Identifiers are made of numbers that are taken apart."""


_NAMES = {"identifier", "process_id"}
_LAST_LINE = "kvr/@type"
_ANSWERER, _NOTICE = "kvr/meta/antwoorddata/antwoorder", "kvr/mededeling"
_OFFICES = (
    (f"{_ANSWERER}/@functie", f"{_ANSWERER}/@ministerie"),
    (f"{_NOTICE}/@functie", f"{_NOTICE}/@afdeling"),
)
"""Where an office is printed: the title, and the department."""


@dataclass(frozen=True, slots=True)
class Added:
    """Words that the graph has and the sources have not, or, ``again``, not as often."""

    words: str
    again: bool


def added(text: Text, printed: Iterable[str], figures: Sequence[str] = ()) -> Iterator[Added]:
    """Give what a text of the graph has that its sources do not print, white space aside.

    ``printed`` are all words of its sources; the text knows which of its own were found in them.
    What closes a day is not among these words. ``figures`` are the numbers of parts without text,
    in their order: the edition took figures of running text for them.
    """
    more = [words for words in uncovered(text) if not _made_of(words, figures)]
    if not more:
        return
    parts = text.words.split(_BAR) if text.finding else [text.words]
    everything = list(printed)
    again = all(any(part.rstrip(CLOSING) in words for words in everything) for part in parts)
    if not (again and text.finding):
        yield from (Added(words, again) for words in more)


def printed_words(pieces: Sequence[Piece]) -> Iterator[str]:
    """Give all words that a document prints: its texts and its facts, also those in headings."""
    yield from (bare(piece.text) for piece in pieces)
    yield from _lines(pieces)
    yield from (bare(heading) for text in _texts(pieces) for heading in named(text))


def _made_of(words: str, figures: Sequence[str]) -> bool:
    """Tell whether words are some of these figures, in their order, and nothing else."""
    for figure in figures:
        words = words.removeprefix(bare(figure))
    return not words


def facts_added(
    things: Iterable[tuple[str, Iterable[tuple[str, str]]]], documents: Collection[Sequence[Piece]]
) -> Iterator[tuple[str, str, str]]:
    """Give words that the graph says are printed, and no document of the case prints.

    Each comes with its thing and its property. A case that has no title goes by its identifier.
    """
    things = [(thing, list(literals)) for thing, literals in things]
    named_so = {("title", words) for _, said in things for term, words in said if term in _NAMES}
    lines = [line for pieces in documents for line in _lines(pieces)]
    more = [
        (thing, term, words)
        for thing, literals in things
        for term, words in literals
        if term in _TERMS and (term, words) not in named_so
        if not any(words in line for line in lines)
    ]
    if more:
        texts = [text for pieces in documents for text in _texts(pieces)]
        headings = [bare(heading) for text in texts for heading in named(text)]
        yield from (fact for fact in more if not any(fact[2] in line for line in headings))


def _texts(pieces: Sequence[Piece]) -> Iterator[str]:
    """Give what a document prints, and each text with the last printed line, which may end it."""
    ends = [piece.text for piece in pieces if piece.place == _LAST_LINE]
    for piece in pieces:
        yield piece.text
        yield from (f"{piece.text} {end}" for end in ends)


def _lines(pieces: Sequence[Piece]) -> Iterator[str]:
    """Give the facts that a document prints, as one line: as they stand, and as they were meant.

    An office is printed in two attributes, with others between them: it is a line of its own.
    """
    facts = [piece for piece in pieces if piece.sort is Sort.FACT]
    yield "".join(bare(piece.text) for piece in facts)
    yield "".join(bare(as_meant(piece.text)) for piece in facts)
    offices = {piece.place: piece.text for piece in facts}
    for title, department in _OFFICES:
        yield bare(offices.get(title, "") + offices.get(department, ""))

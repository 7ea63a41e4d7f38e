"""The words of a search that occur nowhere in a release, and the most similar words that do."""

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from kv2rdf.query.found_texts import Rows
from kv2rdf.query.search_tokens import search_tokens
from kv2rdf.release.search_words import search_words

_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, text, row)"
_AMONG = """
SELECT term, doc FROM temp.vocabulary WHERE term IN (SELECT value FROM json_each(:terms))
"""
_WITH_BEGINNING = """
SELECT term, doc FROM temp.vocabulary WHERE term >= :start AND term < :end
AND LENGTH(term) BETWEEN :shortest AND :longest
"""
_MOST_WORDS = 5
_LONG = 12
"""The length from which a similar word may be two letters shorter or longer, not only one."""
_SHORTEST = 4
"""The minimum length of a word for which similar words are looked up."""
_BEGINNING = 3
"""The number of letters with which a word that differs in more than one letter must begin."""
_LIKENESS = 0.8
_AFTER_Z = "{"


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word of a search that occurs in no text. ``nearest`` is the most similar word, or None."""

    word: str
    nearest: str | None


def unknown_words(rows: Rows, search: str) -> tuple[UnknownWord, ...]:
    """Return the words of a search that occur in no text, each with the most similar one.

    Only the first five words are looked up, and no beginnings of words. If several words are
    equally similar, the one in most texts is returned. ``rows`` returns the rows of an SQL query.
    Raises QueryError if the search is not valid.
    """
    words = tuple(dict.fromkeys(_whole_words(search)))[:_MOST_WORDS]
    rows(_VOCABULARY, {})
    known = _counts(rows, words)
    return tuple(UnknownWord(word, _nearest(rows, word)) for word in words if word not in known)


def _whole_words(search: str) -> Iterator[str]:
    for token in search_tokens(search):
        if token.kind == "phrase" and not token.text.endswith("*"):
            yield from search_words(token.text).split()


def _nearest(rows: Rows, word: str) -> str | None:
    if len(word) < _SHORTEST or not word.isalpha():
        return None
    counts = _counts(rows, tuple(_one_letter_apart(word)))
    if counts:
        return min(counts, key=lambda term: (-counts[term], term))
    start, length = word[:_BEGINNING], len(word)
    other_letters = 2 if length >= _LONG else 1
    values = {
        "start": start,
        "end": start + _AFTER_Z,
        "shortest": length - other_letters,
        "longest": length + other_letters,
    }
    terms = sorted(term for term, _ in rows(_WITH_BEGINNING, values))
    return next(iter(difflib.get_close_matches(word, terms, n=1, cutoff=_LIKENESS)), None)


def _counts(rows: Rows, terms: tuple[str, ...]) -> dict[str, int]:
    """Return the number of texts that contain each of the terms that occur."""
    return dict(rows(_AMONG, {"terms": json.dumps(terms)}))


def _one_letter_apart(word: str) -> Iterator[str]:
    """Yield the words with one letter more, less or different, or two letters swapped."""
    for n in range(len(word) + 1):
        before, after = word[:n], word[n:]
        for letter in ascii_lowercase:
            yield before + letter + after
        if after:
            yield before + after[1:]
            for letter in ascii_lowercase:
                yield before + letter + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]

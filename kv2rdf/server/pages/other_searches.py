"""Other searches, which are proposed if a search finds nothing."""

import re
from dataclasses import dataclass

from kv2rdf.errors import QueryError
from kv2rdf.query.near_words import UnknownWord, unknown_words
from kv2rdf.query.open_release import Release
from kv2rdf.release.search_words import search_words
from kv2rdf.server.pages.search_request import SearchRequest

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]+")
_OPERATORS = frozenset({"AND", "OR", "NOT", "NEAR"})
_MOST_WORDS = 5
_SHORTEST = 4
"""The minimum length of a word whose beginning is searched for."""


@dataclass(frozen=True, slots=True)
class OtherSearch:
    """The words of another search, and the number of cases that it finds."""

    words: str
    count: int


def missing_words(release: Release, request: SearchRequest) -> tuple[UnknownWord, ...]:
    """Return the words of a search that occur in no text, each with the most similar one.

    Returns () if the time for searches ends before they have been looked up. Raises ReleaseError if
    the text index cannot be read.
    """
    try:
        return unknown_words(release.texts.searches.rows_of_search(), request.words)
    except QueryError:
        return ()


def other_searches(
    release: Release, request: SearchRequest, missing: tuple[UnknownWord, ...]
) -> tuple[OtherSearch, ...]:
    """Return searches that find cases and differ little from a search that finds nothing.

    In the first, each word in ``missing`` is replaced by the most similar one. If the search is a
    list of a few words, others follow: in the next, each word may have another ending; in the last
    ones, one word is left out. The filters are the same. Returns () if the time for searches ends
    before all of them have been tried. Raises ReleaseError if the text index cannot be read.
    """
    tried = dict.fromkeys((_with_nearest(request.words, missing), *_shorter(request.words)))
    try:
        counts = {
            other: release.found_cases(other, first=1, only=request.text_filter()).total
            for other in tried
            if other and other != request.words
        }
    except QueryError:
        return ()
    return tuple(OtherSearch(other, count) for other, count in counts.items() if count)


def _with_nearest(search: str, missing: tuple[UnknownWord, ...]) -> str:
    """Return a search with the most similar word in place of each missing word that has one."""
    nearest = {unknown.word: unknown.nearest for unknown in missing}
    return _LETTERS.sub(lambda found: nearest.get(search_words(found[0])) or found[0], search)


def _shorter(search: str) -> tuple[str, ...]:
    """Return searches for the beginnings of a few words, and for all words but one, or ()."""
    words = search.split()
    if len(words) > _MOST_WORDS or not all(_is_word(word) for word in words):
        return ()
    stems = " ".join(f"{word}*" if len(word) >= _SHORTEST else word for word in words)
    fewer = (" ".join(words[:n] + words[n + 1 :]) for n in reversed(range(len(words))))
    return (stems, *fewer)


def _is_word(word: str) -> bool:
    return word not in _OPERATORS and _WORD.fullmatch(word) is not None

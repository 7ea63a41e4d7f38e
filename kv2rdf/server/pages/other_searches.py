"""Other searches, which are proposed if a search finds nothing."""

import re
from dataclasses import dataclass

from kv2rdf.errors import QueryError
from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.search_request import SearchRequest

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OPERATORS = frozenset({"AND", "OR", "NOT", "NEAR"})
_MOST_WORDS = 5
_SHORTEST = 4
"""The minimum length of a word whose beginning is searched for."""


@dataclass(frozen=True, slots=True)
class OtherSearch:
    """The words of another search, and the number of cases that it finds."""

    words: str
    count: int


def other_searches(release: Release, request: SearchRequest) -> tuple[OtherSearch, ...]:
    """Return searches that find cases and differ little from a search that finds nothing.

    In the first, each word may have another ending; in the others, one word is left out. The
    filters are the same. Returns () if the search is not a list of a few words, or if the time for
    searches ends before all of them have been tried. Raises ReleaseError if the text index cannot
    be read.
    """
    words = request.words.split()
    if len(words) > _MOST_WORDS or not all(_is_word(word) for word in words):
        return ()
    stems = " ".join(f"{word}*" if len(word) >= _SHORTEST else word for word in words)
    fewer = (" ".join(words[:n] + words[n + 1 :]) for n in reversed(range(len(words))))
    tried = dict.fromkeys((stems, *fewer))
    try:
        counts = {
            other: release.found_cases(other, first=1, only=request.text_filter()).total
            for other in tried
            if other and other != request.words
        }
    except QueryError:
        return ()
    return tuple(OtherSearch(other, count) for other, count in counts.items() if count)


def _is_word(word: str) -> bool:
    return word not in _OPERATORS and _WORD.fullmatch(word) is not None

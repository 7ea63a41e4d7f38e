"""The identifiers of cases that are most similar to an identifier that does not exist."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

_LETTERS = "0123456789Z"
_LONGEST = 40
_COMMON = 4
_MOST = 5


def near_identifiers(word: str, identifiers: Sequence[str]) -> tuple[str, ...]:
    """Return at most five identifiers that are similar to ``word``, the most similar first.

    First come the elements of ``identifiers`` that differ from ``word`` by one character or by two
    swapped characters, and then the neighbours of ``word`` in ``identifiers``, which must be
    sorted. A neighbour must begin with the same four characters as ``word``.
    """
    if not word or len(word) > _LONGEST:
        return ()
    place = bisect_left(identifiers, word)
    beside = identifiers[max(place - 2, 0) : place + 2]
    known = _Sorted(identifiers)
    found = dict.fromkeys(other for other in _one_letter_apart(word) if other in known)
    found |= dict.fromkeys(o for o in beside if o[:_COMMON] == word[:_COMMON])
    return tuple(found)[:_MOST]


class _Sorted(Container[str]):
    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __contains__(self, word: object) -> bool:
        place = bisect_left(self._words, str(word))
        return place < len(self._words) and self._words[place] == word


def _one_letter_apart(word: str) -> Iterator[str]:
    """Yield words that differ from ``word`` by one character, or by two swapped characters."""
    for place in range(len(word)):
        before, after = word[:place], word[place + 1 :]
        yield before + after
        if after:
            yield before + after[0] + word[place] + after[1:]
        for letter in _LETTERS:
            yield before + letter + after
            yield before + letter + word[place:]
    for letter in _LETTERS:
        yield word + letter

"""The words, phrases, brackets and operators of a search, with their positions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kv2rdf.errors import QueryError
from kv2rdf.release.search_words import search_words

_TOKEN = re.compile(r'(?P<bracket>[()])|["“”„](?P<phrase>[^"“”„]*)["“”„](?P<star>\*?)|[^\s()"“”„]+')
_NEAR = re.compile(r"NEAR(?:/(?P<distance>\d{1,3}))?")
_USUAL_DISTANCE = 10
_MAX_DISTANCE = 100
_MAX_LENGTH = 2_000
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class SearchToken:
    """A bracket, an operator or a phrase, with its position in the search.

    ``kind`` is "(", ")", "AND", "OR", "NOT", "NEAR" or "phrase", or "" at the end. A phrase has a
    ``text``, and NEAR has a ``distance`` in words.
    """

    kind: str
    start: int
    text: str = ""
    distance: int = 0


def search_tokens(search: str) -> Iterator[SearchToken]:
    """Yield the tokens of a search, and a token of the kind "" at its end.

    Raises QueryError if the search is too long, or if a token is not allowed by the grammar.
    """
    if len(search) > _MAX_LENGTH:
        raise QueryError(f"the search is longer than {_MAX_LENGTH:,} characters")
    place = 0
    while place < len(search):
        if search[place].isspace():
            place += 1
            continue
        found = _TOKEN.match(search, place)
        if found is None:
            raise search_error("the quote that begins here does not end", search, place)
        yield _token(search, found)
        place = found.end()
    yield SearchToken("", len(search))


def search_error(problem: str, search: str, place: int) -> QueryError:
    """Return an error that describes a problem and shows its position in a search."""
    before, after = search[:place], search[place:]
    shown = f"{before[-_SHOWN:]}<here>{after[:_SHOWN]}"
    return QueryError(f"{problem}: {' '.join(shown.split())}")


def _token(search: str, found: re.Match[str]) -> SearchToken:
    start, text = found.start(), found[0]
    if found["bracket"] or text in {"AND", "OR", "NOT"}:
        return SearchToken(text, start)
    if found["phrase"] is not None:
        return _phrase_token(search, found["phrase"].strip() + found["star"], start)
    if near := _NEAR.fullmatch(text):
        distance = int(near["distance"] or _USUAL_DISTANCE)
        if distance > _MAX_DISTANCE:
            raise search_error(f"NEAR allows at most {_MAX_DISTANCE} words", search, start)
        return SearchToken("NEAR", start, distance=distance)
    if text.startswith("NEAR/"):
        raise search_error("NEAR/ must end in a number, as in NEAR/5", search, start)
    if text.startswith("-") and text[1:2].isalnum():
        problem = f"to leave a word out, write NOT {text[1:]}"
        raise search_error(problem, search, start)
    return _phrase_token(search, text, start)


def _phrase_token(search: str, text: str, start: int) -> SearchToken:
    if not search_words(text).strip():
        raise search_error("there is no word to search for", search, start)
    words, star, rest = text.partition("*")
    if rest or (star and search_words(words)[-1:].isspace()):
        raise search_error("a * must be the end of a word, as in belasting*", search, start)
    return SearchToken("phrase", start, text)

"""The offices in printed words such as "de ministers van Justitie en van Financiën".

The name of a ministry may contain commas and "en", so a list is never split at these. Instead, each
word is checked for the longest name that begins there and was in use on the date of the paper.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kv2rdf.linking.office_names import OPENING_LENGTH, OfficeName, letters_of
from kv2rdf.model.register import Office, OfficeKind
from kv2rdf.model.rules import MatchRule

GRACE = timedelta(days=7)
"""How long papers may still use the name of an office after the office ended or was renamed."""

LONGEST_OPENING = 100
"""The maximum number of characters before the first office.

A text with more characters before its first office is not a list of offices.
"""

_GLUED = ("van", "voor")
"""Words that may be printed without a space after a rank ("ministervan Defensie")."""

_PRIME = OfficeKind.PRIME_MINISTER
_LINKS = re.compile(r"\b(?:aan|alsmede|de|en|het|mede|namens|van|voor)\b|[^\w]+")
_BEFORE = re.compile(r"\b(?:de\s+|van\s+|voor\s+)+\Z")
_ONLY_TITLES = re.compile(r"(?:(?:dhr|heer|mevr|mevrouw|mw) ?)+", re.IGNORECASE)
_ACTING = re.compile(r"\ba[. ]*i\b|\bad interim\b")

_Entry = TypeVar("_Entry", bound="_InPeriod")
_Value = TypeVar("_Value")
_Names = Mapping[str, tuple[OfficeName, ...]]
_Span = tuple[int, int]


class _InPeriod(Protocol):
    """An entry that is valid from a first day to a last day. Either may be unknown."""

    @property
    def since(self) -> date | None:
        """The first day, or None if it is unknown."""

    @property
    def until(self) -> date | None:
        """The last day, or None if it is unknown or still in the future."""


class NamedOffice(Struct, frozen=True, kw_only=True):
    """An office that is named in a text.

    ``start`` is the offset of the words for it, and ``end`` is the offset of the end of its name.
    ``office`` is None if only the ministry is certain. ``ministry`` is the key of the ministry.
    ``is_acting`` is true if the words state that somebody acts for the holder of the office
    ("a.i."). ``rest`` contains the other words, such as the name of the holder.
    """

    start: int
    end: int
    office: Office | None
    ministry: str
    is_acting: bool = False
    rest: str = ""

    @property
    def rule(self) -> MatchRule:
        """The rule by which the office was found."""
        return MatchRule.OFFICE_ONLY if self.office else MatchRule.MINISTRY_ONLY


def offices_in(words: str, day: date | None, names: _Names) -> tuple[NamedOffice, ...]:
    """Return the offices named in a text, in order. If there are none, return the only ministry.

    If the date is not known, an office is returned only if no other office ever had the same name.
    A ministry is returned only if there are no other words. ``names`` is the result of
    ``office_names``.
    """
    found, spans = _named(words, day, names)
    offices = [one for one in found if one.office] or found
    starts = [0, *(_with_words_before(one.start, words) for one in offices[1:])]
    ends = [*starts[1:], len(words)]
    complete = tuple(
        _with_rest(one, words, start, end, spans)
        for one, start, end in zip(offices, starts, ends, strict=False)
    )
    if not complete or found[0].start > LONGEST_OPENING:
        return ()
    is_certain = all(one.office for one in complete) or (len(found) == 1 and not complete[0].rest)
    return complete if is_certain else ()


def _with_words_before(start: int, words: str) -> int:
    """Return the offset of the words for an office, including "de" or "van" before them."""
    before = _BEFORE.search(words, 0, start)
    return before.start() if before else start


def _with_rest(
    one: NamedOffice, words: str, start: int, end: int, spans: Iterable[_Span]
) -> NamedOffice:
    """Return an office with ``rest`` and ``is_acting``, from the words between ``spans``."""
    others, place = [], start
    for first, last in spans:
        if start <= first < end:
            others.append(words[place:first])
            place = last
    rest, is_acting = _rest(" ".join((*others, words[place:end])))
    return replace(one, start=start, is_acting=is_acting, rest=rest)


@lru_cache(maxsize=1 << 10)
def _rest(text: str) -> tuple[str, bool]:
    """Return ``NamedOffice.rest`` and ``is_acting`` for the words that do not name an office."""
    rest = _LINKS.sub(" ", _ACTING.sub(" ", text)).strip()
    rest = "" if _ONLY_TITLES.fullmatch(rest) else rest
    return rest, _ACTING.search(text) is not None


def _named(words: str, day: date | None, names: _Names) -> tuple[list[NamedOffice], list[_Span]]:
    """Return the offices and ministries named in a text, and the spans of all their words."""
    letters, places, starts = _letters(words)
    ranks: dict[OfficeKind, int] = {}
    found: list[NamedOffice] = []
    spans: list[_Span] = []
    is_named, at = False, 0
    while at < len(letters):
        name, end = _longest_name(letters, at, starts, ranks, day, names)
        if name is None:
            following = bisect_right(starts, at)
            at = starts[following] if following < len(starts) else len(letters)
            continue
        place = places[at], places[end - 1] + 1
        if is_named and found and words[found[-1].end : place[0]].strip() == "(":
            spans.append(place)  # "van Buitenlandse Zaken (Europese Zaken)" is one office
            at = end
            continue
        spans.append(place)
        if name.is_rank:
            ranks = {} if is_named else ranks
            ranks |= {name.rank: place[0]} if name.rank else {}
            is_named = False
        else:
            for office, ministry in _meant(name, ranks, day):
                rank = ranks.get(office.kind) if office and not is_named else None
                if rank is None and found and office and office == found[-1].office:
                    continue
                found.append(
                    NamedOffice(
                        start=place[0] if rank is None else rank,
                        end=place[1],
                        office=office,
                        ministry=ministry,
                    )
                )
            is_named = True
        at = end
    return found, spans


@lru_cache(maxsize=1 << 12)
def _letters(words: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return the letters of a text, in lower case and without accents.

    Also return the position of each letter in the text, and the indexes of letters that begin a
    word.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(words):
        for letter in letters_of(character):
            letters.append(letter)
            places.append(place)
    starts = (n for n, place in enumerate(places) if not n or place - places[n - 1] > 1)
    return "".join(letters), tuple(places), tuple(starts)


def _longest_name(
    letters: str,
    at: int,
    starts: Collection[int],
    ranks: Collection[OfficeKind],
    day: date | None,
    names: _Names,
) -> tuple[OfficeName | None, int]:
    """Return the longest name in use that begins at ``at``, or None, and the index of its end."""
    for name in names.get(letters[at : at + OPENING_LENGTH], ()):
        if not letters.startswith(name.letters, at):
            continue
        end = at + len(name.letters)
        ends_word = end == len(letters) or end in starts
        if name.is_rank and not ends_word:
            glued = next((word for word in _GLUED if letters.startswith(word, end)), None)
            if glued:
                return name, end + len(glued)
        elif ends_word and (name.is_rank or any(_meant(name, ranks, day))):
            return name, end
    return None, at


def _meant(
    name: OfficeName, ranks: Collection[OfficeKind], day: date | None
) -> Iterator[tuple[Office | None, str]]:
    """Yield each office to which a name refers on a given date, with the key of its ministry.

    If only the ministry is certain, yield None with the key of that ministry.
    """
    offices = in_use(name.offices, day)
    found: list[Office] = []
    for rank in ranks:
        found += _only(office for office in offices if office.kind in (rank, _PRIME))
    if not ranks and not name.ministries:
        found = _only(offices)
    found = found or _only(office for office in offices if office.kind is _PRIME)
    for office in found:
        yield office, office.ministry
    if not found:
        keys = {m.key for m in in_use(name.ministries, day)} or {o.ministry for o in offices}
        for key in _only(keys):
            yield None, key


def in_use(entries: Iterable[_Entry], day: date | None) -> list[_Entry]:
    """Return the entries valid on ``day`` or else shortly before it, or all if it is not known."""
    if day is None:
        return list(entries)
    begun = [entry for entry in entries if entry.since is None or entry.since <= day]
    return [entry for entry in begun if entry.until is None or day <= entry.until] or [
        entry for entry in begun if entry.until and day <= entry.until + GRACE
    ]


def _only(entries: Iterable[_Value]) -> list[_Value]:
    found = list(entries)
    return found if len(found) == 1 else []

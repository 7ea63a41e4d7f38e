"""Papers of the Aanhangsel that a reply names in its heading ("zie ook Aanhangsel … nr. 900")."""

import re
from collections.abc import Iterable, Iterator

from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import AnnexNumber

_LINE_END = re.compile(r"(?<=[a-z])[-–] (?=[a-z])")
_BETWEEN_DIGITS = re.compile(r"(?<=\b\d) (?=\d\b)")
_YEARS_OR_NUMBERS = re.compile(
    r"(?:\b(?P<first>\d{4})|(?<=vergaderjaar )(?P<short>\d{2}))"
    r"\s?[-–/ ]\s?(?P<second>\d{4}|\d{2})\b"
    r"|\b(?P<number>\d{1,4}[a-z]?)\b(?:\s?t/m\s?(?P<last>\d{1,4})\b)?",
    re.IGNORECASE,
)


def named(
    see_also: Iterable[str], chamber: Chamber, own: AnnexNumber | None
) -> tuple[str | None, ...]:
    """Give the papers that the heading of a reply names, by their identifiers in the Aanhangsel.

    "zie ook Aanhangsel Handelingen nrs. 284 en 355, vergaderjaar 2007–2008". The session stands
    behind its numbers, or before all of them; where none is printed it is that of the reply
    (``own``). None: words that name no number, or years that are no session.
    """
    return tuple(
        AnnexNumber(session=session, number=number).within(chamber) if number and session else None
        for words in see_also
        for session, number in _read(words, own.session if own else None)
    )


def _read(words: str, own: str | None) -> Iterator[tuple[str | None, str | None]]:
    """Give session and number of each paper; (None, None) where the words name no number."""
    printed = _BETWEEN_DIGITS.sub("", _LINE_END.sub("", words))
    found: list[tuple[str | None, str | None]] = []
    waiting: list[str] = []
    before = own
    for piece in _YEARS_OR_NUMBERS.finditer(printed):
        if piece["number"]:
            waiting += _from_to(piece["number"], piece["last"])
            continue
        session = _session(piece["first"] or f"19{piece['short']}", piece["second"])
        if not waiting:
            before = session
        found += [(session, number) for number in waiting]
        waiting = []
    found += [(before, number) for number in waiting]
    yield from found or [(None, None)]


def _from_to(first: str, last: str | None) -> list[str]:
    if last is None or not first.isdigit():
        return [first]
    return [str(number) for number in range(int(first), int(last) + 1)]


def _session(first: str, second: str) -> str | None:
    """Give the session of two years, the second in full or not; None: they do not follow."""
    begins, ends = int(first), int(first) + 1
    return f"{begins}{ends}" if str(ends).endswith(second) else None

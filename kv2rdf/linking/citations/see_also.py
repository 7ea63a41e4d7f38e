"""Citations of the Aanhangsel in a reply's heading: "zie ook Aanhangsel Handelingen nr. 900"."""

import re
from collections.abc import Iterable, Iterator

from kv2rdf.model.kinds import Chamber
from kv2rdf.model.limits import REFERENCES
from kv2rdf.model.paper import AnnexNumber

_LINE_BREAK = re.compile(r"(?<=[a-z])[-–] (?=[a-z])")  # "Hande– lingen"
_SPACE_IN_NUMBER = re.compile(r"(?<=\b\d) (?=\d\b)")  # "1 9 8 8"
_SESSION_OR_NUMBER = re.compile(
    r"""
    (?:(?:\b|(?<=vergaderjaar))(?P<first>\d{4})  # "2003–2004", "1995/1996", "1989 1990"
    |(?<=vergaderjaar[ ])(?P<short>\d{2}))  # "Vergaderjaar 90-91"
    \s?[-–/ ]\s?(?P<second>\d{4}|\d{2})\b
    |\b(?P<number>\d{1,4}[a-z]?)\b       # "900", "17a"
    (?:\s?t/m\s?(?P<last>\d{1,4})\b)?    # "718 t/m 720"
    """,
    re.IGNORECASE | re.VERBOSE,
)


def see_also_ids(
    see_also: Iterable[str], chamber: Chamber, own: AnnexNumber | None
) -> tuple[str | None, ...]:
    """Return the Aanhangsel identifiers of the papers that the heading of a reply cites.

    ``see_also`` contains the printed references, such as "zie ook Aanhangsel Handelingen nrs. 284
    en 355, vergaderjaar 2007–2008". The session of a number is printed after that number, or before
    all numbers. If no session is printed, the session of ``own``, the number of the reply itself,
    is used.

    The result contains None for a reference without a number, and for a number whose session is
    unknown or has years that are not consecutive. Raises LimitError if a reference contains too
    many numbers.
    """
    own_session = own.session if own else None
    return tuple(
        AnnexNumber(session=session, number=number).identifier(chamber)
        if number and session
        else None
        for words in see_also
        for session, number in _sessions_and_numbers(words, own_session)
    )


def _sessions_and_numbers(
    words: str, own_session: str | None
) -> Iterator[tuple[str | None, str | None]]:
    """Yield the session and number of each paper that ``words`` cites, or else (None, None)."""
    printed = _SPACE_IN_NUMBER.sub("", _LINE_BREAK.sub("", words))
    found: list[tuple[str | None, str | None]] = []
    numbers: list[str] = []  # Numbers whose session has not been read yet.
    session_before = own_session
    for match in _SESSION_OR_NUMBER.finditer(printed):
        if match["number"]:
            numbers += _number_range(match["number"], match["last"])
            REFERENCES.check(len(found) + len(numbers))
            continue
        session = _session(match["first"] or f"19{match['short']}", match["second"])
        if not numbers:
            session_before = session
        found += [(session, number) for number in numbers]
        numbers = []
    found += [(session_before, number) for number in numbers]
    yield from found or [(None, None)]


def _number_range(first: str, last: str | None) -> list[str]:
    if last is None or not first.isdigit():
        return [first]
    return [str(number) for number in range(int(first), int(last) + 1)]


def _session(first: str, second: str) -> str | None:
    """Return the session of two years ("20032004"), or None if the years are not consecutive.

    The second year may consist of the last two digits only.
    """
    begin, end = int(first), int(first) + 1
    return f"{begin}{end}" if str(end).endswith(second) else None

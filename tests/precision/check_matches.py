"""A check of every certain match of a release against facts in the same release.

    python -m tests.precision.check_matches RELEASE

A match is checked against the initials and the date of birth of the person, and against the dates
of the seats and tenures. Initials and dates of birth are in the copy of the tables in the release,
and everything else is in its store. The program does not use the code that finds the matches. It
prints the number of matches to which each check could be applied, the contradictions, and the names
that are printed with other letters than those of the surname. The exit status is 1 if there is a
contradiction.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from kv2rdf.query.open_release import Release
from tests.precision.matches_of_release import (
    CheckedMatch,
    CheckedSpell,
    PersonFacts,
    certain_matches_of,
    letters,
    persons_of,
    spells_of,
)

GRACE = timedelta(days=7)
"""An answer may be dated some days after the office of its author ended."""

_CHAMBERS = "https://identifier.overheid.nl/tooi/id/oorg/"
_GROUPS = {f"{_CHAMBERS}oorg10002": "-tk", f"{_CHAMBERS}oorg10001": "-ek"}
"""The end of the address of a group, by the address of its chamber."""

_OF_AGE = 18
_INITIAL = re.compile(r"(?:^|\s)([A-Z])\.")
_ASKER = "indiener"
_BY_NAME_ONLY = "naam-van-ambtsdrager-op-de-dag"
"""The rule that finds an officer although the printed office is another or none."""

_WITHOUT_DATES = ("gekozen-in-een-aangrenzende-zittingsperiode", "tussentijds-en-spreekt")
"""The rules for askers who took a seat during the term, on a day that may not be known."""


@dataclass(slots=True)
class Checks:
    """The results: the number of times that each check could be made, and every contradiction."""

    made: Counter[str] = field(default_factory=Counter)
    contradictions: list[tuple[str, CheckedMatch]] = field(default_factory=list)
    other_letters: Counter[tuple[str, str]] = field(default_factory=Counter)

    def note(self, check: str, match: CheckedMatch, *, agrees: bool | None) -> None:
        """Add the result of a check, unless it is None because the check cannot be made."""
        if agrees is not None:
            self.made[check] += 1
            if not agrees:
                self.contradictions.append((check, match))


def checks(
    matches: Iterable[CheckedMatch],
    spells: Mapping[str, tuple[CheckedSpell, ...]],
    persons: Mapping[str, PersonFacts],
) -> Checks:
    """Return the results of all checks.

    The keys of ``spells`` and ``persons`` are addresses of persons.
    """
    found = Checks()
    for match in matches:
        person, held = persons[match.person], spells.get(match.person, ())
        found.note("first initial", match, agrees=has_initial(match, person))
        found.note("18 years old", match, agrees=is_of_age(match, person))
        for name, (applies, is_right) in _OF_SPELLS.items():
            if applies(match):
                found.note(name, match, agrees=is_right(match, held))
        if match.name and not any(each in letters(match.name) for each in person.surnames):
            found.other_letters[match.name, match.person] += 1
    return found


def has_initial(match: CheckedMatch, person: PersonFacts) -> bool | None:
    """Whether the first printed initial is that of the person, or None if either is not known."""
    printed = _INITIAL.search(match.name)
    return printed[1] == person.initial if printed and person.initial else None


def is_of_age(match: CheckedMatch, person: PersonFacts) -> bool | None:
    """Whether the person was at least 18 on the date, or None if the date of birth is not known."""
    if person.born is None:
        return None
    birthday = (person.born.month, person.born.day)
    had_birthday = birthday <= (match.day.month, match.day.day)
    return match.day.year - person.born.year - (not had_birthday) >= _OF_AGE


def has_seat(match: CheckedMatch, held: tuple[CheckedSpell, ...]) -> bool | None:
    """Whether the person had a seat in the chamber, or was in a group of it, on the date.

    Return None instead of False if the match is by one of the rules ``_WITHOUT_DATES``, which do
    not need the dates of the seat.
    """
    kinds = (match.chamber, _GROUPS[match.chamber])
    is_known = any(each.organisation.endswith(kinds) and each.includes(match.day) for each in held)
    return is_known or (None if match.rule in _WITHOUT_DATES else False)


def is_of_group(match: CheckedMatch, held: tuple[CheckedSpell, ...]) -> bool | None:
    """Whether the person was in the group on the date, or None if no group is known for it."""
    groups = {
        e.organisation for e in held if "/fractie/" in e.organisation and e.includes(match.day)
    }
    return match.group in groups if groups and match.group else None


def is_in_office(match: CheckedMatch, held: tuple[CheckedSpell, ...]) -> bool:
    """Whether the person held the office on the date, or a few days before.

    One rule finds a person by the name alone. For this rule, any office is sufficient.
    """
    any_office = match.rule == _BY_NAME_ONLY
    return any(
        each.office and (any_office or each.office == match.office)
        and each.includes(match.day, GRACE)
        for each in held
    )  # fmt: skip


_Applies = Callable[[CheckedMatch], bool]
_IsRight = Callable[[CheckedMatch, tuple[CheckedSpell, ...]], bool | None]
_OF_SPELLS: dict[str, tuple[_Applies, _IsRight]] = {
    "seat on the day": (lambda match: match.role == _ASKER, has_seat),
    "group on the day": (lambda match: match.role == _ASKER, is_of_group),
    "office on the day": (lambda match: match.role != _ASKER, is_in_office),
}


def checks_of_release(folder: Path) -> Checks:
    """Return the results for all certain matches of a release."""
    with Release(folder) as release:
        persons = persons_of(release.files.seeds, release.base or "")
        return checks(certain_matches_of(release), spells_of(release), persons)


def main(folder: str) -> int:
    """Check a release, write the results, and return the exit status."""
    found = checks_of_release(Path(folder))
    for name, number in sorted(found.made.items()):
        wrong = sum(check == name for check, _ in found.contradictions)
        print(f"{name}: {number:,} checked, {wrong:,} contradictions")  # noqa: T201
    for check, match in found.contradictions:
        print(f"{check}: {match.address} {match.day} {match.name!r} {match.person}")  # noqa: T201
    print(f"printed with other letters than the surname: {found.other_letters.total():,}")  # noqa: T201
    for (name, person), number in found.other_letters.most_common():
        print(f"{number:6,} {name!r} {person.rpartition('/')[2]}")  # noqa: T201
    return 1 if found.contradictions else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

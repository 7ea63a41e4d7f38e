"""Evidence about who may have been a member: known speakers, and complete groups."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from kv2rdf.linking.name_bearers import GROUPS
from kv2rdf.linking.periods import is_within
from kv2rdf.linking.person_names import name_letters, printed_name, surname_starts
from kv2rdf.model.evidence import DatePrecision, SeatCount, Speaker
from kv2rdf.model.kinds import Chamber, MembershipKind
from kv2rdf.model.register import Membership, Register


def speakers_by_surname(speakers: Iterable[Speaker]) -> dict[str, tuple[Speaker, ...]]:
    """Return the speakers by the letters of their names.

    The words before a surname may be given names. A speaker is therefore also found by the name
    without its first word or words, unless the last of these words is a prefix such as "van".
    """
    found: dict[str, list[Speaker]] = {}
    for speaker in speakers:
        words = printed_name(speaker.name).words
        for number in surname_starts(words):
            found.setdefault(name_letters(" ".join(words[number:])), []).append(speaker)
    return {letters: tuple(named) for letters, named in found.items()}


def first_days_of_terms(counts: Iterable[SeatCount]) -> dict[str, tuple[date, ...]]:
    """Return the first days of the terms of each chamber, in order."""
    days: dict[str, set[date]] = {}
    for count in counts:
        days.setdefault(count.chamber, set()).add(count.first_sitting)
    return {chamber: tuple(sorted(found)) for chamber, found in days.items()}


def complete_groups(register: Register) -> dict[str, bool]:
    """Return a mapping with the groups whose members on the first day of a term are all known.

    The keys are made by ``group_at_start``, and every value is True. A group is complete if the
    number of persons known to have been in it on that date equals its number of seats. Persons
    elected for another term are not counted.
    """
    members: dict[tuple[MembershipKind, str | None], list[Membership]] = {}
    for m in register.memberships:
        members.setdefault((m.kind, m.party), []).append(m)
    return {
        group_at_start(s.chamber, s.party, s.first_sitting): True
        for s in register.seat_counts
        if s.seats
        == len(
            {
                m.person
                for m in members.get((GROUPS[s.chamber], s.party), ())
                if is_within(s.first_sitting, m.since, m.until)
                and (m.since_precision is not DatePrecision.TERM or m.since == s.first_sitting)
            }
        )
    }


def group_at_start(chamber: Chamber, party: str, first_day: date) -> str:
    """Return the key of a group on the first day of a term."""
    return f"{chamber} {party} {first_day}"


def term_of(day: date, first_days: tuple[date, ...]) -> tuple[date, date]:
    """Return the first and the last day of the term that includes a date.

    ``first_days`` must be sorted. A term lasts until the next one begins. If no known term begins
    on or before ``day``, the first day is ``day`` itself. If no later term is known, the last day
    is ``day``.
    """
    begun = bisect_right(first_days, day)
    first = first_days[begun - 1] if begun else day
    return first, first_days[begun] - timedelta(days=1) if begun < len(first_days) else day


def adjacent_terms(day: date, first_days: tuple[date, ...]) -> tuple[date, ...]:
    """Return the first days of the terms directly before and after the term that includes a date.

    The result is empty if no later term is known, because the end of the term is then not known
    either, or if the date is before the first known term.
    """
    earlier = tuple(each for each in first_days if each <= day)
    later = first_days[len(earlier) :]
    return earlier[-2:-1] + later[:1] if earlier and later else ()

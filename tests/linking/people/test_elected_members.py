"""Members found by the terms for which they were elected, compared with their dated memberships.

The register of this test contains only the members on the first day of each term, as a roster does.
Persons who were never a member on such a day are not in it. Therefore, each of them may be mistaken
for a namesake.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.linking.periods import is_within
from kv2rdf.model.evidence import DatePrecision, SeatCount
from kv2rdf.model.kinds import Chamber, MembershipKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Role
from kv2rdf.model.register import Membership, Register
from tests.papers import real_seeds

FIRST_COMPLETE_TERM = date(2006, 11, 30)


def test_nobody_is_taken_for_a_member_elected_for_the_term_or_an_adjacent_term() -> None:
    register = real_seeds().register
    terms = sorted({count.first_sitting for count in register.seat_counts})
    terms = [first_day for first_day in terms if first_day >= FIRST_COMPLETE_TERM]
    spells = [m for m in register.memberships if m.kind is MembershipKind.GROUP_TK and m.since]
    matcher = PersonMatcher.of(first_days_only(register, spells, terms))
    names = {p.key: f"{p.prefix} {p.family}".strip() for p in register.persons}
    abbreviations = {p.key: p.abbreviation or p.name for p in register.parties}
    found: Counter[tuple[str | None, bool]] = Counter()
    for spell, day in days_in(spells, terms):
        name, party = names[spell.person], abbreviations[spell.party or ""]
        mention = Mention(printed=name, name=name, party=party)
        (asker,) = matcher.participants(Role.ASKER, [mention], day, Chamber.TK)
        if asker.person:
            found[asker.person_rule, asker.person.key == spell.person] += 1
    assert {rule for rule, is_right in found if not is_right} == set()
    assert found["gekozen-in-een-aangrenzende-zittingsperiode", True] > 50
    assert found["gekozen-in-de-zittingsperiode", True] > 500


def days_in(spells: list[Membership], terms: list[date]) -> Iterator[tuple[Membership, date]]:
    """Yield each membership with a day in the middle of its part of each term."""
    for spell in spells:
        for begin, following in pairwise(terms):
            first = max(spell.since or begin, begin)
            last = min(spell.until or following, following - timedelta(days=1))
            if first <= last:
                yield spell, first + (last - first) / 2


def first_days_only(register: Register, spells: list[Membership], terms: list[date]) -> Register:
    """Return a register that contains only the members on the first day of each term."""
    elected = [
        replaced
        for first_day in terms
        for spell in spells
        if is_within(first_day, spell.since, spell.until)
        for replaced in (of_term(spell, first_day), seat_on(spell, first_day))
    ]
    groups = Counter((m.since, m.party) for m in elected if m.party)
    keys = {m.person for m in elected}
    return replace(
        register,
        persons=tuple(p for p in register.persons if p.key in keys),
        memberships=tuple(elected),
        seat_counts=tuple(
            SeatCount(chamber=Chamber.TK, first_sitting=day, party=party or "", seats=seats)
            for (day, party), seats in groups.items()
            if day
        ),
        speakers=(), tenures=(), misprints=(),
    )  # fmt: skip


def of_term(spell: Membership, first_day: date) -> Membership:
    """Return the membership of a group by somebody elected for a term."""
    return Membership(
        key=f"{spell.key}-{first_day}", person=spell.person, party=spell.party, kind=spell.kind,
        since=first_day, since_precision=DatePrecision.TERM,
    )  # fmt: skip


def seat_on(spell: Membership, day: date) -> Membership:
    """Return a seat on a day, which may have been held before and after it too."""
    return Membership(
        key=f"{spell.key}-{day}-seat", person=spell.person, party=None,
        kind=MembershipKind.SEAT_TK, since=day, since_precision=DatePrecision.NOT_AFTER,
        until=day, until_precision=DatePrecision.NOT_BEFORE,
    )  # fmt: skip

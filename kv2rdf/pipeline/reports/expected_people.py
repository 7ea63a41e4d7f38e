"""Checks of the ages, seats and offices of identified persons, and of the seats in the register."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kv2rdf.linking.name_bearers import GROUPS, SEATS
from kv2rdf.linking.periods import is_within
from kv2rdf.linking.spells import may_cover, spells_by_person
from kv2rdf.model.document_people import DocumentPeople, PartTaken
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.expectations import Expectations, ExpectedPeople
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.participants import Role
from kv2rdf.model.register import Membership, Register
from kv2rdf.pipeline.passes.results import CaseSummary
from kv2rdf.pipeline.reports.breaches import Check, first_examples
from kv2rdf.release.report import Breach

_CHAMBERS = {kind: chamber for kinds in (GROUPS, SEATS) for chamber, kind in kinds.items()}


def people_checks(
    expected: ExpectedPeople, register: Register, dossiers: Iterable[CaseSummary]
) -> Iterator[Check]:
    """Yield a check without a breach, and then one for each different breach in the dossiers.

    Therefore, at least one check is always yielded.
    """
    limits = _Limits(expected, register)
    broken: dict[tuple[str, str, str, str], set[str]] = {}
    for dossier in dossiers:
        for document in dossier.people:
            for part in document.people:
                for problem in limits.problems(document, part):
                    broken.setdefault(problem, set()).add(dossier.id)
    yield Check()
    for (expectation, about, required, found), cases in sorted(broken.items()):
        examples = first_examples(cases)
        yield Check(
            Breach(
                expectation=expectation,
                about=about,
                expected=required,
                found=found,
                examples=examples,
            )
        )


class _Limits:
    """The dates of persons and offices in the register, to compare with the dates of documents."""

    def __init__(self, expected: ExpectedPeople, register: Register) -> None:
        """Index the register by the keys of persons and offices."""
        self._expected = expected
        self._grace = timedelta(days=expected.days)
        self._persons = {person.key: person for person in register.persons}
        self._offices = {office.key: office for office in register.offices}
        self._seats: dict[tuple[str, Chamber], list[Membership]] = {}
        self._tenures = spells_by_person(register.tenures)
        for held in register.memberships:
            if chamber := _CHAMBERS.get(held.kind):
                self._seats.setdefault((held.person, chamber), []).append(held)

    def problems(
        self, document: DocumentPeople, part: PartTaken
    ) -> Iterator[tuple[str, str, str, str]]:
        """Yield each breach by a participant: expectation, subject, what was expected and found."""
        day = document.day
        if day is None:
            return
        if part.role is Role.ASKER and part.person is not None:
            yield from self._problems_of_asker(part.person, document.chamber, day)
        if part.role is not Role.ASKER:
            yield from self._problems_of_officer(part, day)

    def _problems_of_asker(
        self, key: str, chamber: Chamber, day: date
    ) -> Iterator[tuple[str, str, str, str]]:
        born, age = self._persons[key].born, self._expected.age
        if born is not None and _age(born, day) < age:
            yield "age of askers", key, f"at least {age}", f"{_age(born, day)} on {day}"
        seats = self._seats.get((key, chamber), ())
        if not any(may_cover(seat, day) for seat in seats):
            yield "seats of askers", key, f"a seat in the chamber ({chamber})", f"none on {day}"

    def _problems_of_officer(
        self, part: PartTaken, day: date
    ) -> Iterator[tuple[str, str, str, str]]:
        if part.office is not None:
            office = self._offices[part.office]
            until = office.until + self._grace if office.until else None
            if not is_within(day, office.since, until):
                period = f"{office.since or '?'} to {office.until or '?'}"
                yield "existence of offices", part.office, period, str(day)
        if part.person is not None:
            tenures = self._tenures.get(part.person, ())
            if not any(may_cover(tenure, day, self._grace) for tenure in tenures):
                yield "tenures of officers", part.person, "an office", f"none on {day}"


def seat_checks(expected: Expectations, register: Register) -> Iterator[Check]:
    """Yield checks of the numbers of seats and members in the register.

    There is one for each chamber, one for each of its terms, and one for each group on the first
    day of a term.
    """
    for chamber, seats in expected.seats.items():
        members = [m for m in register.memberships if m.kind is GROUPS[chamber]]
        groups: dict[str | None, list[Membership]] = {}
        for member in members:
            groups.setdefault(member.party, []).append(member)
        yield _chamber_check(chamber, seats, members)
        terms: Counter[date] = Counter()
        for count in register.seat_counts:
            if count.chamber is not chamber:
                continue
            terms[count.first_sitting] += count.seats
            of_group = groups.get(count.party, ())
            known = sum(is_within(count.first_sitting, m.since, m.until) for m in of_group)
            about = f"{count.party}, {chamber}, {count.first_sitting}"
            yield _at_most("members of a group", about, count.seats, known)
        for first, total in terms.items():
            bounds = f"{seats:,}"
            breach = Breach(
                expectation="seats of all groups",
                about=f"{chamber}, {first}",
                expected=bounds,
                found=f"{total:,}",
                examples=(),
            )
            yield Check(None if total == seats else breach)


def _chamber_check(chamber: Chamber, seats: int, members: Iterable[Membership]) -> Check:
    """Return a check that the number of known members never exceeds the number of seats.

    Only memberships that began on a known day are counted.
    """
    changes: Counter[date] = Counter()
    for m in members:
        if m.since is not None and m.since_precision is DatePrecision.DAY:
            changes[m.since] += 1
            if m.until is not None:
                changes[m.until] -= 1
    total, most, fullest = 0, 0, date.min
    for day in sorted(changes):
        total += changes[day]
        if total > most:
            most, fullest = total, day
    return _at_most("members of a chamber", f"{chamber}, {fullest}", seats, most)


def _at_most(expectation: str, about: str, most: int, found: int) -> Check:
    if found <= most:
        return Check()
    bounds = f"at most {most:,}"
    return Check(
        Breach(
            expectation=expectation, about=about, expected=bounds, found=f"{found:,}", examples=()
        )
    )


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

"""The persons in the register who bear a surname, and their seats."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from kv2rdf.linking.person_names import initial_letters, name_letters, printed_name
from kv2rdf.linking.spells import covers, may_cover, spells_by_person
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.kinds import Chamber, MembershipKind
from kv2rdf.model.register import Membership, Party, Person, Register

GROUPS = {Chamber.TK: MembershipKind.GROUP_TK, Chamber.EK: MembershipKind.GROUP_EK}
SEATS = {Chamber.TK: MembershipKind.SEAT_TK, Chamber.EK: MembershipKind.SEAT_EK}


class Bearer(Struct, frozen=True, kw_only=True):
    """A person who bears a surname, with all memberships of that person.

    ``given_names`` contains the letters of each word before the surname in any name of the person.
    ``is_whole`` is false if the surname is only one half of a double surname.
    """

    person: Person
    memberships: tuple[Membership, ...]
    given_names: tuple[str, ...] = ()
    is_whole: bool = True

    def has_given_names(self, words: tuple[str, ...]) -> bool:
        """Whether all of ``words`` are given names of this person."""
        return all(name_letters(word) in self.given_names for word in words)

    def has_initials(self, initials: str) -> bool:
        """Whether printed initials are compatible with those of this person.

        Unknown initials match all initials.
        """
        known = self._initials
        return not known or not initials or known.startswith(initials) or initials.startswith(known)

    def has_first_initial(self, initials: str) -> bool:
        """Whether the first initial of this person is known and is the first printed initial."""
        return initials[:1] == self._initials[:1] != ""

    @property
    def _initials(self) -> str:
        return initial_letters(self.person.initials) or initial_letters(self.person.given[:1])

    def is_in_group(self, party: Party, day: date, chamber: Chamber) -> bool:
        """Whether this person was certainly in a party's group in a chamber on a given date."""
        return any(
            m.kind is GROUPS[chamber] and m.party == party.key and covers(m, day)
            for m in self.memberships
        )

    def has_seat(self, day: date, chamber: Chamber) -> bool:
        """Whether this person certainly had a seat in a chamber on a given date, for any party."""
        kinds = GROUPS[chamber], SEATS[chamber]
        return any(m.kind in kinds and covers(m, day) for m in self.memberships)

    def may_have_seat(self, day: date, chamber: Chamber) -> bool:
        """Whether this person may have had a seat in a chamber on a given date."""
        kinds = GROUPS[chamber], SEATS[chamber]
        return any(m.kind in kinds and may_cover(m, day) for m in self.memberships)

    def is_elected_on(self, first_day: date, party: Party, chamber: Chamber) -> bool:
        """Whether this person was elected for a party for the term that began on ``first_day``.

        Only memberships with ``DatePrecision.TERM`` are considered. It is not known how long the
        person kept such a seat.
        """
        return any(
            m.kind is GROUPS[chamber]
            and m.party == party.key
            and m.since == first_day
            and m.since_precision is DatePrecision.TERM
            for m in self.memberships
        )

    def is_of_party(self, party: Party) -> bool:
        """Whether this person is known to have belonged to a party at some time."""
        return any(m.party == party.key for m in self.memberships)

    def may_be_in_group(self, party: Party, day: date, chamber: Chamber) -> bool:
        """Whether this person may have been in the group of a party in a chamber on a given date.

        This is possible if the person ever belonged to the party, unless seats of the person in
        that chamber are known and none of them, apart from seats for another party, may include
        that date. If no seat in that chamber is known, a seat in the other chamber that may include
        that date also makes it impossible, because nobody is a member of both chambers (Grondwet,
        article 57).
        """
        seats = [m for m in self.memberships if m.kind is not MembershipKind.PARTY]
        kinds = GROUPS[chamber], SEATS[chamber]
        here = [m for m in seats if m.kind in kinds]
        if any(m.party in (party.key, None) and may_cover(m, day) for m in here):
            return self.is_of_party(party)
        is_elsewhere = any(may_cover(m, day) for m in seats if m.kind not in kinds)
        return not here and not is_elsewhere and self.is_of_party(party)


def bearers_by_surname(register: Register) -> dict[str, tuple[Bearer, ...]]:
    """Return the bearers of each surname, by its letters, in the order of the register."""
    memberships = spells_by_person(register.memberships)
    found: dict[str, dict[str, Bearer]] = {}
    for person in register.persons:
        held = memberships.get(person.key, ())
        given = tuple(dict.fromkeys(_given_names(person)))
        for letters, is_whole in dict(surnames(person)).items():
            bearer = Bearer(person=person, memberships=held, given_names=given, is_whole=is_whole)
            found.setdefault(letters, {})[person.key] = bearer
    return {letters: tuple(bearers.values()) for letters, bearers in found.items()}


def surnames(person: Person) -> Iterator[tuple[str, bool]]:
    """Yield the letters of each surname of a person, and whether that surname is whole.

    The halves of a double surname come first, so that, in a mapping made from the result, a whole
    surname with the same letters replaces a half.
    """
    whole = f"{person.prefix} {person.family}".strip()
    first, hyphen, second = person.family.partition("-" if "-" in person.family else " ")
    if hyphen:
        yield name_letters(f"{person.prefix} {first}"), False
        yield name_letters(second), False
    yield name_letters(whole or person.name), True
    for name in person.other_names:
        words = printed_name(name).words
        surname = words if words[0][0].islower() or len(words) == 1 else words[1:]
        yield name_letters(" ".join(surname)), True
        yield name_letters(" ".join(words)), True


def _given_names(person: Person) -> Iterator[str]:
    surname = name_letters(f"{person.prefix} {person.family}")
    yield from map(name_letters, person.given.split())
    for name in (person.name, *person.other_names):
        words = printed_name(name).words
        for number in range(1, len(words)):
            if name_letters(" ".join(words[number:])) == surname:
                yield from map(name_letters, words[:number])

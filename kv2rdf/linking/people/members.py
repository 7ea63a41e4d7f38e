"""The search for the member of a chamber to whom a printed name and party refer.

A match is certain only if exactly one person fits the name, the party and the date, and if nobody
else known by that name and party may have been a member on that date. Initials are used to choose
between several persons. If a party is printed, they are not used to reject the only person who
fits, because sources disagree about initials. If no party is printed, the name must contain given
names, or the first initial must be that of the person.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from kv2rdf.linking.name_bearers import Bearer
from kv2rdf.linking.name_evidence import adjacent_terms, group_at_start, term_of
from kv2rdf.linking.people.identities import Identity
from kv2rdf.linking.periods import is_within
from kv2rdf.linking.person_names import PrintedName, name_letters, printed_name, surname_starts
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.participants import Candidate
from kv2rdf.model.register import Party, Person
from kv2rdf.model.rules import Lack, MatchRule

_MOST_CANDIDATES = 5
"""The maximum number of candidates. If there are more, none of them is published."""


class FoundMember(Struct, frozen=True):
    """The person to whom a name certainly refers, or the persons to whom it may refer."""

    person: Identity[Person] | None = None
    candidates: tuple[Candidate, ...] = ()


class MemberSearch(Struct, frozen=True, kw_only=True):
    """A search for the member with a printed name, in a chamber on a given date."""

    index: ReferenceIndex
    name: PrintedName
    day: date
    chamber: Chamber

    def in_party(self, party: Party) -> FoundMember:
        """Return the member to whom the name refers when it is printed with ``party``."""
        given, letters, bearers = self._bearers()
        known = [b for b in bearers if b.may_be_in_group(party, self.day, self.chamber)]
        whole = [b for b in known if b.is_whole]
        sitting = [b for b in whole if b.is_in_group(party, self.day, self.chamber)]
        chosen = self._with_initials(sitting)
        others = [b for b in known if chosen and b is not chosen[0]]
        is_alone = len(chosen) == 1 and not self._with_initials(others, is_strict=True)
        if is_alone and (given or not self._is_another_known(chosen[0], letters, party)):
            rule = MatchRule.NAME_AND_GROUP if given else MatchRule.SEAT_ON_DAY
            return FoundMember(Identity(chosen[0].person, rule))
        fitting = self._with_initials(known)
        if not sitting and len(fitting) == 1 and fitting[0].is_whole:
            rule_ = self._rule_without_spell(fitting[0], letters, party)
            if rule_ and not self._is_another_known(fitting[0], letters, party):
                return FoundMember(Identity(fitting[0].person, rule_))
        return FoundMember(candidates=self._candidates(known, letters, party))

    def without_party(self) -> FoundMember:
        """Return the member to whom the name refers if no party is printed.

        The member is certain only if the name contains given names or initials.
        """
        given, _, bearers = self._bearers()
        seated = [b for b in bearers if b.is_whole and b.has_seat(self.day, self.chamber)]
        if given and len(seated) == 1:
            return FoundMember(Identity(seated[0].person, MatchRule.NAME_AND_SEAT))
        if not given and self.name.initials:
            seated = [b for b in seated if b.has_first_initial(self.name.initials)]
            if len(seated) == 1:
                return FoundMember(Identity(seated[0].person, MatchRule.NAME_AND_SEAT))
        lacks = (Lack.PARTY_NOT_PRINTED,)
        return FoundMember(candidates=_listed(seated, lacks))

    def _bearers(self) -> tuple[tuple[str, ...], str, tuple[Bearer, ...]]:
        """Return the given names, the letters of the surname, and the bearers of both.

        The longest known surname is used. If no bearer has the given names, the bearers with the
        first printed initial are returned.
        """
        words = self.name.words
        by_initial: tuple[tuple[str, ...], str, tuple[Bearer, ...]] | None = None
        for number in surname_starts(words):
            given, letters = words[:number], name_letters(" ".join(words[number:]))
            bearers = self.index.bearers.get(letters, ())
            if found := tuple(b for b in bearers if b.has_given_names(given)):
                return given, letters, found
            initials = self.name.initials
            if by_initial is None and given and initials:
                found = tuple(b for b in bearers if b.has_first_initial(initials))
                by_initial = (given, letters, found) if found else None
        return by_initial or ((), name_letters(" ".join(words)), ())

    def _with_initials(self, bearers: list[Bearer], *, is_strict: bool = False) -> list[Bearer]:
        """Return the bearers who may have the printed initials.

        A single bearer is always returned, unless ``is_strict`` is true.
        """
        if len(bearers) < 2 and not is_strict:
            return bearers
        return [b for b in bearers if b.has_initials(self.name.initials)]

    def _is_another_known(self, bearer: Bearer, letters: str, party: Party) -> bool:
        """Whether another speaker with that surname and party may have been a member that day."""
        terms = self.index.terms.get(self.chamber, ())
        for speaker in self.index.speakers.get(letters, ()):
            if speaker.party != party.key or speaker.chamber is not self.chamber:
                continue
            name = printed_name(speaker.name)
            given = name.words[: _words_before(name.words, letters)]
            is_other = not bearer.has_initials(name.initials) or not bearer.has_given_names(given)
            is_printed = not self.name.initials or self.name.initials[0] == name.initials[:1]
            if is_other and is_printed:
                first, last = term_of(speaker.first, terms)[0], term_of(speaker.last, terms)[1]
                if is_within(self.day, first, last):
                    return True
        return False

    def _rule_without_spell(self, bearer: Bearer, letters: str, party: Party) -> MatchRule | None:
        """Return the rule that identifies a bearer who was not certainly in the group, or None.

        A rule applies if the bearer was elected for the term that includes the date, and all
        members of the group at the start of that term are known. A rule also applies if the bearer
        may have had a seat on the date, and either the period of speeches under that surname and
        party includes the date, or the bearer was elected for the term directly before or after,
        with all members of the group at its start known.
        """
        terms = self.index.terms.get(self.chamber, ())
        if self._is_elected(bearer, term_of(self.day, terms)[0], party):
            return MatchRule.ELECTED_FOR_TERM
        if not bearer.may_have_seat(self.day, self.chamber):
            return None
        speeches = self.index.speakers.get(letters, ())
        has_spoken = any(
            s.party == party.key
            and s.chamber is self.chamber
            and is_within(self.day, s.first, s.last)
            for s in speeches
        )
        if has_spoken:
            return MatchRule.SPEAKS_IN_TERM
        adjacent = adjacent_terms(self.day, terms)
        is_elected = any(self._is_elected(bearer, first_day, party) for first_day in adjacent)
        return MatchRule.ELECTED_FOR_ADJACENT_TERM if is_elected else None

    def _is_elected(self, bearer: Bearer, first_day: date, party: Party) -> bool:
        """Whether a bearer was elected for a term, and all members of the group are known."""
        group = group_at_start(self.chamber, party.key, first_day)
        is_complete = self.index.complete_groups.get(group, False)
        return is_complete and bearer.is_elected_on(first_day, party, self.chamber)

    def _candidates(self, known: list[Bearer], letters: str, party: Party) -> tuple[Candidate, ...]:
        fitting = self._with_initials(known)
        found = []
        for bearer in fitting:
            is_another = len(fitting) > 1 or self._is_another_known(bearer, letters, party)
            lacks = [Lack.OTHER_BEARER] if is_another else []
            if not bearer.is_in_group(party, self.day, self.chamber):
                lacks.append(Lack.SEAT_UNKNOWN)
            if not bearer.is_whole:
                lacks.append(Lack.HALF_SURNAME)
            rule = MatchRule.ONE_OF_BEARERS if is_another else MatchRule.ONLY_BEARER
            found.append(Candidate(person=bearer.person, rule=rule, lacks=tuple(lacks)))
        return tuple(found) if len(found) <= _MOST_CANDIDATES else ()


def _listed(bearers: Iterable[Bearer], lacks: tuple[Lack, ...]) -> tuple[Candidate, ...]:
    found = tuple(bearers)
    if len(found) > _MOST_CANDIDATES:
        return ()
    if len(found) > 1:
        lacks = (Lack.OTHER_BEARER, *lacks)
    rule = MatchRule.ONLY_BEARER if len(found) == 1 else MatchRule.ONE_OF_BEARERS
    return tuple(Candidate(person=b.person, rule=rule, lacks=lacks) for b in found)


def _words_before(words: tuple[str, ...], letters: str) -> int:
    """Return the number of words before the surname whose letters are ``letters``."""
    return next(
        number for number in range(len(words)) if name_letters(" ".join(words[number:])) == letters
    )

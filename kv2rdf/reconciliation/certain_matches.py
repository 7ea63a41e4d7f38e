"""Certain matches of a text, found by the rules that also identify names in papers."""

import re
from dataclasses import dataclass

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.linking.people.offices import PrintedOffice, printed_offices
from kv2rdf.linking.people.parties import printed_party
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import Person
from kv2rdf.model.rules import MatchRule
from kv2rdf.reconciliation.circumstances import Circumstances

_REVERSED = re.compile(r"([^,]*[^,\s])\s*,\s*([^,]*[^,\s])")
_WITH_PARTY = re.compile(r"(.*\S)\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class MeantKeys:
    """The keys of the entries to which a text refers.

    ``certain`` is the key of the entry to which the text certainly refers, or None. If it is None,
    ``possible`` contains the keys of all entries to which the text may refer.
    """

    certain: str | None = None
    possible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CertainMatches:
    """A matcher that finds the entity to which a text certainly refers.

    It uses the matcher that also identifies names in papers.
    """

    matcher: PersonMatcher

    def person(self, text: str, given: Circumstances) -> MeantKeys:
        """Return the keys of the members with this name or, if an office is given, of its holders.

        If neither a date nor an office is given, the result is empty.
        """
        if given.office:
            return self._officer(text, given)
        if not text or not given.day:
            return MeantKeys()
        name, party = self.name_and_party(text, given)
        mention = Mention(printed=name, name=name, party=party)
        chambers = (given.chamber,) if given.chamber else tuple(Chamber)
        found = [
            one
            for chamber in chambers
            for one in self.matcher.participants(Role.ASKER, [mention], given.day, chamber)
        ]
        return _one_person(found)

    def name_and_party(self, text: str, given: Circumstances) -> tuple[str, str | None]:
        """Return the name in a text and its party: the given one, or else the one in brackets.

        If the surname comes first, before a comma, the name is put in the usual order: "Jan de Wit"
        for "Wit, Jan de".
        """
        found = _WITH_PARTY.fullmatch(text)
        if found and self.matcher.index.party(found[2]):
            return _usual_order(found[1]), given.party or found[2]
        return _usual_order(text), given.party

    def party(self, text: str, given: Circumstances) -> MeantKeys:
        """Return the key of the party with this name, if the party existed on the given date."""
        found = printed_party(self.matcher.index, text, given.day)
        return MeantKeys(found.entry.key if found else None)

    def office(self, text: str, given: Circumstances) -> MeantKeys:
        """Return the keys of the offices that ``text`` names.

        A key is certain only if it is the only one, and if ``text`` contains nothing else.
        """
        named = self._offices(text, given)
        keys = tuple(one.named.office.key for one in named if one.named and one.named.office)
        return _meant(named, keys)

    def ministry(self, text: str, given: Circumstances, *, is_asked: bool) -> MeantKeys:
        """Return the keys of the ministries in ``text``, alone or as part of the name of an office.

        If offices are requested as well (``is_asked`` is false), the name of an office refers only
        to the office.
        """
        named = self._offices(text, given)
        keys = tuple(
            one.named.ministry
            for one in named
            if one.named and one.named.ministry and (is_asked or not one.named.office)
        )
        return _meant(named, keys)

    def _offices(self, text: str, given: Circumstances) -> tuple[PrintedOffice, ...]:
        if not text:
            return ()
        mention = Mention(printed=text, office=text)
        return printed_offices(self.matcher.index, mention, given.day)

    def _officer(self, text: str, given: Circumstances) -> MeantKeys:
        """Return the key of the person with this name who held the given office on the given date.

        A person with this name who held another office is a possible match, but not a certain one.
        """
        words = f"{given.office} {text}".strip()
        mention = Mention(printed=words, name=text or None, office=given.office)
        found = self.matcher.participants(Role.ADDRESSEE, [mention], given.day, Chamber.TK)
        elsewhere = [
            one for one in found if one.office and one.person_rule is MatchRule.NAME_OF_OFFICER
        ]
        meant = _one_person(found)
        return MeantKeys(None, _keys(found)) if elsewhere or len(found) > 1 else meant


def _usual_order(name: str) -> str:
    found = _REVERSED.fullmatch(name)
    return f"{found[2]} {found[1]}" if found else name


def _one_person(found: list[Participant]) -> MeantKeys:
    """Return the keys of the persons found. One person is certain if not merely a candidate."""
    keys = _keys(found)
    is_certain = len(keys) == 1 and any(one.person for one in found)
    return MeantKeys(keys[0]) if is_certain else MeantKeys(None, keys)


def _keys(found: list[Participant]) -> tuple[str, ...]:
    persons: list[Person] = []
    for one in found:
        persons += [one.person] if one.person else []
        persons += [candidate.person for candidate in one.candidates]
    return tuple(dict.fromkeys(person.key for person in persons))


def _meant(named: tuple[PrintedOffice, ...], keys: tuple[str, ...]) -> MeantKeys:
    """Return ``keys``, which are the keys of the entries that were found in a text.

    A key is certain if it is the only one, and if the text contains nothing but the name.
    """
    if len(named) == len(keys) == 1 and named[0].named and not named[0].named.rest:
        return MeantKeys(keys[0])
    return MeantKeys(None, keys)

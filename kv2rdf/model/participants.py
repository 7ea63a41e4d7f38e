"""The people, parties and offices that take part in a case, and their roles."""

from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.paper import Mention
from kv2rdf.model.register import Ministry, Office, Party, Person
from kv2rdf.model.rules import Lack, MatchRule


class Role(StrEnum):
    """The role of a participant. Each value is the key of a concept."""

    ASKER = "indiener"
    ADDRESSEE = "geadresseerde"
    ANSWERER = "antwoordgever"
    ON_BEHALF_OF = "mede-namens"
    NOTIFIER = "mededeler"


class Candidate(Struct, frozen=True, kw_only=True):
    """A person who may be meant, although it is not certain: by which rule, and what is missing."""

    person: Person
    rule: MatchRule
    lacks: tuple[Lack, ...]


class Participant(Struct, frozen=True, kw_only=True):
    """A participant in a role: the printed mention, and the register entries that match it.

    A match is kept only if it is certain. ``person_rule``, ``party_rule`` and ``office_rule`` are
    the rules that found the person, the party and the office; each is None if nothing was found.
    ``ministry`` is the ministry of the office, under its latest name. It may be certain although
    the office is not. ``listed_in`` is the printed list of offices that the mention was cut from,
    or None. There are ``candidates`` only if the person is not certain. ``ordinal`` numbers the
    participants in one role, from 1. ``repetition`` numbers those among them that are printed in
    the same words, also from 1.
    """

    role: Role
    ordinal: int
    mention: Mention
    repetition: int = 1
    listed_in: str | None = None
    person: Person | None = None
    person_rule: MatchRule | None = None
    party: Party | None = None
    party_rule: MatchRule | None = None
    office: Office | None = None
    ministry: Ministry | None = None
    office_rule: MatchRule | None = None
    candidates: tuple[Candidate, ...] = ()

"""The participants in a case, and their roles."""

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
    """A possible match of a mention: a person, the rule applied, and the missing evidence."""

    person: Person
    rule: MatchRule
    lacks: tuple[Lack, ...]


class Participant(Struct, frozen=True, kw_only=True):
    """A participant in a role: the printed mention, and the register entries that match it.

    An entry is included only if the match is certain. ``person_rule`` and ``party_rule`` are the
    rules that found the person and the party, and ``office_rule`` is the rule that found the office
    or only its ministry. Each is None if nothing was found. ``ministry`` is the ministry of the
    office, under its latest name. It can be certain even if the office is not. ``listed_in`` is the
    printed list of offices from which the mention was taken, or None. ``candidates`` is empty if
    the person is certain. ``ordinal`` is the position among the participants in the same role, and
    ``repetition`` is the position among those printed with the same words. Both are counted from 1.
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

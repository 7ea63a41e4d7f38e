"""The people, parties and offices that take part in a case, and their roles."""

from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.paper import Mention
from kv2rdf.model.register import Office, Party, Person
from kv2rdf.model.rules import MatchRule


class Role(StrEnum):
    """The role of a participant. Each value is the key of a concept."""

    ASKER = "indiener"
    ADDRESSEE = "geadresseerde"
    ANSWERER = "antwoordgever"
    ON_BEHALF_OF = "mede-namens"
    NOTIFIER = "mededeler"


class Participant(Struct, frozen=True, kw_only=True):
    """A participant in a role: the printed mention, and the register entries that match it.

    A match is kept only if it is certain. ``matched_by`` is the rule that made the match, or None
    if there is no match. ``ordinal`` numbers the participants in one role, from 1. ``repetition``
    numbers those among them that are printed in the same words, also from 1.
    """

    role: Role
    ordinal: int
    mention: Mention
    repetition: int = 1
    person: Person | None = None
    party: Party | None = None
    office: Office | None = None
    matched_by: MatchRule | None = None

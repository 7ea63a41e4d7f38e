"""Who takes part in a case, and in which role."""

from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.paper import Mention
from kv2rdf.model.register import Office, Party, Person


class Role(StrEnum):
    """The part somebody plays; the values are keys in the concept scheme of roles."""

    ASKER = "indiener"
    ADDRESSEE = "geadresseerde"
    ANSWERER = "antwoordgever"
    ON_BEHALF_OF = "mede-namens"
    NOTIFIER = "mededeler"


class Participant(Struct, frozen=True, kw_only=True):
    """Somebody in a role: as printed always, as an identity where one is certain.

    ``matched_by`` is the key of the rule that found the identities (None: nothing found).
    """

    role: Role
    ordinal: int
    mention: Mention
    person: Person | None = None
    party: Party | None = None
    office: Office | None = None
    matched_by: str | None = None

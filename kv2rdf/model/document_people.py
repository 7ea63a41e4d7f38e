"""The participants in a document, with only the facts that are compared with expectations."""

from datetime import date

from msgspec import Struct

from kv2rdf.model.kinds import Chamber, SourceKind
from kv2rdf.model.participants import Role


class PartTaken(Struct, frozen=True, kw_only=True, array_like=True):
    """A participant in a document.

    ``person`` and ``office`` are keys in the register, or None if they are not identified.
    ``has_name``, ``has_party`` and ``has_office`` are true if a name, a party or an office is
    printed. ``is_party_known`` and ``is_ministry_known`` are true if the party or the ministry is
    identified.
    """

    role: Role
    person: str | None
    office: str | None
    has_name: bool
    has_party: bool
    has_office: bool
    is_party_known: bool
    is_ministry_known: bool


class DocumentPeople(Struct, frozen=True, kw_only=True, array_like=True):
    """The participants in a document, and the date and the kind of source of the document."""

    source_kind: SourceKind
    chamber: Chamber
    day: date | None
    people: tuple[PartTaken, ...]

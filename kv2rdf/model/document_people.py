"""The participants in a document: only the facts that are compared with expectations."""

from datetime import date

from msgspec import Struct

from kv2rdf.model.kinds import Chamber, SourceKind
from kv2rdf.model.participants import Role


class PartTaken(Struct, frozen=True, kw_only=True, array_like=True):
    """A participant. ``person`` and ``office`` are keys, or None if not identified.

    ``has_name``, ``has_party`` and ``has_office`` are true if these are printed. The last two
    fields are true if the party and the ministry are identified.
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
    """The participants in a document, with the day of the document and the kind of its source."""

    source_kind: SourceKind
    chamber: Chamber
    day: date | None
    people: tuple[PartTaken, ...]

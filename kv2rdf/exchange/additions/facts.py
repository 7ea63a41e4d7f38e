"""Persons and their groups, seats and offices, as returned by a service."""

from dataclasses import dataclass
from datetime import date

from kv2rdf.model.evidence import DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFact:
    """A person, as returned by a service. A field is empty if its value is unknown.

    ``identifier`` is the person's identifier at the service; it is also in ``wikidata`` or
    ``guid``. ``birth`` is a date, as in "1955-01-31", or only a year.
    """

    identifier: str
    name: str
    given: str = ""
    prefix: str = ""
    family: str = ""
    initials: str = ""
    gender: str = ""
    birth: str = ""
    wikidata: str = ""
    guid: str = ""
    parlement_id: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day of a membership or a tenure, with their precisions."""

    start: date | None
    start_precision: DatePrecision
    end: date | None
    end_precision: DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellFact:
    """A membership or a tenure, as returned by a service.

    ``place`` is a kind of membership, such as ``fractie-tk``, or the key of an office.
    ``identifier`` is the identifier of the statement in Wikidata or of the row of the Tweede Kamer,
    and ``person`` is the identifier of the person at the service. ``party`` is the key of a party,
    or empty if no party is stated. ``key`` is the key of the membership, or empty if a key must be
    made from the other fields.
    """

    identifier: str
    person: str
    place: str
    is_office: bool
    party: str
    bounds: Bounds
    key: str = ""


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that was not added, and the reason, for the person who reviews the additions."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts that one service returns. ``source`` is the name of the service in SOURCES.csv."""

    source: str
    persons: tuple[PersonFact, ...]
    spells: tuple[SpellFact, ...]
    not_added: tuple[Omission, ...]

"""What a service says about persons, their groups, seats and offices, before it is compared."""

from dataclasses import dataclass
from datetime import date

from kv2rdf.model.evidence import DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFact:
    """A person as a service knows the person. What it does not know is empty.

    ``identifier`` is the person's identifier at the service; it is also in ``wikidata`` or
    ``guid``. ``birth`` is a day, as in "1955-01-31", or only a year.
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
    """The first and the last day of a spell, each with its precision. None is not known."""

    start: date | None
    start_precision: DatePrecision
    end: date | None
    end_precision: DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellFact:
    """A membership or a tenure as a service knows it.

    ``place`` is a kind of membership, such as ``fractie-tk``, or the key of an office.
    ``identifier`` is that of the statement or the row, ``person`` that of the person, and ``key``
    is the key of the membership, or empty if it is made from the others.
    """

    identifier: str
    person: str
    place: str
    is_office: bool
    party: str
    bounds: Bounds
    key: str = ""


@dataclass(frozen=True, slots=True)
class NotAdded:
    """Something that is not added, and why: a person must look at it."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one service says. ``source`` is its name in SOURCES.csv."""

    source: str
    persons: tuple[PersonFact, ...]
    spells: tuple[SpellFact, ...]
    not_added: tuple[NotAdded, ...]

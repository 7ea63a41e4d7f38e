"""Who and what there is: the people, parties, offices and topics of seeds/authority."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member or a minister; ``guid`` is the Tweede Kamer's own identifier."""

    key: str
    name: str
    guid: str | None = None
    wikidata: str | None = None
    parlement_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party, or a group in a chamber."""

    key: str
    name: str
    abbreviation: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    founded: date | None = None
    dissolved: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One spell of a person in a party's group in a chamber (``until`` is the last day)."""

    key: str
    person: str
    party: str
    kind: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry:
    """A ministry; ``tooi`` is the government's own address for it."""

    key: str
    name: str
    abbreviation: str | None = None
    tooi: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post in the government, of a ministry."""

    key: str
    label: str
    label_en: str
    ministry: str
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One spell of a person in an office."""

    person: str
    office: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic of the TaxonomieBeleidsagenda: a main one, or a pair "Main | Sub"."""

    key: str
    label: str
    parent: str | None = None
    owms: str | None = None
    tooi: str | None = None
    match: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTerm:
    """The days in which a minister must answer, from a day on, and the article that says so."""

    chamber: str
    days: int
    since: date
    until: date | None
    article: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All of seeds/: every row, in the order of the files."""

    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    memberships: tuple[Membership, ...] = ()
    ministries: tuple[Ministry, ...] = ()
    offices: tuple[Office, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    topics: tuple[Topic, ...] = ()
    terms: tuple[AnswerTerm, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()

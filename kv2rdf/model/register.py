"""Who and what there is: the people, parties, offices and topics of seeds/authority."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Person(Struct, frozen=True, kw_only=True):
    """A member or a minister; ``guid`` is the Tweede Kamer's own identifier."""

    key: str
    name: str
    guid: str | None = None
    wikidata: str | None = None
    parlement_id: str | None = None


class Party(Struct, frozen=True, kw_only=True):
    """A party, or a group in a chamber."""

    key: str
    name: str
    abbreviation: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    founded: date | None = None
    dissolved: date | None = None


class MembershipKind(StrEnum):
    """What somebody is a member of; the values are those of the column ``kind``.

    The group of the Eerste Kamer is not among them: no concept says yet what that is.
    """

    PARTY = "party"
    GROUP_TK = "fractie-tk"


class Membership(Struct, frozen=True, kw_only=True):
    """One spell of a person in a party's group in a chamber (``until`` is the last day)."""

    key: str
    person: str
    party: str
    kind: MembershipKind
    since: date | None = None
    until: date | None = None


class Ministry(Struct, frozen=True, kw_only=True):
    """A ministry; ``tooi`` is the government's own address for it."""

    key: str
    name: str
    abbreviation: str | None = None
    tooi: str | None = None
    wikidata: str | None = None


class Office(Struct, frozen=True, kw_only=True):
    """A post in the government, of a ministry."""

    key: str
    label: str
    label_en: str
    ministry: str
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None


class Tenure(Struct, frozen=True, kw_only=True):
    """One spell of a person in an office."""

    person: str
    office: str
    since: date
    until: date | None = None


class Topic(Struct, frozen=True, kw_only=True):
    """A topic of the TaxonomieBeleidsagenda: a main one, or a pair "Main | Sub"."""

    key: str
    label: str
    parent: str | None = None
    owms: str | None = None
    tooi: str | None = None
    match: str | None = None


class Medium(Struct, frozen=True, kw_only=True):
    """A newspaper, broadcaster or other medium, or (without ``parent``) a kind of them.

    ``names`` are those that papers print for it besides ``label``.
    """

    key: str
    label: str
    parent: str | None = None
    names: tuple[str, ...] = ()


class AnswerTerm(Struct, frozen=True, kw_only=True):
    """The days in which a minister must answer, from a day on, and the article that says so."""

    chamber: str
    days: int
    since: date
    until: date | None
    article: str
    source: str


class Register(Struct, frozen=True, kw_only=True):
    """All of seeds/: every row, in the order of the files."""

    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    memberships: tuple[Membership, ...] = ()
    ministries: tuple[Ministry, ...] = ()
    offices: tuple[Office, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    topics: tuple[Topic, ...] = ()
    media: tuple[Medium, ...] = ()
    terms: tuple[AnswerTerm, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()

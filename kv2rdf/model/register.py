"""The register: people, parties, ministries, offices, topics and media, as in ``seeds/``."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Person(Struct, frozen=True, kw_only=True):
    """A member or a minister.

    ``guid`` is the identifier of the Tweede Kamer, and ``parlement_id`` that of parlement.com.
    """

    key: str
    name: str
    guid: str | None = None
    wikidata: str | None = None
    parlement_id: str | None = None


class Party(Struct, frozen=True, kw_only=True):
    """A party, or a parliamentary group."""

    key: str
    name: str
    abbreviation: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    founded: date | None = None
    dissolved: date | None = None


class MembershipKind(StrEnum):
    """What a person is a member of; the values are those of the column ``kind``.

    A group of the Eerste Kamer is missing: there is no concept for it yet.
    """

    PARTY = "party"
    GROUP_TK = "fractie-tk"


class Membership(Struct, frozen=True, kw_only=True):
    """A period in which a person belongs to a party or its group; ``until`` is the last day."""

    key: str
    person: str
    party: str
    kind: MembershipKind
    since: date | None = None
    until: date | None = None


class Ministry(Struct, frozen=True, kw_only=True):
    """A ministry; ``tooi`` is its address in the government's register TOOI."""

    key: str
    name: str
    abbreviation: str | None = None
    tooi: str | None = None
    wikidata: str | None = None


class Office(Struct, frozen=True, kw_only=True):
    """An office in the government, and the key of its ministry."""

    key: str
    label: str
    label_en: str
    ministry: str
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None


class Tenure(Struct, frozen=True, kw_only=True):
    """A period in which a person holds an office; ``until`` is the last day."""

    person: str
    office: str
    since: date
    until: date | None = None


class Topic(Struct, frozen=True, kw_only=True):
    """A topic of the TaxonomieBeleidsagenda, or a subtopic, which has a ``parent``.

    ``owms`` and ``tooi`` are the addresses of similar terms in OWMS and in TOOI; ``tooi_match`` is
    the SKOS property that relates the topic to the term in TOOI.
    """

    key: str
    label: str
    parent: str | None = None
    owms: str | None = None
    tooi: str | None = None
    tooi_match: str | None = None


class Medium(Struct, frozen=True, kw_only=True):
    """A newspaper, broadcaster or other medium; without ``parent``, a kind of medium.

    ``names`` are the names that papers print, besides ``label``.
    """

    key: str
    label: str
    parent: str | None = None
    names: tuple[str, ...] = ()


class AnswerTerm(Struct, frozen=True, kw_only=True):
    """The number of days within which an article of the rules requires an answer, in a period."""

    chamber: str
    days: int
    since: date
    until: date | None
    article: str
    source: str


class Register(Struct, frozen=True, kw_only=True):
    """All entries of the register, in the order of the files.

    ``moved_addresses`` has pairs of an old and a new address.
    """

    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    memberships: tuple[Membership, ...] = ()
    ministries: tuple[Ministry, ...] = ()
    offices: tuple[Office, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    topics: tuple[Topic, ...] = ()
    media: tuple[Medium, ...] = ()
    answer_terms: tuple[AnswerTerm, ...] = ()
    moved_addresses: tuple[tuple[str, str], ...] = ()

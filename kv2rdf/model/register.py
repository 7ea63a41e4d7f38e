"""The register: people, parties, ministries, offices, topics and media, as listed in ``seeds/``."""

import re
from datetime import date
from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.brought_source import BroughtSource
from kv2rdf.model.cabinet import Cabinet
from kv2rdf.model.evidence import DatePrecision, SeatCount, Speaker
from kv2rdf.model.kinds import MembershipKind

_RANK = re.compile(r"(?:minister|staatssecretaris) (?:van|voor) ")


class Person(Struct, frozen=True, kw_only=True):
    """A member of parliament or of the government.

    ``prefix`` and ``family`` together form the surname, such as "van den" and "Brink". ``family``
    may be a double surname. ``initials`` are those of the given names, with full stops.
    ``other_names`` are further names of the person, with or without given names. ``gender`` is "f"
    or "m", or None if it is not known. ``guid`` identifies the person at the Tweede Kamer, and
    ``parlement_id`` at parlement.com.
    """

    key: str
    name: str
    given: str = ""
    prefix: str = ""
    family: str = ""
    initials: str = ""
    other_names: tuple[str, ...] = ()
    gender: str | None = None
    guid: str | None = None
    wikidata: str | None = None
    parlement_id: str | None = None
    born: date | None = None


class Party(Struct, frozen=True, kw_only=True):
    """A party, or members who left a party. It may have a group in each chamber.

    ``founded`` and ``dissolved`` are the first and the last day on which papers may name it.
    """

    key: str
    name: str
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    founded: date | None = None
    dissolved: date | None = None

    @property
    def short_name(self) -> str:
        """The abbreviation, or the name if there is no abbreviation."""
        return self.abbreviation or self.name


class MisprintKind(StrEnum):
    """The kinds of misprinted items, as in the column ``kind`` of ``seeds/lookups.csv``."""

    PARTY = "partij"
    OFFICE = "ambt"
    OFFICER = "ambtsdrager"


class Misprint(Struct, frozen=True, kw_only=True):
    """A misprinted name, and the name that should have been printed.

    ``meant`` is part of the name of the register entry or, for OFFICER, the key of the person.
    """

    kind: MisprintKind
    printed: str
    meant: str


class Membership(Struct, frozen=True, kw_only=True):
    """A period in which a person belongs to a party or one of its groups, or sits in a chamber.

    ``until`` is the last day of the period. ``party`` is a key, or None if only the seat is known.
    """

    key: str
    person: str
    party: str | None
    kind: MembershipKind
    since: date | None = None
    since_precision: DatePrecision = DatePrecision.DAY
    until: date | None = None
    until_precision: DatePrecision = DatePrecision.DAY


class Ministry(Struct, frozen=True, kw_only=True):
    """A ministry under one of its names. The name is valid from ``since`` to ``until``.

    ``tooi`` is the address of the ministry in TOOI, the register of government organizations. A
    ministry that was renamed has several entries with the same address.
    """

    key: str
    name: str
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    tooi: str | None = None
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None


class OfficeKind(StrEnum):
    """The rank of an office. The values are those of the column ``kind`` in the register."""

    MINISTER = "minister"
    STATE_SECRETARY = "staatssecretaris"
    PRIME_MINISTER = "minister-president"


class Office(Struct, frozen=True, kw_only=True):
    """An office in the government under one of its names, valid from ``since`` to ``until``.

    ``aliases`` are other names, without the rank. ``ministry`` is the key of the office's ministry.
    """

    key: str
    kind: OfficeKind
    label: str
    label_en: str
    ministry: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None

    @property
    def portfolio(self) -> str:
        """The label without the rank, such as "Justitie" for "minister van Justitie"."""
        return _RANK.sub("", self.label)

    @property
    def other_labels(self) -> tuple[str, ...]:
        """Other names of the office, with the rank: "minister voor GSI", or each of two titles."""
        if self.kind is OfficeKind.PRIME_MINISTER:
            return tuple(self.label.split(", "))
        rank = self.label.removesuffix(self.portfolio)
        return tuple(rank + alias for alias in self.aliases)


class Tenure(Struct, frozen=True, kw_only=True):
    """A period in which a person holds an office. ``until`` is the last day of the period."""

    person: str
    office: str
    since: date
    since_precision: DatePrecision = DatePrecision.DAY
    until: date | None = None
    until_precision: DatePrecision = DatePrecision.DAY

    @property
    def key(self) -> str:
        """The key at the end of the address of this tenure, in the form of a membership key."""
        return f"{self.person}-{self.office}-{self.since}"


class Topic(Struct, frozen=True, kw_only=True):
    """A topic or subtopic of the TaxonomieBeleidsagenda. Only a subtopic has a ``parent``.

    ``owms`` and ``tooi`` are the addresses of similar terms in OWMS and in TOOI. ``tooi_match`` is
    the SKOS property that relates the topic to the term in TOOI.
    """

    key: str
    label: str
    parent: str | None = None
    owms: str | None = None
    tooi: str | None = None
    tooi_match: str | None = None


class HeadingMatch(Struct, frozen=True, kw_only=True):
    """A subject heading in KVR XML, and the key of a topic with a similar meaning."""

    heading: str
    topic: str


class Medium(Struct, frozen=True, kw_only=True):
    """A newspaper, broadcaster or other medium, or a kind of medium.

    ``parent`` is None for a kind of medium. ``names`` are the names other than ``label``.
    """

    key: str
    label: str
    parent: str | None = None
    names: tuple[str, ...] = ()


class AnswerTerm(Struct, frozen=True, kw_only=True):
    """The number of days within which an article of the rules of procedure requires an answer.

    ``since`` and ``until`` are the first and the last day on which the article applies.
    """

    chamber: str
    days: int
    since: date
    until: date | None
    article: str
    source: str


class Register(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All entries of the register, in the order of the files in ``seeds/``.

    ``moved_addresses`` are pairs of an old and a new address. ``brought_sources`` are the sources
    of entries that come from a folder supplied by a user, not from ``seeds/``.
    """

    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    memberships: tuple[Membership, ...] = ()
    ministries: tuple[Ministry, ...] = ()
    offices: tuple[Office, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    cabinets: tuple[Cabinet, ...] = ()
    topics: tuple[Topic, ...] = ()
    heading_matches: tuple[HeadingMatch, ...] = ()
    media: tuple[Medium, ...] = ()
    answer_terms: tuple[AnswerTerm, ...] = ()
    misprints: tuple[Misprint, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    seat_counts: tuple[SeatCount, ...] = ()
    moved_addresses: tuple[tuple[str, str], ...] = ()
    brought_sources: tuple[BroughtSource, ...] = ()

    @property
    def ministries_by_key(self) -> dict[str, Ministry]:
        """A mapping from the key of each entry of a ministry to that entry."""
        return {ministry.key: ministry for ministry in self.ministries}

    @property
    def present_ministries(self) -> dict[str, Ministry]:
        """A mapping from the key of each entry of a ministry to the ministry's latest entry."""
        ordered = sorted(self.ministries, key=lambda m: m.since or date.min)
        latest = {m.tooi or m.key: m for m in ordered}
        return {m.key: latest[m.tooi or m.key] for m in self.ministries}

"""Counts of the papers that are known to exist, and of what the dataset has of them."""

from enum import StrEnum

from msgspec import Struct


class CountedChamber(StrEnum):
    """The chamber of counted papers. Each value is the key of a concept."""

    TK = "tweede-kamer"
    EK = "eerste-kamer"
    UNKNOWN = "kamer-onbekend"


class CountedPaper(StrEnum):
    """The kinds of papers that are counted. Each value is the key of a concept.

    ORAL and INTERPELLATION are not written questions. Of a paper that is PROVISIONAL or IRREGULAR,
    only an identifier is known, which does not say which paper of the other kinds it is.
    """

    QUESTIONS = "stukken-met-vragen"
    REPLY = "stukken-met-reactie"
    ORAL = "mondelinge-vragen"
    INTERPELLATION = "interpellaties"
    PROVISIONAL = "voorlopige-stukken"
    IRREGULAR = "stukken-met-onregelmatig-nummer"


class Presence(StrEnum):
    """How a paper is known, or what the dataset has of it. Each value is the key of a concept."""

    KNOWN = "stukken-bekend"
    LISTED = "stukken-in-een-lijst"
    HELD = "stukken-in-de-dataset"
    RECORD = "stukken-met-record"
    METADATA = "stukken-met-metadata"
    TEXT = "stukken-met-tekst"


class PaperGroup(Struct, frozen=True, kw_only=True, order=True):
    """The papers of one kind, in one session and chamber.

    ``session`` is "2020-2021", for example. If it is "", the session is not known. Then ``year`` is
    the calendar year in the number of the case, or "" if that is not known either.
    """

    session: str = ""
    year: str = ""
    chamber: CountedChamber = CountedChamber.UNKNOWN
    kind: CountedPaper


class PresenceCount(Struct, frozen=True, kw_only=True):
    """The number of papers of a group that are present in one way."""

    group: PaperGroup
    presence: Presence
    number: int


class IdentifiedPaper(Struct, frozen=True, kw_only=True):
    """What the identifier of a paper says about it.

    ``key`` is the same for all identifiers of a paper: those of its later editions, those with
    noughts before the number, and those without the chamber.
    """

    key: str
    group: PaperGroup

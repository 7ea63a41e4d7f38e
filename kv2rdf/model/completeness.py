"""Counts of the papers that are known to exist, and of those that the dataset contains."""

from enum import StrEnum

from msgspec import Struct


class CountedChamber(StrEnum):
    """The chamber to which counted papers belong. Each value is the key of a concept."""

    TK = "tweede-kamer"
    EK = "eerste-kamer"
    UNKNOWN = "kamer-onbekend"


class CountedPaper(StrEnum):
    """The kinds of papers that are counted. Each value is the key of a concept.

    ORAL and INTERPELLATION are not written questions. For a PROVISIONAL or IRREGULAR paper, only an
    identifier is known, and the identifier does not show which of the other kinds the paper is.
    """

    QUESTIONS = "stukken-met-vragen"
    REPLY = "stukken-met-reactie"
    ORAL = "mondelinge-vragen"
    INTERPELLATION = "interpellaties"
    PROVISIONAL = "voorlopige-stukken"
    IRREGULAR = "stukken-met-onregelmatig-nummer"


class Presence(StrEnum):
    """How a paper is known, or how much of it is published. Each value is the key of a concept."""

    KNOWN = "stukken-bekend"
    LISTED = "stukken-in-een-lijst"
    HELD = "stukken-in-de-dataset"
    RECORD = "stukken-met-record"
    METADATA = "stukken-met-metadata"
    TEXT = "stukken-met-tekst"


class PaperGroup(Struct, frozen=True, kw_only=True, order=True):
    """The papers of one kind, in one session and chamber.

    ``session`` is a session such as "2020-2021", or "" if it is not known. If the session is known,
    ``year`` is "". Otherwise, ``year`` is the calendar year in the number of the case or in the
    date of the paper, or "" if the year is not known either.
    """

    session: str = ""
    year: str = ""
    chamber: CountedChamber = CountedChamber.UNKNOWN
    kind: CountedPaper


class PresenceCount(Struct, frozen=True, kw_only=True):
    """The number of papers in a group that have the same presence."""

    group: PaperGroup
    presence: Presence
    number: int


class IdentifiedPaper(Struct, frozen=True, kw_only=True):
    """The facts that can be derived from the identifier of a paper.

    ``key`` is the same for all identifiers of a paper: those of its later editions, those with
    leading zeros, and those without the chamber.
    """

    key: str
    group: PaperGroup

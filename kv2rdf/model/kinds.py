"""Enumerations of chambers, and of kinds of memberships, sources, papers, parts and activities."""

from enum import StrEnum
from typing import Self

from kv2rdf.model.completeness import Presence
from kv2rdf.model.source_traits import SourceTraits


class Chamber(StrEnum):
    """The chamber whose members ask the questions: the Tweede Kamer or the Eerste Kamer."""

    TK = "tk"
    EK = "ek"


CHAMBER_NAMES = {
    Chamber.TK: ("Tweede Kamer", "House of Representatives"),
    Chamber.EK: ("Eerste Kamer", "Senate"),
}
"""The name of each chamber, in Dutch and in English."""


class MembershipKind(StrEnum):
    """The kinds of memberships. The values are those of the column ``kind`` in the register."""

    PARTY = "party"
    GROUP_TK = "fractie-tk"
    GROUP_EK = "fractie-ek"
    SEAT_TK = "seat-tk"
    SEAT_EK = "seat-ek"

    @property
    def chamber(self) -> Chamber | None:
        """The chamber of a seat or of a group, or None for a membership of a party."""
        return _CHAMBERS.get(self)


_CHAMBERS = {
    MembershipKind.GROUP_TK: Chamber.TK,
    MembershipKind.GROUP_EK: Chamber.EK,
    MembershipKind.SEAT_TK: Chamber.TK,
    MembershipKind.SEAT_EK: Chamber.EK,
}


class SourceKind(StrEnum):
    """A form of publication that kv2rdf can read.

    The value is the key of a concept. ``traits`` determines how papers of this form are treated.
    ``UNKNOWN`` is used only in counts, for input documents that were not read. It has no traits.
    ``IDENTIFIER_LIST`` has no traits either, because a list contains no papers.
    """

    KVR = "kvr-xml", SourceTraits(rank=1, has_comparable_titles=True)
    KVR_QUESTIONS = "kvr-xml-vragen", SourceTraits(rank=1, has_comparable_titles=True)
    KVR_SCAN = "kvr-xml-scan", SourceTraits(rank=1, has_comparable_titles=True, is_scanned=True)
    OFFICIAL = "officiele-xml", SourceTraits(rank=0)
    OPENKAMER = "openkamer-tekst", SourceTraits(rank=3, has_glued_topics=True)
    OFFICIAL_METADATA = (
        "officiele-metadata",
        SourceTraits(
            rank=4,
            has_text=False,
            counted_as=Presence.METADATA,
            has_addressees=False,
            has_topic_pairs=True,
        ),
    )
    CASE_RECORD = (
        "kamer-record",
        SourceTraits(rank=5, has_text=False, counted_as=Presence.RECORD, has_answerers=False),
    )
    IDENTIFIER_LIST = "lijst-van-nummers"
    UNKNOWN = "bronsoort-onbekend"

    _traits: SourceTraits | None

    def __new__(cls, key: str, traits: SourceTraits | None = None) -> Self:
        """Return a new member with this key and these traits."""
        self = str.__new__(cls, key)
        self._value_ = key
        self._traits = traits
        return self

    @property
    def traits(self) -> SourceTraits:
        """The traits of this kind. Raises ValueError if it has none."""
        if self._traits is None:
            raise ValueError(f"{self} has no traits")
        return self._traits


class PaperKind(StrEnum):
    """The purpose of a paper. Each value is the key of a concept."""

    QUESTIONS = "schriftelijke-vragen"
    ANSWER = "antwoord"
    FURTHER_ANSWER = "nader-antwoord"
    NOTICE = "mededeling"


class PartKind(StrEnum):
    """A kind of part of a paper. Each value is a segment of the addresses of such parts."""

    QUESTION = "vraag"
    ANSWER = "antwoord"
    NOTE = "noot"
    EXPLANATION = "toelichting"


class TextState(StrEnum):
    """How much of the text of a question document is published. Each value is the key of a concept.

    The value is PARTIAL if some of the text is known to be missing, and DATA_ONLY if no question is
    published.
    """

    COMPLETE = "volledig"
    PARTIAL = "deels"
    DATA_ONLY = "alleen-gegevens"


class ActivityKind(StrEnum):
    """A kind of activity in a case. Each value is the key of a concept."""

    TABLING = "indiening"
    DELAY = "uitstel"
    NOTICE = "kennisgeving"
    ANSWERING = "beantwoording"

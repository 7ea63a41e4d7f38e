"""Enums that classify papers: chambers, and kinds of sources, papers, parts and activities."""

from enum import StrEnum


class Chamber(StrEnum):
    """The chamber whose members ask the questions: the Tweede Kamer or the Eerste Kamer."""

    TK = "tk"
    EK = "ek"


class SourceKind(StrEnum):
    """A form of publication that can be read. Each value is the key of a concept.

    ``UNKNOWN`` is used only in counts, for input documents that were not read.
    """

    KVR = "kvr-xml"
    KVR_QUESTIONS = "kvr-xml-vragen"
    KVR_SCAN = "kvr-xml-scan"
    OPENKAMER = "openkamer-tekst"
    UNKNOWN = "bronsoort-onbekend"


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

    It is PARTIAL if something is known to be missing. It is DATA_ONLY if no question is published.
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

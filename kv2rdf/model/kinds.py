"""The closed lists by which papers are classified: chambers, kinds of source, paper and part."""

from enum import StrEnum


class Chamber(StrEnum):
    """The chamber whose members ask the questions."""

    TK = "tk"
    EK = "ek"


class SourceKind(StrEnum):
    """The forms of publication that can be read; the values are keys of concepts.

    ``UNKNOWN`` is used in counts only, for input documents that were not read.
    """

    KVR = "kvr-xml"
    KVR_QUESTIONS = "kvr-xml-vragen"
    KVR_SCAN = "kvr-xml-scan"
    OPENKAMER = "openkamer-tekst"
    UNKNOWN = "bronsoort-onbekend"


class PaperKind(StrEnum):
    """The purpose of a paper; the values are keys of concepts."""

    QUESTIONS = "schriftelijke-vragen"
    ANSWER = "antwoord"
    FURTHER_ANSWER = "nader-antwoord"
    NOTICE = "mededeling"


class PartKind(StrEnum):
    """The kinds of part that a paper has; the values are segments of their addresses."""

    QUESTION = "vraag"
    ANSWER = "antwoord"
    NOTE = "noot"
    EXPLANATION = "toelichting"


class ActivityKind(StrEnum):
    """What happened in a case; the values are keys in the scheme of activities."""

    TABLING = "indiening"
    DELAY = "uitstel"
    NOTICE = "kennisgeving"
    ANSWERING = "beantwoording"

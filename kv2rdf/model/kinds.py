"""The closed lists that papers are sorted by: chambers, sources, papers, parts."""

from enum import StrEnum


class Chamber(StrEnum):
    """The chamber whose member asks."""

    TK = "tk"
    EK = "ek"


class SourceKind(StrEnum):
    """The forms in which we read publications; the values are keys in the scheme of those kinds.

    ``UNKNOWN`` is for what was not read: it is said of no source, only in counts.
    """

    KVR = "kvr-xml"
    KVR_QUESTIONS = "kvr-xml-vragen"
    KVR_SCAN = "kvr-xml-scan"
    OPENKAMER = "openkamer-tekst"
    UNKNOWN = "bronsoort-onbekend"


class PaperKind(StrEnum):
    """What a paper is for; the values are keys in the concept scheme of kinds of paper."""

    QUESTIONS = "schriftelijke-vragen"
    ANSWER = "antwoord"
    FURTHER_ANSWER = "nader-antwoord"
    NOTICE = "mededeling"


class PartKind(StrEnum):
    """The parts of a paper; the values are path words of their addresses."""

    QUESTION = "vraag"
    ANSWER = "antwoord"
    NOTE = "noot"
    EXPLANATION = "toelichting"

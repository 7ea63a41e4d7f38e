"""The ways in which fields of a document are compared with the graph."""

from dataclasses import dataclass
from enum import Enum


class Comparison(Enum):
    """The kind of content of a field. It determines how the field is compared."""

    PROSE = "prose"
    """Running text.

    Its characters must occur in texts of the graph. Each character of these texts accounts for only
    one character.
    """

    FACT = "fact"
    """Words that must occur in a literal of the case. Several fields may use the same literal."""

    VALUE = "value"
    """A value that must be a complete literal or occur in a finding. Otherwise, it is lost."""

    STATED_KIND = "stated kind"
    """A kind of paper.

    It must be the kind of a document, or occur in a finding. Otherwise, it is lost.
    """

    NUMBER = "number"
    """The printed number of a part. It must be the number of a part in the graph."""

    DATE = "date"
    """A date, which must occur in the graph. Text after the date is prose."""

    RECORD_DATE = "record date"
    """A date in a record item. Text that is not a date is compared as a fact."""

    PAPER_KIND = "kind of paper"
    """One of ``PAPER_KINDS``, which is not compared. Other text is prose."""

    IGNORED = "ignored"
    """A field that is not compared, for the reason in ``Field.description``."""

    EMPTY_PART_NUMBER = "number of an empty part"
    """The number of a part without text. It may really be part of the preceding text."""

    NO_TEXT = "no text"
    """A field that contains only elements. Text in it is reported as an unknown field."""


@dataclass(frozen=True, slots=True)
class Field:
    """An element, attribute or record item of a KVR document.

    ``description`` describes the content of the field, or the reason why it is not compared. If
    ``may_be_copy`` is true, the field may repeat text from elsewhere in the document. Such text is
    not lost if the graph contains it for another field. ``terms`` contains the local names of the
    properties that may have the fact as their value.
    """

    comparison: Comparison
    description: str
    may_be_copy: bool = False
    terms: tuple[str, ...] = ()

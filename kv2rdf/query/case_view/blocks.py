"""The blocks of a case: every form of output writes each of them in its own way."""

from dataclasses import dataclass
from typing import TypeAlias

from kv2rdf.query.case_view.parts import NoteView, Paragraph


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about the case: a label and its values.

    Each value is a pair of a text and an address, or of a text and None.
    """

    label: str
    values: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days of the case in order, each in words, with what happened on it."""

    label: str
    days: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A question, an answer, an explanation or a notice, with a heading.

    ``kind`` is the name of its class, and ``address`` its address. ``remarks`` contains sentences
    that no paper prints, such as that an answer refers to another.
    """

    kind: str
    heading: str
    address: str
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseRemark:
    """A sentence that no paper prints."""

    text: str


@dataclass(frozen=True, slots=True)
class NoteList:
    """The footnotes, with a heading. A note without text has a remark in its place."""

    heading: str
    notes: tuple[tuple[NoteView, str], ...]


@dataclass(frozen=True, slots=True)
class ShownRepair:
    """What was repaired or is missing: a label, what it means, and the places with their words."""

    label: str
    meaning: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was repaired or is missing in a case, with a heading."""

    heading: str
    repairs: tuple[ShownRepair, ...]


Block: TypeAlias = Fact | Timeline | Section | CaseRemark | NoteList | Repairs


@dataclass(frozen=True, slots=True)
class CasePage:
    """The page of a case: its title and its blocks. ``language`` is that of the words around it."""

    number: str
    title: str
    blocks: tuple[Block, ...]
    language: str

"""The blocks that a readable case consists of."""

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
    """The dates of a case in order, each in words and paired with the events on that date."""

    label: str
    days: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A question, an answer, an explanation or a notice, with a heading.

    ``kind`` is the name of its class, and ``address`` its address. ``remarks`` contains added
    sentences, such as one that states that an answer refers to another.
    """

    kind: str
    heading: str
    address: str
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseRemark:
    """An added sentence, which is not printed in any paper."""

    text: str


@dataclass(frozen=True, slots=True)
class NoteList:
    """The footnotes, with a heading.

    Each note is paired with the words to show: its text or, if it has none, a remark.
    """

    heading: str
    notes: tuple[tuple[NoteView, str], ...]


@dataclass(frozen=True, slots=True)
class ShownRepair:
    """A kind of repair or gap: its label, its meaning, and the places where it occurs."""

    label: str
    meaning: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repairs:
    """The repairs and gaps of a case, with a heading."""

    heading: str
    repairs: tuple[ShownRepair, ...]


Block: TypeAlias = Fact | Timeline | Section | CaseRemark | NoteList | Repairs


@dataclass(frozen=True, slots=True)
class CasePage:
    """A readable case: its title and its blocks.

    ``language`` is the language of all words that do not come from the papers.
    """

    number: str
    title: str
    blocks: tuple[Block, ...]
    language: str

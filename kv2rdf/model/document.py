"""A document of a case: its parts, its footnotes, and what is to be known of its text."""

from datetime import date

from msgspec import Struct

from kv2rdf.model.kinds import Chamber, PaperKind, PartKind
from kv2rdf.model.paper import AnnexNumber, Source
from kv2rdf.model.participants import Participant
from kv2rdf.model.register import Medium
from kv2rdf.model.text import NoteFields, Passage


class PartReference(Struct, frozen=True, kw_only=True):
    """A part of a document: its kind and its key in the address."""

    kind: PartKind
    key: str


class AnswerReference(Struct, frozen=True, kw_only=True):
    """Words in a text that send the reader to other answers of the same paper."""

    start: int
    words: str
    answers: tuple[str, ...]


class QuestionLink(Struct, frozen=True, kw_only=True):
    """A question as an answer's target: the case it is in (of a cluster), and its key there."""

    case: str
    question: str


class Part(Struct, frozen=True, kw_only=True):
    """A question, an answer or an explanation, with its key, place, and what it points at.

    ``answers_to`` is empty for an answer that no number links to a question. ``joined`` is the text
    of a scan with its broken words whole, where there are any.
    """

    kind: PartKind
    key: str
    ordinal: int
    label: str | None
    text: Passage
    joined: str | None = None
    answers_to: tuple[QuestionLink, ...] = ()
    references: tuple[AnswerReference, ...] = ()


class Footnote(Struct, frozen=True, kw_only=True):
    """A footnote of a document; ``text`` None: the source has only its mark.

    ``media``, ``annex_numbers`` and ``parliamentary_papers`` are those that its text names.
    ``joined`` is that text with its broken words whole, where a scan has any.
    """

    key: str
    ordinal: int
    number: str | None
    text: str | None
    media: tuple[Medium, ...] = ()
    annex_numbers: tuple[AnnexNumber, ...] = ()
    parliamentary_papers: tuple[str, ...] = ()
    fields: NoteFields | None = None
    joined: str | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """Something to know about a document's text: a repair, a text set aside, a gap."""

    rule: str
    source: Source
    place: str
    concerns: PartReference | None = None
    text: str | None = None


class Document(Struct, frozen=True, kw_only=True):
    """A paper in its place in the case: questions, an answer or a notice.

    ``home`` is the case in whose graph it stands, ``cases`` all it belongs to. ``pages`` are
    addresses of the publication at its source. ``number`` is its Aanhangsel number. ``joined`` is
    its own ``text`` with its broken words whole, where a scan has any.
    """

    kind: PaperKind
    chamber: Chamber
    home: str
    cases: tuple[str, ...]
    sources: tuple[Source, ...]
    number: AnnexNumber | None = None
    fallback: str | None = None
    publications: tuple[str, ...] = ()
    title: str | None = None
    full_title: str | None = None
    dated: date | None = None
    pages: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    text: Passage | None = None
    joined: str | None = None
    is_delay: bool = False
    delay_reason: str | None = None
    participants: tuple[Participant, ...] = ()
    topic_lines: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    abstract: str | None = None
    see_also: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

"""A dossier: what we know of one case from all its papers."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.paper import AnnexNumber, Chamber, Mention, PaperKind, PartKind, Source
from kv2rdf.model.register import AnswerTerm, Medium, Office, Party, Person
from kv2rdf.model.text import NoteFields, Passage


class Role(StrEnum):
    """The part somebody plays; the values are keys in the concept scheme of roles."""

    ASKER = "indiener"
    ADDRESSEE = "geadresseerde"
    ANSWERER = "antwoordgever"
    ON_BEHALF_OF = "mede-namens"
    NOTIFIER = "mededeler"


class Participant(Struct, frozen=True, kw_only=True):
    """Somebody in a role: as printed always, as an identity where one is certain.

    ``matched_by`` is the key of the rule that found the identities (None: nothing found).
    """

    role: Role
    ordinal: int
    mention: Mention
    person: Person | None = None
    party: Party | None = None
    office: Office | None = None
    matched_by: str | None = None


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


class State(StrEnum):
    """How far a case has come; the values are keys in the concept scheme of states."""

    OPEN = "openstaand"
    DELAYED = "uitgesteld"
    ANSWERED = "beantwoord"
    WITHDRAWN = "ingetrokken"


class Clock(Struct, frozen=True, kw_only=True):
    """The dates that follow from the printed ones and the rules of the chamber."""

    days: int | None = None
    due: date | None = None
    in_time: bool | None = None
    term: AnswerTerm | None = None


class Dossier(Struct, frozen=True, kw_only=True):
    """One case: ``id`` is its highest identifier, ``aliases`` the lower ones that are its alone."""

    id: str
    chamber: Chamber
    title: str
    questions: Document
    answers: tuple[Document, ...] = ()
    notices: tuple[Document, ...] = ()
    identifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    session_year: str | None = None
    tabled: date | None = None
    state: State = State.OPEN
    clock: Clock = Clock()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Question document, notices and answers, in that order."""
        return (self.questions, *self.notices, *self.answers)


class Cluster(Struct, frozen=True, kw_only=True):
    """The dossiers that share a paper; nearly always one."""

    dossiers: tuple[Dossier, ...]

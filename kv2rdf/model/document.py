"""A document of a case: its parts and footnotes, and the findings about its text."""

from datetime import date

from msgspec import Struct

from kv2rdf.model.kinds import ActivityKind, Chamber, PaperKind, PartKind, TextState
from kv2rdf.model.paper import AnnexNumber, Source
from kv2rdf.model.participants import Participant
from kv2rdf.model.register import Medium
from kv2rdf.model.rules import FindingRule, MatchRule
from kv2rdf.model.text import NoteFields, Passage


class PartReference(Struct, frozen=True, kw_only=True):
    """A reference to a part of a document by its kind and key."""

    kind: PartKind
    key: str


class ReplacedPart(Struct, frozen=True, kw_only=True):
    """A part that occurs only in an unpublished version of a document.

    It is identified by ``kind`` and ``key``. ``by`` contains the keys of the published parts that
    replace it. If there are none, it is replaced by the whole document.
    """

    kind: PartKind
    key: str
    by: tuple[str, ...] = ()


class ReplacedActivity(Struct, frozen=True, kw_only=True):
    """An activity that a reply would have if only one of its papers were known.

    According to that paper, the reply belongs to a different case or is of a different kind.
    ``case`` and ``kind`` are the case and the kind of the activity.
    """

    case: str
    kind: ActivityKind


class AnswerReference(Struct, frozen=True, kw_only=True):
    """Words in a text that refer to other answers of the same document.

    ``start`` is the offset of ``words`` in the text.
    """

    start: int
    words: str
    answer_keys: tuple[str, ...]


class QuestionLink(Struct, frozen=True, kw_only=True):
    """A link from an answer to a question, which may belong to another case of the same cluster.

    ``case`` identifies the case, and ``question_key`` is the key of the question in that case.
    """

    case: str
    question_key: str


class Part(Struct, frozen=True, kw_only=True):
    """A question, an answer or an explanation.

    ``ordinal`` is the position of the part in the document, counted from 1. ``label`` is its number
    as printed. ``answers_to`` contains the questions that an answer replies to. It is empty if no
    such question was found. If the text comes from a scan and contains broken words,
    ``rejoined_text`` is the text with those words rejoined. Otherwise it is None. ``source`` is the
    source from which the part was taken, or None if the part is in the published version.
    """

    kind: PartKind
    key: str
    ordinal: int
    label: str | None
    text: Passage
    source: Source | None = None
    rejoined_text: str | None = None
    answers_to: tuple[QuestionLink, ...] = ()
    references: tuple[AnswerReference, ...] = ()


class Footnote(Struct, frozen=True, kw_only=True):
    """A footnote of a document.

    ``repetition`` is 1 for the first footnote with the same ``number`` in a source, 2 for the
    second, and so on. ``text`` is None if the source contains only the mark, and ``markup`` is None
    if the text has no lists, tables or emphasis. ``media``, ``annex_numbers`` and
    ``parliamentary_papers`` are the media and papers that the text cites. If the text comes from a
    scan and contains broken words, ``rejoined_text`` is the text with those words rejoined.
    Otherwise it is None. ``source`` is the source from which the footnote was taken, or None if the
    footnote is in the published version.
    """

    key: str
    ordinal: int
    number: str | None
    text: str | None
    repetition: int = 1
    source: Source | None = None
    markup: str | None = None
    media: tuple[Medium, ...] = ()
    annex_numbers: tuple[AnnexNumber, ...] = ()
    parliamentary_papers: tuple[str, ...] = ()
    fields: NoteFields | None = None
    rejoined_text: str | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """A remark about the text of a document: a repair, an unpublished text, or a gap.

    ``location`` describes the position in the source. ``concerns`` is the part that the finding is
    about, or None if it is about the whole document.
    """

    rule: FindingRule
    source: Source
    location: str
    concerns: PartReference | None = None
    text: str | None = None


class AnnouncedDay(Struct, frozen=True, kw_only=True):
    """The date for the answer that a notice announces, and the words that announce it.

    For "vóór 29 juni", the date is 28 June. For "omstreeks 1 november", it is 1 November, and
    ``is_approximate`` is True, because the answer may also come a few days later.
    """

    day: date
    words: str
    is_approximate: bool = False


class CaseDocument(Struct, frozen=True, kw_only=True):
    """A document of a case: a question document, an answer document or a notice.

    ``cases`` are all cases that the document belongs to, and ``home_case`` is the case whose graph
    contains the document. The first of ``sources`` is the source of the published text. ``number``
    is the number in the Aanhangsel, and ``citation`` cites the paper by this number.
    ``fallback_key`` identifies a reply that has no number. ``page_urls`` are the web pages of the
    publications. ``listed_identifier`` is the identifier of the document in a list in the input, or
    None. ``text`` is the text of a notice. If it comes from a scan and contains broken words,
    ``rejoined_text`` is the text with those words rejoined. Otherwise ``rejoined_text`` is None.
    ``announced`` is None unless the document is a notice of delay, and ``text_state`` is None
    unless it is a question document.
    """

    kind: PaperKind
    chamber: Chamber
    home_case: str
    cases: tuple[str, ...]
    sources: tuple[Source, ...]
    number: AnnexNumber | None = None
    citation: str | None = None
    fallback_key: str | None = None
    publications: tuple[str, ...] = ()
    title: str | None = None
    full_title: str | None = None
    dated: date | None = None
    page_urls: tuple[str, ...] = ()
    listed_identifier: str | None = None
    parts: tuple[Part, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    replaced_parts: tuple[ReplacedPart, ...] = ()
    replaced_activities: tuple[ReplacedActivity, ...] = ()
    text: Passage | None = None
    rejoined_text: str | None = None
    text_state: TextState | None = None
    delay_rule: MatchRule | None = None
    delay_reason: str | None = None
    announced: AnnouncedDay | None = None
    participants: tuple[Participant, ...] = ()
    topic_lines: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    abstract: str | None = None
    see_also: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_delay(self) -> bool:
        """Whether the document is a notice that the answer will be late."""
        return self.delay_rule is not None

    @property
    def has_unknown_authors(self) -> bool:
        """Whether the source names those who were asked instead of those who answered."""
        return any(f.rule is FindingRule.ANSWERER_AS_STATED_BY_OPENKAMER for f in self.findings)

    @property
    def activity(self) -> ActivityKind:
        """The kind of activity that produced the document."""
        if self.kind is PaperKind.QUESTIONS:
            return ActivityKind.TABLING
        if self.kind is not PaperKind.NOTICE:
            return ActivityKind.ANSWERING
        return ActivityKind.DELAY if self.is_delay else ActivityKind.NOTICE

"""The structure of the page of a case: groups of questions and answers, with their anchors."""

from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from kv2rdf.query.case_view.case_view import CaseView, NoticeView
from kv2rdf.query.case_view.parts import CitationView, PartView
from kv2rdf.server.pages.anchors import anchors
from kv2rdf.server.pages.case_notes import NotePlaces, ShownNote
from kv2rdf.server.pages.joint_answers import JointAnswer, joint_answers
from kv2rdf.server.pages.other_readings import OtherReading, other_readings
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.paragraph_html import paragraph_html
from kv2rdf.server.pages.question_groups import (
    answers_without_question,
    question_groups,
)
from kv2rdf.server.pages.structured_text import structured_html
from kv2rdf.server.pages.text_pieces import TextPiece, text_paragraphs

_LONG = 60
"""The number of words above which a question is set in regular type instead of bold."""
_VERY_LONG = 1000
_EXCERPT = 160


class Reference(Struct, frozen=True):
    """An answer to which another answer refers. ``excerpt`` is the beginning of its text."""

    number: str
    href: str
    excerpt: str


class ShownPart(Struct, frozen=True, kw_only=True):
    """A question, answer or explanation.

    ``number`` is the printed number, or None if there is none.

    ``is_joint`` is true if the number consists of several numbers. ``html`` is the whole text,
    including its lists and tables. ``paragraphs`` is the text without them. ``words`` is the number
    of words. ``references`` is empty unless the text is short. ``joint_answers`` contains the
    answers to this question that also answer other questions.
    """

    anchor: str
    number: str | None
    is_joint: bool
    paragraphs: tuple[tuple[TextPiece, ...], ...]
    html: Markup
    words: int
    references: tuple[Reference, ...]
    joint_answers: tuple[JointAnswer, ...]
    readings: tuple[OtherReading, ...]
    document_kind: str
    document_day: object

    @property
    def is_long(self) -> bool:
        """Whether the text is too long for bold type."""
        return self.words > _LONG

    @property
    def is_very_long(self) -> bool:
        """Whether the page states the number of words and contains a link that skips the text."""
        return self.words > _VERY_LONG


class ShownGroup(Struct, frozen=True, kw_only=True):
    """Questions with their answers.

    ``elsewhere`` contains answers that are shown with an earlier group. ``set_number`` is None
    unless a numbered set begins here.
    """

    questions: tuple[ShownPart, ...]
    answers: tuple[ShownPart, ...]
    elsewhere: tuple[ShownPart, ...]
    notes: tuple[ShownNote, ...]
    set_number: str | None


class ShownNotice(Struct, frozen=True):
    """A notice, with its anchor."""

    anchor: str
    notice: NoticeView


class CaseOutline(Struct, frozen=True, kw_only=True):
    """All texts of a case, in the order in which its page shows them."""

    groups: tuple[ShownGroup, ...]
    whole_answers: tuple[ShownPart, ...]
    unlinked_answers: tuple[ShownPart, ...]
    whole_notes: tuple[ShownNote, ...]
    explanations: tuple[ShownPart, ...]
    notices: tuple[ShownNotice, ...]
    notes: tuple[ShownNote, ...]

    @property
    def question_count(self) -> int:
        """The number of questions."""
        return sum(len(group.questions) for group in self.groups)

    @property
    def has_answers(self) -> bool:
        """Whether any answers are shown."""
        whole = self.whole_answers or self.unlinked_answers
        return bool(whole) or any(group.answers for group in self.groups)


def case_outline(case: CaseView, site: PageSite) -> CaseOutline:
    """Return the texts of a case, in the order in which its page shows them."""
    return _Outliner(case, site).outline()


class _Outliner:
    def __init__(self, case: CaseView, site: PageSite) -> None:
        self._case = case
        self._site = site
        self._notes = NotePlaces(case, site)
        self._parts = {part.address: part for part in case.parts}
        self._documents = {document.address: document for document in case.documents}
        self._readings = other_readings(case)
        self._anchors = anchors((part.address, _path_in_document(part, "-")) for part in case.parts)
        self._joint_answers = joint_answers(case.parts, self._anchors)

    def outline(self) -> CaseOutline:
        groups, current_set = [], ""
        for group in question_groups(self._case.parts):
            found_set = _set_number(group.questions[0])
            groups.append(
                ShownGroup(
                    questions=self._shown(group.questions),
                    answers=self._shown(group.answers),
                    elsewhere=self._shown(group.elsewhere),
                    notes=self._notes.below((*group.questions, *group.answers)),
                    set_number=found_set if found_set != current_set else None,
                )
            )
            current_set = found_set
        whole, unlinked = answers_without_question(self._case.parts)
        explanations = [part for part in self._case.parts if part.kind == "Explanation"]
        notices = sorted(self._case.notices, key=lambda notice: str(notice.day))
        return CaseOutline(
            groups=tuple(groups),
            whole_answers=self._shown(whole),
            unlinked_answers=self._shown(unlinked),
            whole_notes=self._notes.below((*whole, *unlinked, *explanations)),
            explanations=self._shown(explanations),
            notices=tuple(
                ShownNotice(f"mededeling-{place}", notice)
                for place, notice in enumerate(notices, start=1)
            ),
            notes=self._notes.rest(),
        )

    def _shown(self, parts: Iterable[PartView]) -> tuple[ShownPart, ...]:
        return tuple(self._shown_part(part) for part in parts)

    def _shown_part(self, part: PartView) -> ShownPart:
        words = len(part.text.split())
        document = self._documents.get(part.document)
        paragraphs = text_paragraphs(part, self._notes.mark, self._citation_link)
        structured = structured_html(part, self._site.words, self._notes.mark)
        return ShownPart(
            anchor=self._anchors[part.address],
            number=part.number,
            is_joint=part.is_joint,
            paragraphs=paragraphs,
            html=paragraph_html(paragraphs) if structured is None else structured,
            words=words,
            references=self._references(part) if words <= _LONG else (),
            joint_answers=self._joint_answers.get(part.address, ()),
            readings=self._readings.get(part.address, ()),
            document_kind=document.kind if document else "",
            document_day=document.day if document else None,
        )

    def _citation_link(self, citation: CitationView) -> str | None:
        anchors = [self._anchors[part] for part in citation.parts if part in self._anchors]
        if anchors:
            return f"#{anchors[0]}"
        return next(filter(None, map(self._site.thing_link, citation.parts)), None)

    def _references(self, part: PartView) -> tuple[Reference, ...]:
        found = [self._parts[a] for a in part.referred_parts if a in self._parts]
        return tuple(
            Reference(other.number or "–", f"#{self._anchors[other.address]}", _excerpt(other))
            for other in found
        )


def _path_in_document(part: PartView, separator: str) -> str:
    return part.address.removeprefix(part.document).strip("/").replace("/", separator)


def _set_number(question: PartView) -> str:
    key = _path_in_document(question, "/").split("/")
    return key[1] if key[0] == "set" else ""


def _excerpt(part: PartView) -> str:
    text = " ".join((part.joined_text or part.text).split())
    if len(text) <= _EXCERPT:
        return text
    return f"{text[:_EXCERPT].rpartition(' ')[0]} …"

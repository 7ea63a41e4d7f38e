"""The questions of a case with their answers, in reading order."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.query.case_view.mended_words import kept_text, removed_places
from kv2rdf.query.case_view.named_things import NamedThing, named_things
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV

_NUMBER = re.compile(r"\d+")


class MarkView(Struct, frozen=True):
    """The mark of a footnote in a text: its printed number, and the address of the footnote."""

    number: str
    note: str


Paragraph: TypeAlias = tuple[str | MarkView, ...]
"""A paragraph, which consists of pieces of text and footnote marks."""


class CitationView(Struct, frozen=True, kw_only=True):
    """Words in a text that refer to other parts.

    ``offset`` is the offset of their first character.
    """

    offset: int
    words: str
    parts: tuple[str, ...]


class PartView(Struct, frozen=True, kw_only=True):
    """A question, an answer or an explanation. ``kind`` is the name of its class.

    ``document`` is the address of its paper. ``number`` is the number as printed. ``text`` is the
    whole text as printed. ``joined_text`` is the text with its broken words joined, and ``markup``
    is the text with its lists and tables as XHTML; each is None if it would not differ. ``marks``
    contains the offset of each footnote mark in ``text`` and the address of the footnote, and
    ``mark_numbers`` contains the number of each mark. ``notes`` contains the addresses of the
    footnotes. ``answers_to`` contains the addresses of the questions or papers that an answer
    replies to. ``refers_to`` contains the numbers of the answers to which an answer refers, and
    ``referred_parts`` contains their addresses.
    """

    address: str
    kind: str
    document: str
    number: str | None
    text: str
    joined_text: str | None
    markup: str | None
    marks: tuple[tuple[int, str], ...]
    mark_numbers: tuple[str, ...]
    notes: tuple[str, ...]
    citations: tuple[CitationView, ...]
    answers_to: tuple[str, ...]
    refers_to: tuple[str, ...]
    referred_parts: tuple[str, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text, with its broken words joined."""
        removed = removed_places(self.text, self.joined_text)
        marks = [
            (offset, MarkView(number, note))
            for (offset, note), number in zip(self.marks, self.mark_numbers, strict=True)
        ]
        paragraphs: list[Paragraph] = []
        start = 0
        for line in self.text.split("\n"):
            pieces: list[str | MarkView] = []
            end = start + len(line)
            for offset, mark in marks:
                if start <= offset <= end:
                    pieces += [kept_text(self.text, removed, start, offset), mark]
                    start = offset
            pieces.append(kept_text(self.text, removed, start, end))
            paragraphs.append(tuple(piece for piece in pieces if piece))
            start = end + 1
        return tuple(paragraph for paragraph in paragraphs if paragraph)

    @property
    def is_joint(self) -> bool:
        """Whether the printed number consists of several numbers, such as "4 en 5"."""
        return len(_NUMBER.findall(self.number or "")) > 1


class NoteView(Struct, frozen=True, kw_only=True):
    """A footnote. ``text`` is its text as printed, or None if the source contains only its mark.

    ``joined_text`` is the text with its broken words joined, or None if it would not differ.
    ``document`` is the address of its paper. ``media`` contains the media that it cites. ``cited``
    contains the addresses of papers that it cites, and ``web_pages`` those of web pages.
    """

    address: str
    document: str
    number: str
    text: str | None
    joined_text: str | None
    media: tuple[NamedThing, ...]
    cited: tuple[str, ...]
    web_pages: tuple[str, ...]

    @property
    def readable_text(self) -> str | None:
        """The text with its broken words joined, or None if there is no text."""
        return self.joined_text or self.text


def part_views(graph: CaseGraph, questions: str, replies: Iterable[str]) -> tuple[PartView, ...]:
    """Return the parts of a question document and of the documents that answer it.

    Each answer follows the last question that it answers. Answers to the whole document, followed
    by explanations, are at the end.
    """
    asked, others = _parts(graph, KV.Question, questions), list[str]()
    answers = [a for reply in replies for a in _parts(graph, KV.Answer, reply)]
    behind: dict[str, list[str]] = {question: [] for question in asked}
    for answer in answers:
        answers_to = graph.all(answer, ELIDL.answers_to)
        answered = [q for q in asked if q in answers_to]
        (behind[answered[-1]] if answered else others).append(answer)
    ordered = [part for q in asked for part in (q, *behind[q])]
    explanations = _parts(graph, KV.Explanation, questions)
    kinds = dict.fromkeys(asked, "Question") | dict.fromkeys(answers, "Answer")
    return tuple(
        _part_view(graph, part, kinds.get(part, "Explanation"))
        for part in (*ordered, *others, *explanations)
    )


def note_views(
    graph: CaseGraph, parts: Iterable[PartView], works: Iterable[str], language: str
) -> tuple[NoteView, ...]:
    """Return the footnotes of papers.

    They are in the order of the parts. Footnotes that belong to no part come last.
    """
    papers = {*works}
    addresses = dict.fromkeys(note for part in parts for note in part.notes)
    for note in graph.of_class(KV.Footnote):
        if papers & {*graph.all(note, ELI.is_part_of)}:
            addresses.setdefault(note)
    return tuple(
        NoteView(
            address=note,
            document=graph.one(note, ELI.is_part_of) or "",
            number=_number(graph, note),
            text=graph.one(note, KV.text),
            joined_text=graph.one(note, KV.joinedText),
            media=named_things(graph, graph.all(note, KV.citedMedium), language),
            cited=graph.all(note, ELI.refers_to),
            web_pages=graph.all(note, DCT.references),
        )
        for note in addresses
    )


def _parts(graph: CaseGraph, class_: Iri, work: str) -> list[str]:
    found = [p for p in graph.subjects(ELI.is_part_of, work) if graph.is_a(p, class_)]
    return sorted(found, key=lambda part: int(graph.one(part, KV.ordinal) or 0))


def _part_view(graph: CaseGraph, part: str, kind: str) -> PartView:
    referred = graph.all(part, KV.refersToAnswer)
    marks = tuple(
        sorted(
            (int(graph.one(mark, KV.offset) or 0), graph.one(mark, KV.markOf) or "")
            for mark in graph.all(part, KV.hasMark)
        )
    )
    return PartView(
        address=part,
        kind=kind,
        document=graph.one(part, ELI.is_part_of) or "",
        number=graph.one(part, ELI.number),
        text=graph.one(part, KV.text) or "",
        joined_text=graph.one(part, KV.joinedText),
        markup=graph.one(part, KV.markup),
        marks=marks,
        mark_numbers=tuple(_number(graph, note) for _, note in marks),
        notes=graph.all(part, KV.hasFootnote),
        citations=_citations(graph, part),
        answers_to=graph.all(part, ELIDL.answers_to),
        refers_to=tuple(_number(graph, other) for other in referred),
        referred_parts=referred,
    )


def _citations(graph: CaseGraph, part: str) -> tuple[CitationView, ...]:
    found = (
        CitationView(
            offset=int(graph.one(citation, KV.offset) or 0),
            words=graph.one(citation, KV.quotes) or "",
            parts=graph.all(citation, KV.concerns),
        )
        for citation in graph.subjects(KV.citedIn, part)
    )
    return tuple(sorted(found, key=lambda citation: citation.offset))


def _number(graph: CaseGraph, thing: str) -> str:
    return graph.one(thing, ELI.number) or "?"

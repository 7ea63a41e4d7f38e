"""The questions of a case with their answers, in the order in which a person reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import ELI, ELIDL, KV


@dataclass(frozen=True, slots=True)
class MarkView:
    """The mark of a footnote in a text. ``number`` is as printed."""

    number: str
    note: str


Paragraph: TypeAlias = tuple[str | MarkView, ...]
"""A paragraph: its text, in pieces, with the marks of footnotes at their places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A question, an answer or an explanation. ``kind`` is the name of its class.

    ``number`` is as printed. ``notes`` are the addresses of its footnotes. ``refers_to`` are the
    numbers of the answers that an answer refers to.
    """

    address: str
    kind: str
    number: str | None
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...]
    refers_to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A footnote. ``text`` is None if the source has only its mark."""

    address: str
    number: str
    text: str | None


def part_views(graph: CaseGraph, questions: str, replies: Iterable[str]) -> tuple[PartView, ...]:
    """Return the parts of a question document and of the documents that answer it.

    Each answer is behind the last question that it answers. Answers to the whole document, and then
    explanations, are at the end.
    """
    asked, others = _parts(graph, KV.Question, questions), list[str]()
    answers = [a for reply in replies for a in _parts(graph, KV.Answer, reply)]
    behind: dict[str, list[str]] = {question: [] for question in asked}
    for answer in answers:
        answered = [q for q in asked if q in graph.all(answer, ELIDL.answers_to)]
        (behind[answered[-1]] if answered else others).append(answer)
    ordered = [part for q in asked for part in (q, *behind[q])]
    explanations = _parts(graph, KV.Explanation, questions)
    kinds = dict.fromkeys(asked, "Question") | dict.fromkeys(answers, "Answer")
    return tuple(
        _part_view(graph, part, kinds.get(part, "Explanation"))
        for part in (*ordered, *others, *explanations)
    )


def note_views(
    graph: CaseGraph, parts: Iterable[PartView], works: Iterable[str]
) -> tuple[NoteView, ...]:
    """Return the footnotes of papers: in the order of the parts, and then those of no part."""
    papers = {*works}
    addresses = dict.fromkeys(note for part in parts for note in part.notes)
    for note in graph.of_class(KV.Footnote):
        if papers & {*graph.all(note, ELI.is_part_of)}:
            addresses.setdefault(note)
    return tuple(
        NoteView(address=note, number=_number(graph, note), text=graph.one(note, KV.text))
        for note in addresses
    )


def _parts(graph: CaseGraph, class_: Iri, work: str) -> list[str]:
    found = [p for p in graph.subjects(ELI.is_part_of, work) if graph.is_a(p, class_)]
    return sorted(found, key=lambda part: int(graph.one(part, KV.ordinal) or 0))


def _part_view(graph: CaseGraph, part: str, kind: str) -> PartView:
    return PartView(
        address=part,
        kind=kind,
        number=graph.one(part, ELI.number),
        paragraphs=_paragraphs(graph, part),
        notes=graph.all(part, KV.hasFootnote),
        refers_to=tuple(_number(graph, other) for other in graph.all(part, KV.refersToAnswer)),
    )


def _paragraphs(graph: CaseGraph, part: str) -> tuple[Paragraph, ...]:
    """Return the text of a part, with its broken words joined if no mark has a place in it."""
    text = graph.one(part, KV.text) or ""
    places = sorted(
        (int(graph.one(mark, KV.offset) or 0), graph.one(mark, KV.markOf) or "")
        for mark in graph.all(part, KV.hasMark)
    )
    if not places:
        text = graph.one(part, KV.joinedText) or text
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        pieces: list[str | MarkView] = []
        end = start + len(line)
        for offset, note in places:
            if start <= offset <= end:
                pieces += [text[start:offset], MarkView(_number(graph, note), note)]
                start = offset
        pieces.append(text[start:end])
        paragraphs.append(tuple(piece for piece in pieces if piece))
        start = end + 1
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _number(graph: CaseGraph, thing: str) -> str:
    return graph.one(thing, ELI.number) or "?"

"""Documents out of papers: the question document of a case, its answers and its notices."""

from collections.abc import Callable, Sequence

from kv2rdf.linking.cases.cases import Case
from kv2rdf.linking.cases.clusters import annex_id
from kv2rdf.linking.cases.similarity import without_day
from kv2rdf.linking.citations.footnotes import (
    footnotes,
    gaps,
)
from kv2rdf.linking.documents import (
    answer_links,
    metadata_differences,
    precedence,
)
from kv2rdf.linking.documents.precedence import Print
from kv2rdf.linking.people.matching import Identities
from kv2rdf.linking.text import (
    notices,
    topic_line,
)
from kv2rdf.model.document import (
    Document,
    Finding,
    Part,
    PartReference,
)
from kv2rdf.model.kinds import (
    PaperKind,
    PartKind,
    SourceKind,
)
from kv2rdf.model.paper import (
    NumberedPart,
    Paper,
    Remark,
    Source,
)

_OF_QUESTIONS = (PartKind.QUESTION, PartKind.EXPLANATION)


def question_document(case: Case, identities: Identities) -> Document:
    """Give the question document of a case: it exists for every case, whatever paper prints it."""
    papers = sorted(case.papers, key=lambda paper: (not paper.questions, precedence.order(paper)))
    prints = [p for p in papers if p.questions] or papers
    paper, *others = papers
    own = [p for p in prints if p.kind is PaperKind.QUESTIONS]
    kept = _questions_print(paper)
    notes = footnotes(paper.question_notes, paper.chamber, paper.tabled, identities.media)
    findings = [*_told(paper, _about_questions, kept), *gaps(paper.source, notes)]
    for other in others:
        findings += _told(other, _about_questions)
    findings += precedence.set_aside(kept, [_questions_print(other) for other in others])
    described = next((p for p in prints if p.topic_lines), paper)
    title = paper.title if paper in own else None
    findings += metadata_differences.set_aside(
        (*described.topic_lines, described.abstract or "", title or ""),
        [field for p in prints for field in metadata_differences.of_questions(p, titled=p in own)],
    )
    parts = _parts(kept)
    if paper.explanation is not None:
        place = len(parts) + 1
        kind = PartKind.EXPLANATION
        parts += (Part(kind=kind, key="", ordinal=place, label=None, text=paper.explanation),)
    from_openkamer = described.source.kind is SourceKind.OPENKAMER
    lines = described.topic_lines if from_openkamer else ()
    themes = identities.register.topics
    return Document(
        kind=PaperKind.QUESTIONS,
        chamber=paper.chamber,
        home=case.id,
        cases=(case.id,),
        sources=_sources(prints),
        publications=tuple(p.publication for p in own if p.publication),
        title=paper.short_title or _title(paper.title or case.id),
        full_title=title,
        dated=paper.tabled,
        pages=tuple(p.page for p in own if p.page),
        parts=parts,
        footnotes=notes,
        topic_lines=described.topic_lines,
        subjects=described.subjects,
        topics=tuple(key for line in lines for key in topic_line.topics_in(line, themes)),
        abstract=described.abstract,
        findings=tuple(findings),
    )


def reply(
    papers: Sequence[Paper],
    cases: Sequence[str],
    answered: Sequence[Document],
    day: str,
    identities: Identities,
) -> Document:
    """Give an answer document or a notice from its prints; the first case is its home.

    ``answered`` are the question documents of the cases that the standing print names: its numbers
    are theirs. ``day`` is what a notice without a number is called.
    """
    paper, *others = sorted(papers, key=precedence.order)
    kept = _answers_print(paper)
    notes = footnotes(paper.answer_notes, paper.chamber, paper.dated, identities.media)
    findings = [*_told(paper, _about_replies, kept), *gaps(paper.source, notes)]
    for other in others:
        findings += _told(other, _about_replies)
    findings += precedence.set_aside(kept, [_answers_print(other) for other in others])
    findings += metadata_differences.set_aside(
        (
            *paper.see_also,
            *metadata_differences.titles(paper),
            *metadata_differences.officers(paper),
        ),
        [field for p in others for field in metadata_differences.of_reply(p)],
    )
    if paper.kind is not PaperKind.NOTICE and not paper.answers:
        where = "antwoorden"
        findings.append(Finding(rule="antwoordtekst-ontbreekt", source=paper.source, place=where))
    text = paper.notice
    delay = text is not None and notices.says_delay(text.text)
    return Document(
        kind=paper.kind,
        chamber=paper.chamber,
        home=cases[0],
        cases=tuple(cases),
        sources=_sources([paper, *others]),
        number=paper.annex_number,
        fallback=day if paper.kind is PaperKind.NOTICE else paper.source.key,
        publications=tuple(filter(None, [paper.publication or annex_id(paper)])),
        full_title=paper.title,
        dated=paper.dated,
        pages=tuple(p.page for p in (paper, *others) if p.page),
        parts=answer_links.linked(_parts(kept), paper, kept, answered),
        footnotes=notes,
        text=text,
        is_delay=delay,
        delay_reason=notices.delay_reason(text.text) if text and delay else None,
        see_also=paper.see_also,
        findings=tuple(findings),
    )


def _title(full: str) -> str:
    """Give a title without the day it was tabled, and what came of it, behind it."""
    return without_day(full).strip().rstrip(".") or full


def _questions_print(paper: Paper) -> Print:
    return Print(
        source=paper.source,
        place="vragen",
        kind=PartKind.QUESTION,
        parts=paper.questions,
        notes=paper.question_notes,
        other=paper.explanation.text if paper.explanation else None,
    )


def _answers_print(paper: Paper) -> Print:
    notice = paper.notice
    alone = (NumberedPart(label=None, numbers=(), text=notice),) if notice else ()
    return Print(
        source=paper.source,
        place="mededeling" if notice else "antwoorden",
        kind=PartKind.ANSWER,
        parts=paper.answers or alone,
        notes=paper.answer_notes,
    )


def _parts(print_: Print) -> tuple[Part, ...]:
    if print_.place == "mededeling":
        return ()
    return tuple(
        Part(kind=print_.kind, key=key, ordinal=ordinal, label=part.label, text=part.text)
        for ordinal, (key, part) in enumerate(zip(print_.keys, print_.parts, strict=True), start=1)
    )


def _about_questions(paper: Paper, remark: Remark) -> bool:
    return paper.kind is PaperKind.QUESTIONS or remark.part in _OF_QUESTIONS


def _about_replies(_: Paper, remark: Remark) -> bool:
    return remark.part not in _OF_QUESTIONS


def _told(
    paper: Paper, belongs: Callable[[Paper, Remark], bool], kept: Print | None = None
) -> list[Finding]:
    """Give the remarks of a reader that belong to a document; ``kept``: the print that stands."""
    findings = []
    for remark in paper.remarks:
        if not belongs(paper, remark):
            continue
        concerns = None
        if kept is not None and remark.part is not None and remark.ordinal is not None:
            key = "" if remark.part is PartKind.EXPLANATION else kept.keys[remark.ordinal - 1]
            concerns = PartReference(kind=remark.part, key=key)
        findings.append(
            Finding(
                rule=remark.rule,
                source=paper.source,
                place=remark.place,
                concerns=concerns,
                text=remark.text,
            )
        )
    return findings


def _sources(papers: Sequence[Paper]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(p.source for p in papers))

"""Documents out of papers: the question document of a case, its answers and its notices."""

from kv2rdf.linking.cases.cases import Case
from kv2rdf.linking.cases.similarity import without_day
from kv2rdf.linking.citations.footnotes import footnotes, gaps
from kv2rdf.linking.documents import metadata_differences, precedence
from kv2rdf.linking.documents.prints import (
    QUESTION_PARTS,
    findings_of,
    parts_of,
    questions_print,
    sources_of,
)
from kv2rdf.linking.people.matching import Identities
from kv2rdf.linking.text import topic_line
from kv2rdf.model.document import Document, Part
from kv2rdf.model.kinds import PaperKind, PartKind, SourceKind
from kv2rdf.model.paper import Paper, Remark


def question_document(case: Case, identities: Identities) -> Document:
    """Give the question document of a case: it exists for every case, whatever paper prints it."""
    papers = sorted(case.papers, key=lambda paper: (not paper.questions, precedence.order(paper)))
    prints = [p for p in papers if p.questions] or papers
    paper, *others = papers
    own = [p for p in prints if p.kind is PaperKind.QUESTIONS]
    kept = questions_print(paper)
    notes = footnotes(paper.question_notes, paper.chamber, paper.tabled, identities.media)
    findings = [*findings_of(paper, _about_questions, kept), *gaps(paper.source, notes)]
    for other in others:
        findings += findings_of(other, _about_questions)
    findings += precedence.set_aside(kept, [questions_print(other) for other in others])
    described = next((p for p in prints if p.topic_lines), paper)
    title = paper.title if paper in own else None
    findings += metadata_differences.set_aside(
        (*described.topic_lines, described.abstract or "", title or ""),
        [field for p in prints for field in metadata_differences.of_questions(p, titled=p in own)],
    )
    parts = parts_of(kept)
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
        sources=sources_of(prints),
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


def _title(full: str) -> str:
    """Give a title without the day it was tabled, and what came of it, behind it."""
    return without_day(full).strip().rstrip(".") or full


def _about_questions(paper: Paper, remark: Remark) -> bool:
    return paper.kind is PaperKind.QUESTIONS or remark.part in QUESTION_PARTS

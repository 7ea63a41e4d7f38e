"""The question document of a case, made from all papers that contain the questions."""

from collections.abc import Mapping, Sequence

from kv2rdf.linking.cases.case_keys import LatestEditions
from kv2rdf.linking.cases.cases import Case
from kv2rdf.linking.cases.similarity import title_without_day, title_without_outcome
from kv2rdf.linking.citations.footnotes import footnotes, missing_text_findings
from kv2rdf.linking.documents.described_facts import is_of_another_form
from kv2rdf.linking.documents.metadata_differences import (
    question_metadata,
    report_metadata_differences,
)
from kv2rdf.linking.documents.parts_of_other_prints import (
    parts_of_other_prints,
    taken_footnotes,
    taken_part_findings,
    with_taken_parts,
)
from kv2rdf.linking.documents.precedence import precedence, report_differences
from kv2rdf.linking.documents.printed_version import (
    QUESTION_PARTS,
    PrintedVersion,
    document_parts,
    paper_sources,
    printed_questions,
    reader_findings,
)
from kv2rdf.linking.documents.replaced_parts import replaced_parts
from kv2rdf.linking.documents.session_years import described_sessions, earliest_session
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.linking.text.topic_line import topic_keys
from kv2rdf.linking.text.topic_pair import topic_of_pair
from kv2rdf.model.document import CaseDocument, Footnote, Part
from kv2rdf.model.kinds import PaperKind, PartKind, TextState
from kv2rdf.model.official_identifiers import is_question_paper_of, question_paper_identifiers
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.register import Topic
from kv2rdf.model.rules import FindingRule


def question_document(case: Case, index: ReferenceIndex) -> CaseDocument:
    """Return the question document of a case.

    Every case has a question document, which has no parts if no paper contains the questions.
    """
    papers = sorted(case.papers, key=_precedence_for_questions)
    with_questions = [p for p in papers if p.questions] or papers
    described = [p for p in papers if _describes_questions(p)]
    sources = [*with_questions, *(p for p in described if p not in with_questions)]
    question_papers = [p for p in sources if p.kind is PaperKind.QUESTIONS]
    paper, *others = papers
    version = printed_questions(paper)
    other_versions = [printed_questions(p) for p in others]
    editions = LatestEditions(papers)
    latest = [v for p, v in zip(others, other_versions, strict=True) if editions.is_latest(p)]
    taken = parts_of_other_prints(version, latest)
    with_topics = next((p for p in (*with_questions, *described) if p.topic_lines), paper)
    with_record = _with_library_record(paper, with_topics, with_questions)
    topics = (_topics(p, index.topics) for p in (with_topics, *described))
    other_forms = [p for p in question_papers if p is not paper and is_of_another_form(p, paper)]
    with_title = [p for p in (paper, *other_forms) if p in question_papers and p.title]
    full_title = with_title[0].title if with_title else None
    title = _title(paper, other_forms) or case.id
    tabled = next((p.tabled for p in (paper, *sources) if p.tabled), None)
    of_document = paper.chamber, paper.tabled, index.media
    printed_notes = footnotes(paper.question_notes, paper.source, *of_document)
    taken_notes = taken_footnotes(taken, latest, printed_notes, *of_document)
    notes = (*printed_notes, *taken_notes)
    parts = _parts(paper, version, taken)
    metadata = (
        *(*with_topics.topic_lines, with_record.abstract or "", full_title or "", title),
        tabled.isoformat() if tabled else "",
        earliest_session(papers) or "",
    )
    fields = [
        field for p in sources for field in question_metadata(p, has_own_title=p in question_papers)
    ]
    fields += described_sessions(papers)
    publications = tuple(p.publication for p in question_papers if p.publication)
    own = [p for p in publications if is_question_paper_of(case.numbers, p, paper.chamber)]
    forms = question_paper_identifiers(paper.chamber, case.numbers)
    return CaseDocument(
        kind=PaperKind.QUESTIONS,
        chamber=paper.chamber,
        home_case=case.id,
        cases=(case.id,),
        sources=paper_sources(sources),
        publications=publications,
        title=title,
        full_title=full_title,
        dated=tabled,
        page_urls=tuple(p.page_url for p in question_papers if p.page_url),
        listed_identifier=index.listed_identifier((*own, *forms)),
        parts=parts,
        footnotes=notes,
        replaced_parts=replaced_parts(parts, version, other_versions),
        text_state=_text_state(paper, notes),
        topic_lines=with_topics.topic_lines,
        subjects=with_record.subjects,
        topics=next(filter(None, topics), ()),
        abstract=with_record.abstract,
        findings=(
            *reader_findings(paper, _is_about_questions, version),
            *missing_text_findings(paper.source, notes),
            *taken_part_findings(taken, version.location),
            *(
                finding
                for p, v in zip(others, other_versions, strict=True)
                for finding in reader_findings(p, _is_about_questions, v, taken)
            ),
            *report_differences(version, other_versions, (*taken, *taken_notes)),
            *report_metadata_differences(metadata, fields),
        ),
    )


def _parts(paper: Paper, version: PrintedVersion, taken: Sequence[Part]) -> tuple[Part, ...]:
    """Return the questions in a paper, the parts ``taken`` from other papers, and the explanation.

    The explanation is the last part.
    """
    parts = with_taken_parts(document_parts(version), taken)
    if paper.explanation is None:
        return parts
    explanation = Part(
        kind=PartKind.EXPLANATION,
        key="",
        ordinal=len(parts) + 1,
        label=None,
        text=paper.explanation,
    )
    return (*parts, explanation)


def _text_state(paper: Paper, notes: Sequence[Footnote]) -> TextState:
    """Return how complete the questions are in ``paper``, whose version of them is published.

    ``notes`` contains the published footnotes. Questions that only other papers contain are
    ignored.
    """
    if not paper.questions:
        return TextState.DATA_ONLY
    is_partial = any(note.text is None for note in notes) or any(
        remark.rule is FindingRule.EMPTY_PART and remark.part in QUESTION_PARTS
        for remark in paper.remarks
    )
    return TextState.PARTIAL if is_partial else TextState.COMPLETE


def _precedence_for_questions(paper: Paper) -> tuple[object, ...]:
    """Return the sort key of a paper. The questions in the paper with the lowest key are published.

    Replies that only describe the questions are sorted last.
    """
    only_describes = not paper.source.traits.has_text and paper.kind is not PaperKind.QUESTIONS
    return not paper.questions, only_describes, *precedence(paper)


def _describes_questions(paper: Paper) -> bool:
    """Whether a paper has no text, but contains facts about the questions."""
    if paper.source.traits.has_text:
        return False
    return paper.kind is PaperKind.QUESTIONS or bool(paper.askers or paper.topic_lines)


def _topics(paper: Paper, topics: Mapping[str, Sequence[Topic]]) -> tuple[str, ...]:
    """Return the keys of the topics in a paper's topic lines.

    The result is empty unless, in this kind of source, a topic line is a single topic or several
    topics without separators.
    """
    traits = paper.source.traits
    if traits.has_topic_pairs:
        found = (topic_of_pair(line, topics) for line in paper.topic_lines)
        return tuple(sorted({key for key in found if key}))
    lines = paper.topic_lines if traits.has_glued_topics else ()
    return tuple(key for line in lines for key in topic_keys(line, topics))


def _with_library_record(paper: Paper, with_topics: Paper, others: Sequence[Paper]) -> Paper:
    """Return the paper whose abstract and subjects are published.

    This is ``with_topics``, the paper whose topic lines are published. However, if ``with_topics``
    has no text, or comes from a different form of publication than ``paper``, whose questions are
    published, the first of ``others`` with an abstract or subjects is returned instead, if there is
    one.
    """
    if not is_of_another_form(with_topics, paper):
        return with_topics
    return next((p for p in others if p.abstract or p.subjects), with_topics)


def _title(paper: Paper, others: Sequence[Paper]) -> str | None:
    """Return the short title of the published questions, which are those in ``paper``, or None.

    If ``paper`` has text but no title other than its heading, or if it has no title at all, a title
    from one of ``others`` is used, if there is one.
    """
    if paper.short_title:
        return paper.short_title
    titles = [paper.title] if paper.title else []
    if paper.source.traits.has_text or not titles:
        titles = [*(p.short_title or p.title or "" for p in others), *titles]
    return next(filter(None, map(_short_title, titles)), None)


def _short_title(title: str) -> str:
    """Return a title without the date of tabling and the outcome ("; Antwoord") at its end.

    The result is "" if the title contains nothing else.
    """
    return title_without_outcome(title_without_day(title)).strip().rstrip(".")


def _is_about_questions(paper: Paper, remark: Remark) -> bool:
    return paper.kind is PaperKind.QUESTIONS or remark.part in QUESTION_PARTS

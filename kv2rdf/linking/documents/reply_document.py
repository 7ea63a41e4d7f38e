"""An answer document or a notice, made from all papers that contain the document."""

from collections.abc import Sequence

from kv2rdf.linking.cases.case_keys import LatestEditions, annex_id
from kv2rdf.linking.citations.footnotes import footnotes, missing_text_findings
from kv2rdf.linking.documents.answer_links import link_answers
from kv2rdf.linking.documents.described_facts import (
    contradicting_kinds,
    described_answerers,
    is_of_another_form,
    with_described_facts,
)
from kv2rdf.linking.documents.metadata_differences import (
    officer_names,
    paper_titles,
    reply_metadata,
    report_metadata_differences,
)
from kv2rdf.linking.documents.parts_of_other_prints import (
    parts_of_other_prints,
    taken_footnotes,
    taken_part_findings,
    with_taken_parts,
)
from kv2rdf.linking.documents.precedence import precedence, report_differences
from kv2rdf.linking.documents.printed_citation import printed_citation
from kv2rdf.linking.documents.printed_version import (
    QUESTION_PARTS,
    document_parts,
    paper_sources,
    printed_reply,
    reader_findings,
)
from kv2rdf.linking.documents.replaced_parts import replaced_parts
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.linking.text.announced_days import announced_day
from kv2rdf.linking.text.delays_and_withdrawals import (
    delay_reason,
    is_delay,
)
from kv2rdf.model.document import CaseDocument, Finding
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.notice_titles import is_title_of_delay
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.rules import FindingRule, MatchRule


def reply_document(
    papers: Sequence[Paper],
    cases: Sequence[str],
    question_documents: Sequence[CaseDocument],
    notice_key: str,
    index: ReferenceIndex,
) -> CaseDocument:
    """Return an answer document or a notice, made from all editions and copies of one paper.

    ``cases`` contains the identifiers of the cases that the document belongs to, beginning with its
    home case. ``question_documents`` contains the question documents of the cases that the
    published edition belongs to. The answers are linked to the questions in these documents.
    ``notice_key`` is the key of a notice that has no number in the Aanhangsel.
    """
    paper, *others = by_precedence = sorted(papers, key=precedence)
    paper = with_described_facts(paper, others)
    version = printed_reply(paper)
    other_versions = [printed_reply(p) for p in others]
    editions = LatestEditions(papers)
    latest = [v for p, v in zip(others, other_versions, strict=True) if editions.is_latest(p)]
    taken = parts_of_other_prints(version, latest)
    of_document = paper.chamber, paper.dated, index.media
    printed_notes = footnotes(paper.answer_notes, paper.source, *of_document)
    taken_notes = taken_footnotes(taken, latest, printed_notes, *of_document)
    notes = (*printed_notes, *taken_notes)
    parts = with_taken_parts(document_parts(version), taken)
    notice = paper.notice
    delay = delay_rule(paper)
    printed = [p.publication for p in by_precedence if p.publication]
    publications = tuple(dict.fromkeys(printed or filter(None, [annex_id(paper)])))
    return CaseDocument(
        kind=paper.kind,
        chamber=paper.chamber,
        home_case=cases[0],
        cases=tuple(cases),
        sources=paper_sources([paper, *others]),
        number=paper.annex_number,
        citation=printed_citation(paper),
        fallback_key=notice_key if paper.kind is PaperKind.NOTICE else paper.source.key,
        publications=publications,
        full_title=paper.title,
        dated=paper.dated,
        page_urls=tuple(p.page_url for p in (paper, *others) if p.page_url),
        listed_identifier=index.listed_identifier(publications),
        parts=link_answers(parts, paper, version, question_documents),
        footnotes=notes,
        replaced_parts=replaced_parts(parts, version, other_versions),
        text=notice,
        delay_rule=delay,
        delay_reason=delay_reason(notice.text) if notice and delay else None,
        announced=announced_day(notice.text, paper.dated) if notice and delay else None,
        see_also=paper.see_also,
        findings=(
            *reader_findings(paper, _is_about_reply, version),
            *missing_text_findings(paper.source, notes),
            *taken_part_findings(taken, version.location),
            *(
                finding
                for p, v in zip(others, other_versions, strict=True)
                for finding in reader_findings(p, _is_about_reply, v, taken)
            ),
            *report_differences(version, other_versions, (*taken, *taken_notes)),
            *report_metadata_differences(
                (
                    *(*paper.see_also, *paper_titles(paper), *officer_names(paper)),
                    paper.dated.isoformat() if paper.dated else "",
                ),
                [
                    field
                    for p in others
                    for field in reply_metadata(p, has_comparable_day=is_of_another_form(p, paper))
                ],
            ),
            *described_answerers(paper, by_precedence),
            *contradicting_kinds(paper, others),
            *_missing_text(paper),
        ),
    )


def delay_rule(paper: Paper) -> MatchRule | None:
    """Return the rule by which a paper is a notice of delay, or None if it is not one.

    The title is used only if the paper has no text.
    """
    if paper.kind is not PaperKind.NOTICE:
        return None
    if paper.notice:
        return MatchRule.WORDS_OF_DELAY if is_delay(paper.notice.text) else None
    return MatchRule.TITLE_OF_DELAY if is_title_of_delay(paper.title or "") else None


def _missing_text(paper: Paper) -> list[Finding]:
    """Return a finding if a reply has no text. Otherwise, return an empty list."""
    if paper.notice or paper.answers:
        return []
    location = "mededeling" if paper.kind is PaperKind.NOTICE else "antwoorden"
    return [
        Finding(rule=FindingRule.TEXT_OF_ANSWER_MISSING, source=paper.source, location=location)
    ]


def _is_about_reply(_: Paper, remark: Remark) -> bool:
    return remark.part not in QUESTION_PARTS

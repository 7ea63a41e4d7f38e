"""The record of a case: the facts that the chamber has registered in addition to the papers."""

from collections.abc import Iterator

from msgspec.structs import replace

from kv2rdf.linking.cases.cases import Case
from kv2rdf.linking.documents.precedence import precedence
from kv2rdf.model.document import CaseDocument, Finding
from kv2rdf.model.paper import CaseRecord, Source
from kv2rdf.model.rules import FindingRule


def case_record(case: Case) -> CaseRecord:
    """Return the latest version of a case's record, or an empty record if there is none."""
    return next((record for _, record in _records(case)), CaseRecord())


def with_record_differences(
    questions: CaseDocument, case: Case, *, is_answered: bool
) -> CaseDocument:
    """Return a question document with findings on differences between records and papers.

    A record contradicts the papers if it states that the case is open although there is an answer.
    Findings also report a different deadline or a different state in an earlier version of the
    record.
    """
    latest = case_record(case)
    findings = [
        finding
        for source, record in _records(case)
        for finding in _differences(source, record, latest, is_answered=is_answered)
    ]
    return replace(questions, findings=(*questions.findings, *findings)) if findings else questions


def _records(case: Case) -> list[tuple[Source, CaseRecord]]:
    """Return the versions of a case's record with their sources, in order of precedence."""
    papers = sorted((paper for paper in case.papers if paper.record), key=precedence)
    return [(paper.source, paper.record) for paper in papers if paper.record]


def _differences(
    source: Source, record: CaseRecord, latest: CaseRecord, *, is_answered: bool
) -> Iterator[Finding]:
    settled = record.is_settled
    if settled is False and is_answered:
        rule = FindingRule.OPEN_AS_STATED_BY_RECORD
        yield Finding(rule=rule, source=source, location="Afgedaan", text="false")
    elif settled not in (None, latest.is_settled):
        rule, words = FindingRule.TEXT_SET_ASIDE, "true" if settled else "false"
        yield Finding(rule=rule, source=source, location="Afgedaan", text=words)
    if record.due not in (None, latest.due):
        rule, words = FindingRule.TEXT_SET_ASIDE, str(record.due)
        yield Finding(rule=rule, source=source, location="Termijn", text=words)

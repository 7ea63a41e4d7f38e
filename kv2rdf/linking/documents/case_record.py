"""The record of a case: what the chamber has registered, besides what papers print."""

from msgspec.structs import replace

from kv2rdf.linking.cases.cases import Case
from kv2rdf.linking.documents.precedence import precedence
from kv2rdf.model.document import CaseDocument, Finding
from kv2rdf.model.paper import CaseRecord
from kv2rdf.model.rules import FindingRule


def case_record(case: Case) -> CaseRecord:
    """Return the record of a case, in its latest version. It is empty if there is no record."""
    papers = sorted(case.papers, key=precedence)
    return next((paper.record for paper in papers if paper.record), CaseRecord())


def with_recorded_state(questions: CaseDocument, case: Case, *, is_answered: bool) -> CaseDocument:
    """Return a question document with a finding for each record that contradicts the papers.

    Such a record says that the case is open, although there is an answer.
    """
    if not is_answered:
        return questions
    findings = [
        Finding(
            rule=FindingRule.OPEN_AS_STATED_BY_RECORD,
            source=paper.source,
            location="Afgedaan",
            text="false",
        )
        for paper in sorted(case.papers, key=precedence)
        if paper.record and paper.record.is_settled is False
    ]
    return replace(questions, findings=(*questions.findings, *findings)) if findings else questions

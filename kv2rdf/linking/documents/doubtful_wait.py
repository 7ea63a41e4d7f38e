"""Waiting times of more than a year that only one paper states: a date may be a misprint."""

from datetime import date

from kv2rdf.linking.cases.cases import Case
from kv2rdf.model.document import Finding
from kv2rdf.model.rules import FindingRule

_LONGEST_CERTAIN_WAIT = 365
"""In days. If the year of tabling is one too early, the wait is at least a day longer than this."""


def doubtful_wait(case: Case, tabled: date | None, answered: date | None) -> Finding | None:
    """Return a finding with both dates if the time to the first answer is doubtful, or None.

    It is doubtful if it is longer than a year, and the case has only one paper, which refers to no
    earlier one. A notice, a reprint or a question paper would confirm the date of tabling.
    """
    if tabled is None or answered is None or (answered - tabled).days <= _LONGEST_CERTAIN_WAIT:
        return None
    if len(case.all_papers) > 1:
        return None
    (paper,) = case.all_papers
    if paper.see_also:
        return None
    return Finding(
        rule=FindingRule.WAIT_IS_NOT_CERTAIN,
        source=paper.source,
        location="dagen",
        text=f"{tabled} | {answered}",
    )

"""Case numbers that cannot be relied on, because papers about other questions print them too."""

from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import annex_id, has_reference_to
from kv2rdf.linking.cases.similarity import (
    has_same_title,
    question_opening,
    question_openings,
    title_key,
)
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.rules import FindingRule


def without_doubtful_numbers(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers of a cluster without their doubtful case numbers.

    One of two contradictory numbers is a misprint, and it is not known which. A paper with such a
    number keeps only its own number in the Aanhangsel, and gets a remark with the doubtful one.
    """
    return [
        _without_cases(paper) if _has_doubtful_number(paper, papers) else paper for paper in papers
    ]


def _without_cases(paper: Paper) -> Paper:
    number = ", ".join(identifier for case in paper.cases for identifier in case)
    doubt = Remark(
        rule=FindingRule.CASE_NUMBER_NOT_CERTAIN, location="Vraagnr_bij_indiening", text=number
    )
    return replace(paper, cases=(), remarks=(*paper.remarks, doubt))


def _has_doubtful_number(paper: Paper, papers: Sequence[Paper]) -> bool:
    """Whether the case number of a paper is doubtful.

    It is doubtful if a paper about other questions prints the number as well. It is also doubtful
    if a reply to these questions prints another number, and no third paper prints either of them.
    """
    if not paper.cases or annex_id(paper) is None:
        return False
    with_number = [other for other in papers if set(other.cases) & set(paper.cases)]
    if not all(_may_be_one_case(other, paper) for other in with_number):
        return True
    replies = (
        other
        for other in papers
        if other.cases and other.cases != paper.cases and _is_reply_to(other, paper)
    )
    return with_number == [paper] and any(
        sum(other.cases == reply.cases for other in papers) == 1 for reply in replies
    )


def _is_reply_to(reply: Paper, paper: Paper) -> bool:
    """Whether a reply refers to a paper with the same title, the same day and a common question."""
    return (
        has_reference_to(reply, paper)
        and has_same_title(reply, paper)
        and bool(set(question_openings(reply)) & set(question_openings(paper)))
    )


def _may_be_one_case(paper: Paper, other: Paper) -> bool:
    """Whether two papers that print the same number may be about one case.

    They may be if they have a question in common, or if they have the same day and their titles do
    not differ. They also may be if one of them has no questions or no day to compare.
    """
    if paper is other or paper.tabled is None or other.tabled is None:
        return True
    titles = {title_key(paper), title_key(other)}
    if paper.tabled == other.tabled and (len(titles) == 1 or None in titles):
        return True
    openings, others = (set(map(question_opening, p.questions)) for p in (paper, other))
    return not openings or not others or bool(openings & others)

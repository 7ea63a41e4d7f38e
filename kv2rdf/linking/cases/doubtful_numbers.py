"""Case numbers that are unreliable because other papers contradict them."""

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
    """Return the papers of a cluster, with doubtful case numbers removed.

    A doubtful number may be a misprint. A paper from which it is removed keeps only its own number
    in the Aanhangsel, and gets a remark that quotes the removed number.
    """
    return [
        _without_cases(paper) if _has_doubtful_number(paper, papers) else paper for paper in papers
    ]


def _without_cases(paper: Paper) -> Paper:
    numbers = tuple(identifier for case in paper.cases for identifier in case)
    doubt = Remark(
        rule=FindingRule.CASE_NUMBER_NOT_CERTAIN,
        location="Vraagnr_bij_indiening",
        text=", ".join(numbers),
    )
    return replace(paper, cases=(), doubtful_numbers=numbers, remarks=(*paper.remarks, doubt))


def _has_doubtful_number(paper: Paper, papers: Sequence[Paper]) -> bool:
    """Whether the case number of a paper is doubtful.

    It is doubtful if another paper contains the same number but is about other questions. It is
    also doubtful if a reply to the questions of this paper contains a different number, and no
    third paper contains either number.
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
    """Whether ``reply`` refers to ``paper``, and shares its title, tabling date and a question."""
    return (
        has_reference_to(reply, paper)
        and has_same_title(reply, paper)
        and bool(set(question_openings(reply)) & set(question_openings(paper)))
    )


def _may_be_one_case(paper: Paper, other: Paper) -> bool:
    """Whether two papers that contain the same number may be about one case.

    This is true in each of these situations:

    - they have a question in common;
    - they have the same date of tabling, and their titles are the same or cannot be compared;
    - one of them has no questions or no date of tabling.
    """
    if paper is other or paper.tabled is None or other.tabled is None:
        return True
    titles = {title_key(paper), title_key(other)}
    if paper.tabled == other.tabled and (len(titles) == 1 or None in titles):
        return True
    openings, others = (set(map(question_opening, p.questions)) for p in (paper, other))
    return not openings or not others or bool(openings & others)

"""Papers about more than one case, such as a letter that delays the answers in several cases.

Such a letter is sometimes printed only once in the Aanhangsel, with the questions of one case
followed by those of the other cases. Alternatively, the letter may cite the questions of the other
cases by number. In the same way, one answer may reply to several sets of questions.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import (
    LatestEditions,
    cited_question_numbers,
    has_reference_to,
)
from kv2rdf.linking.cases.cases import printed_cases
from kv2rdf.linking.cases.similarity import (
    has_same_title,
    is_alike,
    letters_and_digits,
    question_opening,
    question_openings,
)
from kv2rdf.linking.text import delays_and_withdrawals
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.rules import FindingRule

_ANSWERS = (PaperKind.ANSWER, PaperKind.FURTHER_ANSWER)


def with_further_cases(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers of a cluster, each with the further cases that it is about.

    Each further case is accompanied by a remark that names the rule by which the case was found.
    Editions that were replaced by a later edition are returned unchanged.
    """
    numbers = [[n for case in printed_cases(p, papers) for n in case] for p in papers]
    editions = LatestEditions(papers)
    completed = []
    for paper, own in zip(papers, numbers, strict=True):
        further: dict[str, FindingRule] = {}
        if editions.is_latest(paper):
            for other, others in zip(papers, numbers, strict=True):
                if not set(own) & set(others) and (rule := _rule(paper, other, papers)):
                    further.setdefault(others[0], rule)
        remarks = (Remark(rule=rule, location="zaak", text=case) for case, rule in further.items())
        completed.append(
            replace(paper, further_cases=tuple(further), remarks=(*paper.remarks, *remarks))
        )
    return completed


def _rule(paper: Paper, other: Paper, papers: Sequence[Paper]) -> FindingRule | None:
    """Return the rule that shows that ``paper`` is also about the case of ``other``, or None."""
    related = (
        has_reference_to(paper, other)
        or has_reference_to(other, paper)
        or has_same_title(paper, other)
    )
    if related and _has_further_set_of(paper, other):
        rule = FindingRule.CASE_BY_FURTHER_SET
    elif _cites_late_answer(paper, other, papers):
        rule = FindingRule.CASE_BY_CITED_NUMBER
    else:
        return None
    return rule


def _has_further_set_of(paper: Paper, other: Paper) -> bool:
    """Whether ``paper`` contains a question of ``other`` after its own questions.

    That question may be in a further set of questions, or within the explanation.
    """
    further = [question_opening(part) for part in paper.questions if part.question_set > 1]
    explanation = letters_and_digits(paper.explanation.text) if paper.explanation else ""
    return any(
        opening in explanation or any(is_alike(opening, printed) for printed in further)
        for opening in question_openings(other)
    )


def _cites_late_answer(paper: Paper, other: Paper, papers: Sequence[Paper]) -> bool:
    """Whether ``paper`` is a notice that also concerns ``other``, an answer that came later.

    The notice must cite the case numbers of both papers, and name all askers of ``other``. The
    questions of ``other`` must have no notice of their own. (Usually, the Aanhangsel contains such
    a letter again with each set of questions.) The result is false for a notice that announces a
    joint answer, because it may cite questions whose answer is not late.
    """
    if paper.notice is None or other.kind not in _ANSWERS or not (paper.cases and other.cases):
        return False
    if paper.dated is None or other.dated is None or other.dated <= paper.dated:
        return False
    return (
        _numbers(paper) | _numbers(other) <= set(cited_question_numbers(paper))
        and not delays_and_withdrawals.is_answered_jointly(paper.notice.text)
        and not any(p.notice and _numbers(p) & _numbers(other) for p in papers)
        and all(
            letters_and_digits((asker.name or "").rpartition(" ")[2])
            in letters_and_digits(paper.notice.text)
            for asker in other.askers
        )
    )


def _numbers(paper: Paper) -> set[str]:
    return {number for case in paper.cases for number in case}

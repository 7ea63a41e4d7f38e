"""The assignment of papers to the same case if they do not share a case number.

Question numbers were introduced in 1998. If at least one of two papers contains no such number,
both are assigned to the same case if they share the date of tabling and either the title or most
questions, or if one refers to the other ("zie ook Aanhangsel …"). Under each rule, they must also
share a question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Self

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import LatestEditions, annex_id, has_reference_to
from kv2rdf.linking.cases.similarity import (
    has_common_asker,
    is_alike,
    question_keys,
    question_openings,
    title_key,
)
from kv2rdf.linking.cases.union_find import UnionFind
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.rules import FindingRule

_RULES = (FindingRule.CASE_BY_TITLE, FindingRule.CASE_BY_QUESTIONS, FindingRule.CASE_BY_REFERENCE)
"""The rules by which two papers are related. The strongest rule comes first."""


def assign_cases(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers of a cluster, with the same case number for all papers about one case.

    This is the case number that is printed in at least one of the papers or, if none is printed,
    the first of their Aanhangsel identifiers in alphabetical order. If a number is assigned to a
    paper, a remark names the rule. Papers that contain different numbers are not joined.
    """
    assigned = list(papers)
    groups, rules = _groups(papers)
    for group in groups:
        numbers = {case for index in group for case in papers[index].cases}
        annex_ids = sorted(filter(None, (annex_id(papers[index]) for index in group)))
        (case,) = numbers or {(annex_ids[0],)}
        for index in group:
            paper = papers[index]
            if not paper.cases and annex_id(paper) != case[0]:
                remark = Remark(rule=rules[index], location="zaak", text=case[0])
                assigned[index] = replace(paper, cases=(case,), remarks=(*paper.remarks, remark))
    return assigned


def _groups(papers: Sequence[Paper]) -> tuple[list[list[int]], dict[int, FindingRule]]:
    """Return the groups of at least two papers about one case, and the rule for each paper in them.

    A paper is identified by its index in ``papers``. Two related papers are joined, together with
    the groups that they are in, beginning with the pairs that have the strongest rule. They are not
    joined if:

    - two papers of the joined group would have no question in common, so that a notice about two
      sets of questions is joined with the papers of only one set;
    - two papers of the joined group would contain different numbers;
    - the same rule also relates one of the two to a third paper that contains a different number.

    Editions that were replaced by a later edition are left out, because they may be about other
    questions.
    """
    if len(papers) == 1 or all(paper.cases for paper in papers):
        return [], {}  # There is no pair to compare: one paper of a pair contains no number.
    editions = LatestEditions(papers)
    latest = [index for index, paper in enumerate(papers) if editions.is_latest(paper)]
    compared = {index: _ComparedPaper.of(papers[index]) for index in latest}
    related = [
        (rule, one, other)
        for one, other in combinations(latest, 2)
        if (rule := _relation(compared[one], compared[other]))
    ]
    near_numbers: dict[tuple[str, int], set[tuple[str, ...]]] = {}
    for rule, one, other in related:
        near_numbers.setdefault((rule, one), set()).update(papers[other].cases)
        near_numbers.setdefault((rule, other), set()).update(papers[one].cases)

    @cache
    def has_common_question(one: int, other: int) -> bool:
        return _has_common_question(compared[one], compared[other])

    # The pairs of groups that cannot be joined, with the sizes of the groups.
    apart: set[tuple[int, int, int, int]] = set()
    groups: UnionFind[int] = UnionFind()
    members = {index: [index] for index in latest}  # The papers of each group by its root.
    rules: dict[int, FindingRule] = {}
    for rule, one, other in sorted(related, key=lambda pair: (_RULES.index(pair[0]), pair)):
        first, second = groups.root(one), groups.root(other)
        if first == second:
            continue
        numbers = {
            case for index in members[first] + members[second] for case in papers[index].cases
        }
        if len(numbers | near_numbers[rule, one] | near_numbers[rule, other]) > 1:
            continue
        pair = first, second, len(members[first]), len(members[second])
        if pair in apart:
            continue
        if all(
            has_common_question(*sorted((a, b))) for a in members[first] for b in members[second]
        ):
            groups.join((first, second))
            members[first] += members.pop(second)
            rules.setdefault(one, rule)
            rules.setdefault(other, rule)
        else:
            apart.add(pair)
    return [group for group in members.values() if len(group) > 1], rules


@dataclass(frozen=True, slots=True)
class _ComparedPaper:
    """A paper, with the values that are compared with those of other papers.

    These are its number in the Aanhangsel, the keys of its title and questions, and the openings of
    its questions.
    """

    paper: Paper
    annex_id: str | None
    title_key: str | None
    question_keys: frozenset[str]
    openings: tuple[str, ...]

    @classmethod
    def of(cls, paper: Paper) -> Self:
        keys = frozenset(question_keys(paper))
        return cls(paper, annex_id(paper), title_key(paper), keys, question_openings(paper))


def _relation(one: _ComparedPaper, another: _ComparedPaper) -> FindingRule | None:
    """Return the strongest rule that links two papers to the same case, or None."""
    paper, other = one.paper, another.paper
    if (paper.cases and other.cases) or one.annex_id == another.annex_id:
        return None
    if one.title_key is not None and one.title_key == another.title_key:
        rule = FindingRule.CASE_BY_TITLE
    elif _has_same_questions(one, another):
        rule = FindingRule.CASE_BY_QUESTIONS
    elif has_reference_to(paper, other) or has_reference_to(other, paper):
        rule = FindingRule.CASE_BY_REFERENCE
    else:
        return None
    return rule if _has_common_question(one, another) else None


def _has_same_questions(one: _ComparedPaper, another: _ComparedPaper) -> bool:
    """Whether two papers have an asker and enough questions in common.

    They must have a key from ``question_keys`` in common, and must not be replies of the same date.
    At least two thirds of the questions of the paper with fewer questions must be similar to a
    question of the other paper.
    """
    paper, other = one.paper, another.paper
    if not one.question_keys & another.question_keys:
        return False
    if paper.dated is not None and paper.dated == other.dated:
        return False
    fewer, more = sorted((one.openings, another.openings), key=len)
    common = sum(any(is_alike(a, b) for b in more) for a in fewer)
    return 3 * common >= 2 * len(fewer) and has_common_asker(paper, other)


def _has_common_question(one: _ComparedPaper, another: _ComparedPaper) -> bool:
    """Whether two papers have a question in common, apart from some misread letters."""
    return any(is_alike(a, b) for a in one.openings for b in another.openings)

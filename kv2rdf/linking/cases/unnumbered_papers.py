"""Papers about one case that print no number in common: a notice and the answer that follows it.

Question numbers are given out from 1998 on. Before that, the day of tabling with the title or with
the questions tells that two papers are about the same questions, and so does "zie ook Aanhangsel"
in a reply; all only where they print a question in common.
"""

from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import annex_id, is_latest, points_at
from kv2rdf.linking.cases.similarity import alike, one_asker, one_title, openings, question_keys
from kv2rdf.model.paper import Paper, Remark

_RULES = ("zaak-volgens-titel", "zaak-volgens-vragen", "zaak-volgens-verwijzing")
"""The stronger first."""


def joined(papers: Sequence[Paper]) -> list[Paper]:
    """Give the papers of a cluster, those that are about one case with a number in common.

    A paper that gets its number so says by what rule. Papers with numbers of their own stay apart.
    """
    done = list(papers)
    groups, rules = _groups(papers)
    for places in groups:
        numbers = {case for place in places for case in papers[place].cases}
        annexes = sorted(filter(None, (annex_id(papers[place]) for place in places)))
        (case,) = numbers or {(annexes[0],)}
        for place in places:
            paper = papers[place]
            if not paper.cases and annex_id(paper) != case[0]:
                told = Remark(rule=rules[place], place="zaak", text=case[0])
                done[place] = replace(paper, cases=(case,), remarks=(*paper.remarks, told))
    return done


def _groups(papers: Sequence[Paper]) -> tuple[list[list[int]], dict[int, str]]:
    """Give the places of papers about one case, and by which rule each came there.

    Any two of a group print a question in common, and no two a different number: a notice about
    questions of two members goes with one of them, and a paper that is as near to two numbers with
    none. A print that a later edition replaced stays apart: it may be about other questions.
    """
    standing = [place for place, paper in enumerate(papers) if is_latest(paper, papers)]
    related = [
        (found, one, other)
        for one, other in combinations(standing, 2)
        if (found := _related(papers[one], papers[other]))
    ]
    near: dict[tuple[str, int], set[tuple[str, ...]]] = {}
    for rule, one, other in related:
        near.setdefault((rule, one), set()).update(papers[other].cases)
        near.setdefault((rule, other), set()).update(papers[one].cases)
    group = {place: [place] for place in standing}
    rules: dict[int, str] = {}
    for rule, one, other in sorted(related, key=lambda pair: (_RULES.index(pair[0]), pair)):
        first, second = group[one], group[other]
        numbers = {case for place in (*first, *second) for case in papers[place].cases}
        numbers |= near[rule, one] | near[rule, other]
        if first is second or len(numbers) > 1:
            continue
        if all(_print_one_question(papers[a], papers[b]) for a in first for b in second):
            first += second
            group |= dict.fromkeys(second, first)
            rules.setdefault(one, rule)
            rules.setdefault(other, rule)
    return [places for place, places in group.items() if place == places[0] and places[1:]], rules


def _related(one: Paper, other: Paper) -> str | None:
    """Tell by what rule two papers are about one case; None: they are not, for all we know."""
    if one.cases and other.cases:
        return None
    if annex_id(one) == annex_id(other):
        return None
    if one_title(one, other):
        rule = "zaak-volgens-titel"
    elif set(question_keys(one)) & set(question_keys(other)) and _ask_the_same(one, other):
        rule = "zaak-volgens-vragen"
    elif points_at(one, other) or points_at(other, one):
        rule = "zaak-volgens-verwijzing"
    else:
        return None
    return rule if _print_one_question(one, other) else None


def _ask_the_same(one: Paper, other: Paper) -> bool:
    """Tell whether an asker and two questions of three are the same in papers of different days."""
    if one.dated is not None and one.dated == other.dated:
        return False
    fewer, more = sorted((openings(one), openings(other)), key=len)
    same = sum(any(alike(a, b) for b in more) for a in fewer)
    return 3 * same >= 2 * len(fewer) and one_asker(one, other)


def _print_one_question(one: Paper, other: Paper) -> bool:
    """Tell whether two papers print a question in common."""
    return any(alike(a, b) for a in openings(one) for b in openings(other))

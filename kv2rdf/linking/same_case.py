"""Papers about one case that print no number in common: a notice and the answer that follows it.

Question numbers are given out from 1998 on. Before that, the title with the day of tabling tells
that two papers are about the same questions, and so does "zie ook Aanhangsel" in a reply; both only
where they print a question in common.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

from msgspec.structs import replace

from kv2rdf.linking.cases import opening
from kv2rdf.linking.grouping import Groups, annex_id, seen_also, title_key
from kv2rdf.model.paper import Paper, Remark

_ALIKE = 0.9
"""So much of two questions is the same where they are one, misread."""


def joined(papers: Sequence[Paper]) -> list[Paper]:
    """Give the papers of a cluster, those that are about one case with a number in common.

    A paper that gets its number so says by what rule. Papers with numbers of their own stay apart,
    and so does a print that a later edition replaced: that may be about other questions.
    """
    latest: dict[str | None, int] = {}
    for paper in papers:
        latest[annex_id(paper)] = max(paper.edition, latest.get(annex_id(paper), 0))
    standing = [place for place, p in enumerate(papers) if p.edition == latest[annex_id(p)]]
    groups: Groups[int] = Groups()
    rules: dict[int, str] = {}
    for one, other in combinations(standing, 2):
        if rule := _related(papers[one], papers[other]):
            groups.join((one, other))
            rules.setdefault(one, rule)
            rules.setdefault(other, rule)
    members: dict[int, list[int]] = {}
    for place in range(len(papers)):
        members.setdefault(groups.root(place), []).append(place)
    done = list(papers)
    for places in members.values():
        numbers = {case for place in places for case in papers[place].cases}
        if len(places) == 1 or len(numbers) > 1:
            continue
        annexes = sorted(filter(None, (annex_id(papers[place]) for place in places)))
        (case,) = numbers or {(annexes[0],)}
        for place in places:
            paper = papers[place]
            if not paper.cases and annex_id(paper) != case[0]:
                told = Remark(rule=rules[place], place="zaak", text=case[0])
                done[place] = replace(paper, cases=(case,), remarks=(*paper.remarks, told))
    return done


def _related(one: Paper, other: Paper) -> str | None:
    """Tell by what rule two papers are about one case; None: they are not, for all we know."""
    if one.cases and other.cases:
        return None
    if annex_id(one) == annex_id(other):
        return None
    rule = None
    if title_key(one) is not None and title_key(one) == title_key(other):
        rule = "zaak-volgens-titel"
    elif annex_id(other) in seen_also(one) or annex_id(one) in seen_also(other):
        rule = "zaak-volgens-verwijzing"
    return rule if rule and _print_one_question(one, other) else None


def _print_one_question(one: Paper, other: Paper) -> bool:
    """Tell whether two papers print a question in common; a scan may have misread some letters."""
    first, second = _questions(one), _questions(other)
    return bool(first & second) or any(
        SequenceMatcher(None, a, b, autojunk=False).ratio() > _ALIKE for a in first for b in second
    )


def _questions(paper: Paper) -> set[str]:
    return {letters for letters in map(opening, paper.questions) if len(letters) > 20}

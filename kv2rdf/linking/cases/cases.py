"""Which cases a cluster of papers is about, and the identifiers each has."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import annex_id
from kv2rdf.linking.cases.clusters import Groups
from kv2rdf.model.paper import Paper

_RANKS = (re.compile(r"\d{4}Z\d{5}"), re.compile(r"2\d{9}"), re.compile(r"ah-(tk|ek)-\d{8}-\w+"))


class Case(Struct, frozen=True, kw_only=True):
    """One case: its highest identifier, all it has, those that are its alone, and its papers.

    ``shared`` are papers of another case that are about this one as well.
    """

    id: str
    identifiers: tuple[str, ...]
    aliases: tuple[str, ...]
    papers: tuple[Paper, ...]
    shared: tuple[Paper, ...] = ()


def rank(identifier: str) -> tuple[int, str]:
    """Sort identifiers: Z-number, question number, Aanhangsel number, the source's own id."""
    form = next((n for n, form in enumerate(_RANKS) if form.fullmatch(identifier)), len(_RANKS))
    return form, identifier


def cases(papers: Sequence[Paper]) -> tuple[Case, ...]:
    """Tell the cases that the papers of a cluster are about, sorted by identifier."""
    groups: Groups[str] = Groups()
    for paper in papers:
        for case in printed_cases(paper, papers):
            groups.join(case)
    members: dict[str, set[str]] = {}
    belonging: dict[str, list[Paper]] = {}
    for paper in papers:
        for case in printed_cases(paper, papers):
            root = groups.root(case[0])
            members.setdefault(root, set()).update(case)
            if paper not in belonging.setdefault(root, []):
                belonging[root].append(paper)
    shared: dict[str, list[Paper]] = {root: [] for root in members}
    for paper in papers:
        for root in dict.fromkeys(map(groups.root, paper.further_cases)):
            shared[root].append(paper)
    found = [
        replace(_case(members[root], belonging[root], belonging), shared=tuple(shared[root]))
        for root in members
    ]
    return tuple(sorted(found, key=lambda case: rank(case.id)))


def printed_cases(paper: Paper, papers: Sequence[Paper]) -> tuple[tuple[str, ...], ...]:
    """Give the cases a paper names; one that names none goes with its other prints, or alone."""
    if paper.cases:
        return paper.cases
    if annex := annex_id(paper):
        others = [p for p in papers if annex_id(p) == annex and p.cases]
        return tuple(case for p in others for case in p.cases) or ((annex,),)
    return ((paper.source.key,),)


def _case(identifiers: set[str], papers: list[Paper], all_: dict[str, list[Paper]]) -> Case:
    printed = identifiers | {annex for paper in papers if (annex := annex_id(paper))}
    own = {paper.source.key for paper in papers} - printed  # whatever a file is called: lowest
    elsewhere = {
        name
        for others in all_.values()
        if others is not papers
        for paper in others
        for name in (annex_id(paper), paper.source.key)
    }
    ordered = [*sorted(printed, key=rank), *sorted(own)]
    return Case(
        id=ordered[0],
        identifiers=tuple(ordered),
        aliases=tuple(name for name in ordered[1:] if name not in elsewhere),
        papers=tuple(papers),
    )

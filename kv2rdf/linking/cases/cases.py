"""Which cases a cluster of papers is about, and the identifiers each has."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kv2rdf.linking.cases.clusters import (
    Groups,
    annex_id,
    points_at,
)
from kv2rdf.linking.cases.similarity import (
    one_title,
    opening,
    openings,
    title_key,
)
from kv2rdf.model.paper import Paper, Remark

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


def certain(papers: Sequence[Paper]) -> list[Paper]:
    """Give the papers of a cluster without the case numbers that cannot be believed."""
    return [_certain(paper, papers) for paper in papers]


def _certain(paper: Paper, papers: Sequence[Paper]) -> Paper:
    """Take away a case number that a paper about other questions prints as well, or that differs
    from the one of the reply to these questions where no third paper prints either.

    One of the two is a misprint, and which is not known: the paper goes by its own number.
    """
    if not paper.cases or annex_id(paper) is None:
        return paper
    with_number = [p for p in papers if set(p.cases) & set(paper.cases)]
    replies = [p for p in papers if p.cases and p.cases != paper.cases and _replies(p, paper)]
    doubtful = any(not _agree(p, paper) for p in with_number) or (
        with_number == [paper]
        and any(sum(p.cases == reply.cases for p in papers) == 1 for reply in replies)
    )
    if not doubtful:
        return paper
    number = ", ".join(identifier for case in paper.cases for identifier in case)
    doubt = Remark(rule="zaaknummer-niet-eenduidig", place="Vraagnr_bij_indiening", text=number)
    return replace(paper, cases=(), remarks=(*paper.remarks, doubt))


def _replies(one: Paper, other: Paper) -> bool:
    """Tell whether a paper points at another that has the same title, day and questions."""
    return (
        points_at(one, other)
        and one_title(one, other)
        and bool(set(openings(one)) & set(openings(other)))
    )


def _agree(one: Paper, other: Paper) -> bool:
    """Tell whether two papers may be about one case: a question alike, or no other day or title."""
    if one is other or one.tabled is None or other.tabled is None:
        return True
    titles = {title_key(one), title_key(other)}
    if one.tabled == other.tabled and (len(titles) == 1 or None in titles):
        return True
    first, second = (set(map(opening, paper.questions)) for paper in (one, other))
    return not first or not second or bool(first & second)


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

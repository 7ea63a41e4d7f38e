"""The cases that a cluster of papers is about, and their identifiers."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from kv2rdf.linking.cases.case_keys import annex_id
from kv2rdf.linking.cases.union_find import UnionFind
from kv2rdf.model.paper import Paper

_FORMS = re.compile(r"(\d{4}Z\d{5})|(2\d{5,9})|(ah-(?:tk|ek)-\d{8}-\w+)")
"""The forms of identifiers, in order of rank. Keys of sources have none of these forms."""


class Case(Struct, frozen=True, kw_only=True):
    """One case of a cluster, with its papers.

    ``identifiers`` contains all identifiers of the case, in order of rank, and ``id`` is the first
    of them. ``numbers`` contains the printed identifiers, except those that also belong to another
    case of the cluster. ``numbers`` never contains the key of a source, which is made from the name
    of a file. ``aliases`` contains the numbers other than ``id``, and the doubtful numbers of the
    papers, any of which may be the number of this case. ``shared`` contains the papers that belong
    to another case but are also about this case.
    """

    id: str
    identifiers: tuple[str, ...]
    numbers: tuple[str, ...]
    aliases: tuple[str, ...]
    papers: tuple[Paper, ...]
    shared: tuple[Paper, ...] = ()

    @property
    def all_papers(self) -> tuple[Paper, ...]:
        """All papers about this case, including those that belong to another case."""
        return self.papers + self.shared


def identifier_rank(identifier: str) -> tuple[int, str]:
    """Return the sort key of an identifier.

    Identifiers are sorted in this order: Z-numbers, question numbers, numbers in the Aanhangsel,
    and keys of sources.
    """
    form = _FORMS.fullmatch(identifier)
    rank = form.lastindex if form else None
    return rank or _FORMS.groups + 1, identifier


def cases(papers: Sequence[Paper]) -> tuple[Case, ...]:
    """Return the cases that the papers of a cluster are about, sorted by identifier.

    If a paper contains several identifiers for a case, they all identify that case.
    """
    groups: UnionFind[str] = UnionFind()
    printed = [(paper, case) for paper in papers for case in printed_cases(paper, papers)]
    for _, case in printed:
        groups.join(case)
    identifiers: dict[str, set[str]] = {}
    papers_by_root: dict[str, list[Paper]] = {}
    for paper, case in printed:
        root = groups.root(case[0])
        identifiers.setdefault(root, set()).update(case)
        if paper not in papers_by_root.setdefault(root, []):
            papers_by_root[root].append(paper)
    shared: dict[str, list[Paper]] = {root: [] for root in identifiers}
    for paper in papers:
        for root in dict.fromkeys(map(groups.root, paper.further_cases)):
            shared[root].append(paper)
    found = []
    known = set().union(*identifiers.values())
    for root, own in papers_by_root.items():
        others = [p for other, ps in papers_by_root.items() if other != root for p in ps]
        doubtful = {number for paper in own for number in paper.doubtful_numbers} - known
        found.append(_case(identifiers[root], own, others, shared[root], sorted(doubtful)))
    return tuple(sorted(found, key=lambda case: identifier_rank(case.id)))


def printed_cases(paper: Paper, papers: Sequence[Paper]) -> tuple[tuple[str, ...], ...]:
    """Return the cases that a paper names, each as a tuple of identifiers.

    If a paper names no case, the cases of its other editions in ``papers`` are returned. If there
    are none, the cases of the question papers that name ``paper`` are returned. If there are none
    either, one new case is returned. It is identified by the number of ``paper`` in the Aanhangsel,
    or else by the first reply that ``paper`` names, or else by the key of its source.
    """
    if paper.cases:
        return paper.cases
    if annex := annex_id(paper):
        others = [p for p in papers if annex_id(p) == annex and p.cases] or [
            p for p in papers if annex in p.named_replies and p.cases
        ]
        return tuple(case for p in others for case in p.cases) or ((annex,),)
    return ((next(iter(paper.named_replies), paper.source.key),),)


def _case(
    identifiers: set[str],
    papers: Sequence[Paper],
    others: Iterable[Paper],
    shared: Iterable[Paper],
    doubtful: Iterable[str],
) -> Case:
    """Return a case with these identifiers and papers.

    ``others`` contains the papers of other cases, and ``doubtful`` contains the doubtful numbers of
    this case.
    """
    printed = identifiers.union(*map(_annex_ids, papers))
    # A file may have any name, even one in the form of a Z-number, so file names always come last.
    files = [paper.source for paper in papers if paper.source.traits.has_text]
    file_names = {source.key for source in files} - printed
    ordered = [*sorted(printed, key=identifier_rank), *sorted(file_names)]
    in_papers = {number for paper in papers for case in paper.cases for number in case}
    own = in_papers.union(*map(_annex_ids, papers)).difference(*map(_annex_ids, others))
    numbers = tuple(name for name in ordered if name in own)
    return Case(
        id=ordered[0],
        identifiers=tuple(ordered),
        numbers=numbers,
        aliases=(*(number for number in numbers if number != ordered[0]), *doubtful),
        papers=tuple(papers),
        shared=tuple(shared),
    )


def _annex_ids(paper: Paper) -> tuple[str, ...]:
    """Return the Aanhangsel identifier of a paper, and those of the replies that it names.

    These identifiers also identify the case of the paper.
    """
    return tuple(filter(None, (annex_id(paper), *paper.named_replies)))

"""Case numbers that cannot be believed, because papers about other questions print them too."""

from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import annex_id, points_at
from kv2rdf.linking.cases.similarity import one_title, opening, openings, title_key
from kv2rdf.model.paper import Paper, Remark


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

"""Papers that are about a further case: one letter may ask for time for questions of several.

The Aanhangsel may print such a letter once, with the questions of one case and behind them those of
the others; or it names the others by their numbers. The same holds for an answer to several sets.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import is_latest, named_cases, points_at
from kv2rdf.linking.cases.cases import printed_cases
from kv2rdf.linking.cases.similarity import alike, letters, one_title, opening, openings
from kv2rdf.linking.text import notices
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper, Remark

_ANSWERS = (PaperKind.ANSWER, PaperKind.FURTHER_ANSWER)


def with_further_cases(papers: Sequence[Paper]) -> list[Paper]:
    """Give the papers of a cluster, those about further cases with these and how they were found.

    A print that a later edition replaced is about no more than it says.
    """
    numbers = [[n for case in printed_cases(p, papers) for n in case] for p in papers]
    done = []
    for paper, own in zip(papers, numbers, strict=True):
        further: dict[str, str] = {}
        if is_latest(paper, papers):
            for other, others in zip(papers, numbers, strict=True):
                if not set(own) & set(others) and (rule := _rule(paper, other, papers)):
                    further.setdefault(others[0], rule)
        told = (Remark(rule=rule, place="zaak", text=case) for case, rule in further.items())
        done.append(replace(paper, further_cases=tuple(further), remarks=(*paper.remarks, *told)))
    return done


def _rule(paper: Paper, other: Paper, papers: Sequence[Paper]) -> str | None:
    """Tell by what rule a paper is about the case of another as well; None: by none."""
    related = points_at(paper, other) or points_at(other, paper) or one_title(paper, other)
    if related and _prints_behind_its_own(paper, other):
        rule = "zaak-volgens-volgende-reeks"
    elif _names(paper, other, papers):
        rule = "zaak-volgens-genoemd-nummer"
    else:
        return None
    return rule


def _prints_behind_its_own(paper: Paper, other: Paper) -> bool:
    """Tell whether a question of another paper stands behind the paper's own."""
    behind = [opening(part) for part in paper.questions if part.series > 1]
    explained = letters(paper.explanation.text) if paper.explanation else ""
    return any(
        question in explained or any(alike(question, printed) for printed in behind)
        for question in openings(other)
    )


def _names(paper: Paper, other: Paper, papers: Sequence[Paper]) -> bool:
    """Tell whether a notice is also about the questions of a later answer, whose number it names.

    It names its own number as well, and who asks those questions. They have no notice of their own:
    mostly the Aanhangsel prints such a letter once more with them. One that says what is answered
    together may name questions that are not late.
    """
    if paper.notice is None or other.kind not in _ANSWERS or not (paper.cases and other.cases):
        return False
    if paper.dated is None or other.dated is None or other.dated <= paper.dated:
        return False
    words = letters(paper.notice.text)
    return (
        _numbers(paper) | _numbers(other) <= set(named_cases(paper))
        and not notices.says_together(paper.notice.text)
        and not any(p.notice and _numbers(p) & _numbers(other) for p in papers)
        and all(letters((asker.name or "").rpartition(" ")[2]) in words for asker in other.askers)
    )


def _numbers(paper: Paper) -> set[str]:
    return {number for case in paper.cases for number in case}

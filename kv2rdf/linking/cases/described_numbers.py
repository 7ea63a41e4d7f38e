"""The comparison of case numbers in a paper with those in a description of the paper.

For example, a paper from 2008 contains a ten-digit number, while its metadata or the record of its
case may contain a Z-number.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import annex_id
from kv2rdf.linking.cases.cases import identifier_rank
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.rules import FindingRule


def with_described_numbers(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers of a cluster, with corrected case numbers in the papers without text.

    A paper without text is a description of the paper with the same number in the Aanhangsel. If
    each of the two contains one case number, and these numbers have different forms, both are
    numbers of one case. If the two contain different numbers of the same form, the printed number
    is used, and the number in the description is removed and quoted in a remark.
    """
    return [_settled(paper, papers) for paper in papers]


def _settled(paper: Paper, papers: Sequence[Paper]) -> Paper:
    if paper.source.traits.has_text or not paper.cases or annex_id(paper) is None:
        return paper
    printed = {
        case
        for other in papers
        if other.source.traits.has_text and annex_id(other) == annex_id(paper)
        for case in other.cases
    }
    numbers, described = ({n for case in cases for n in case} for cases in (printed, paper.cases))
    if not numbers or numbers & described:
        return paper
    forms, other_forms = ({identifier_rank(n)[0] for n in found} for found in (numbers, described))
    if forms & other_forms:
        doubtful = tuple(sorted(described))
        rule = FindingRule.CASE_NUMBER_NOT_CERTAIN
        doubt = Remark(rule=rule, location="vraagnummer", text=", ".join(doubtful))
        remarks = (*paper.remarks, doubt)
        return replace(paper, cases=(), doubtful_numbers=doubtful, remarks=remarks)
    if len(printed) == len(paper.cases) == 1:
        both = tuple(sorted(numbers | described, key=identifier_rank))
        return replace(paper, cases=(both,))
    return paper

"""The keys that are used to find the papers about one case."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from kv2rdf.linking.cases.similarity import question_keys, title_key
from kv2rdf.linking.cases.two_numbers import subject_key
from kv2rdf.linking.citations.papers import annex_numbers
from kv2rdf.linking.citations.see_also import see_also_ids
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import AnnexNumber, Paper

_QUESTION_NUMBER = re.compile(r"(?<!\d)2\d{9}(?!\d)|(?<!\w)\d{4}Z\d{5}(?!\w)")


def annex_id(paper: Paper) -> str | None:
    """Return the Aanhangsel identifier of a paper, such as ``ah-tk-20042005-1262``, or None."""
    return paper.annex_number.identifier(paper.chamber) if paper.annex_number else None


def referenced_annex_ids(paper: Paper) -> tuple[str, ...]:
    """Return the Aanhangsel identifiers of the papers to which a reply refers, in order.

    The references are in the heading of the reply ("zie ook") and in the text of a notice. Each
    identifier is listed once.
    """
    return tuple(_referenced_annex_ids(*_references_of(paper)))


def has_reference_to(paper: Paper, other: Paper) -> bool:
    """Whether ``paper`` refers to ``other`` by the number of ``other`` in the Aanhangsel."""
    return annex_id(other) in _referenced_annex_ids(*_references_of(paper))


def _references_of(paper: Paper) -> tuple[tuple[str, ...], Chamber, AnnexNumber | None, str]:
    text = paper.notice.text if paper.notice else ""
    return paper.see_also, paper.chamber, paper.annex_number, text


@lru_cache(maxsize=1 << 10)
def _referenced_annex_ids(
    see_also: tuple[str, ...], chamber: Chamber, own: AnnexNumber | None, notice: str
) -> Mapping[str, None]:
    """Return the identifiers of the papers that a paper with these fields refers to, in order, as
    the keys of a dict.
    """
    heading = see_also_ids(see_also, chamber, own)
    in_text = (number.identifier(chamber) for number in annex_numbers(notice))
    return dict.fromkeys((*filter(None, heading), *in_text))


class LatestEditions:
    """The latest edition, among the given papers, of each paper in the Aanhangsel."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        """Take these papers. Their editions are compared when they are first asked for."""
        self._papers = tuple(papers)

    @cached_property
    def _editions(self) -> Mapping[tuple[str | None, bool], int]:
        """The latest edition of each paper, and its latest edition that has a text."""
        editions: dict[tuple[str | None, bool], int] = {}
        for paper in self._papers:
            number = annex_id(paper)
            for is_with_text in {False, paper.source.traits.has_text}:
                latest = editions.get((number, is_with_text), paper.edition)
                editions[number, is_with_text] = max(latest, paper.edition)
        return editions

    def is_latest(self, paper: Paper) -> bool:
        """Whether none of the papers is a later edition of ``paper``, which is one of them.

        If this paper has a text, later editions without text are ignored.
        """
        return self._editions[annex_id(paper), paper.source.traits.has_text] <= paper.edition


def cited_question_numbers(paper: Paper) -> tuple[str, ...]:
    """Return the case numbers that the text of a notice cites, without duplicates."""
    return _question_numbers(paper.notice.text) if paper.notice else ()


@lru_cache(maxsize=1 << 10)
def _question_numbers(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_QUESTION_NUMBER.findall(text)))


def case_keys(paper: Paper) -> tuple[str, ...]:
    """Return the keys of a paper. Papers that share a key may be about the same case.

    The keys are:

    - the case numbers in the paper, and those that it cites if it is a notice;
    - its number in the Aanhangsel, the numbers of the replies that it names, and the numbers to
      which it refers;
    - its title, its questions and its subject, each with the date of tabling.

    If a paper has none of these, its only key is the key of its source. Raises LimitError if it
    refers to too many papers.
    """
    case_numbers = [identifier for case in paper.cases for identifier in case]
    own = filter(None, (annex_id(paper), title_key(paper), subject_key(paper)))
    named = (*paper.named_replies, *referenced_annex_ids(paper))
    referenced = (*named, *cited_question_numbers(paper))
    keys = (*case_numbers, *own, *question_keys(paper), *referenced)
    return tuple(dict.fromkeys(keys)) or (paper.source.key,)

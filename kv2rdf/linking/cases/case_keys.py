"""The keys of a paper: what it shares with the papers that belong to the same case."""

import re
from collections.abc import Sequence

from kv2rdf.linking.cases.similarity import question_keys, title_key
from kv2rdf.linking.citations import papers as cited
from kv2rdf.linking.citations import see_also
from kv2rdf.model.paper import Paper

_QUESTION_NUMBER = re.compile(r"(?<!\d)2\d{9}(?!\d)")


def annex_id(paper: Paper) -> str | None:
    """Give the identifier of a paper in the Aanhangsel, such as ``ah-tk-20042005-1262``."""
    return paper.annex_number.within(paper.chamber) if paper.annex_number else None


def seen_also(paper: Paper) -> tuple[str, ...]:
    """Give the papers that a reply points back at, by their identifiers in the Aanhangsel.

    They are those in its heading, and those that the text of a notice names.
    """
    papers = see_also.named(paper.see_also, paper.chamber, paper.annex_number)
    text = paper.notice.text if paper.notice else ""
    named = (number.within(paper.chamber) for number in cited.annex_numbers(text))
    return tuple(dict.fromkeys((*filter(None, papers), *named)))


def points_at(one: Paper, other: Paper) -> bool:
    """Tell whether a paper points back at another."""
    return annex_id(other) in seen_also(one)


def is_latest(paper: Paper, papers: Sequence[Paper]) -> bool:
    """Tell whether no later edition among some papers replaced this print."""
    prints = (other for other in papers if annex_id(other) == annex_id(paper))
    return all(other.edition <= paper.edition for other in prints)


def named_cases(paper: Paper) -> tuple[str, ...]:
    """Give the question numbers that the text of a notice names."""
    found = _QUESTION_NUMBER.findall(paper.notice.text) if paper.notice else ()
    return tuple(dict.fromkeys(found))


def case_keys(paper: Paper) -> tuple[str, ...]:
    """Give the keys by which a paper may belong together with others.

    They are its cases and those it names, its own number and those it points back at, and its
    title and its questions with the day of tabling. A paper that has none is known by the id of its
    source.
    """
    identifiers = [identifier for case in paper.cases for identifier in case]
    annex = annex_id(paper)
    own = filter(None, (annex, title_key(paper)))
    elsewhere = (*seen_also(paper), *named_cases(paper))
    keys = (*identifiers, *own, *question_keys(paper), *elsewhere)
    return tuple(dict.fromkeys(keys)) or (paper.source.key,)

"""What papers say beside their texts: title, topics, abstract, who takes part.

Of several papers of one case one stands; what another has otherwise is kept as a finding.
"""

from collections.abc import Iterable
from typing import TypeAlias

from kv2rdf.linking.documents.precedence import without_blanks
from kv2rdf.model.document import Finding
from kv2rdf.model.paper import Mention, Paper, Source

Field: TypeAlias = tuple[Source, str, tuple[str, ...]]
"""A source, what it tells, and the words it has."""


def of_questions(paper: Paper, *, titled: bool) -> list[Field]:
    """Give what a paper tells of its questions; its title where that is theirs (``titled``)."""
    told = [("titel", title) for title in titles(paper) if titled]
    told += [("onderwerpen", line) for line in paper.topic_lines]
    told += [("samenvatting", paper.abstract)] if paper.abstract else []
    return [(paper.source, what, (words,)) for what, words in told]


def of_reply(paper: Paper) -> list[Field]:
    """Give what a paper tells of its reply."""
    told: list[Field] = [(paper.source, "titel", (title,)) for title in titles(paper)]
    told += [(paper.source, "zie ook", (words,)) for words in paper.see_also]
    return [*told, (paper.source, "antwoordgevers", officers(paper))]


def titles(paper: Paper) -> tuple[str, ...]:
    """Give the title of a paper, if it has one."""
    return (paper.title,) if paper.title else ()


def officers(paper: Paper) -> tuple[str, ...]:
    """Give who replies, and on whose behalf: names and offices, each once."""
    words = (w for m in (*paper.answerers, *paper.on_behalf_of) for w in (m.printed, m.office))
    return tuple(dict.fromkeys(word for word in words if word))


def members(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Give names and parties, in their order."""
    return tuple(words for m in mentions for words in (m.printed, m.party) if words)


def set_aside(stands: Iterable[str], others: Iterable[Field]) -> list[Finding]:
    """Tell of what is said otherwise than by the paper that stands, white space aside."""
    said = set(map(without_blanks, stands))
    return [
        Finding(rule="tekst-terzijde", source=source, place=what, text=" | ".join(words))
        for source, what, words in others
        if not said.issuperset(map(without_blanks, words))
    ]

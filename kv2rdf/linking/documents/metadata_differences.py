"""Differences between the metadata of papers: titles, dates, topics, abstracts and names.

Each metadata field of a document is published as it is in one paper. A different value in another
paper is quoted in a finding.
"""

from collections.abc import Iterable
from typing import NamedTuple

from kv2rdf.linking.documents.precedence import without_whitespace
from kv2rdf.model.document import Finding
from kv2rdf.model.paper import Mention, Paper, Source
from kv2rdf.model.rules import FindingRule


class MetadataField(NamedTuple):
    """A metadata field: the source of its paper, its name in findings, and its words."""

    source: Source
    name: str
    words: tuple[str, ...]


def question_metadata(paper: Paper, *, has_own_title: bool) -> list[MetadataField]:
    """Return the metadata fields of a paper that describe its questions.

    ``has_own_title`` is true if the title of the paper is the title of the questions.
    """
    titles = (*paper_titles(paper), paper.short_title or "") if has_own_title else ()
    fields = [("titel", title) for title in titles if title]
    fields += [("ingediend", paper.tabled.isoformat())] if paper.tabled else []
    fields += [("onderwerpen", line) for line in paper.topic_lines]
    fields += [("samenvatting", paper.abstract)] if paper.abstract else []
    return [MetadataField(paper.source, name, (words,)) for name, words in fields]


def reply_metadata(paper: Paper, *, has_comparable_day: bool) -> list[MetadataField]:
    """Return the metadata fields of a paper that describe its reply.

    If ``has_comparable_day`` is true, the date is included, so that it is compared with the
    published date. This is not done for papers of the same form of publication.
    """
    fields = [("titel", (title,)) for title in paper_titles(paper)]
    fields += [("zie ook", (words,)) for words in paper.see_also]
    if paper.dated and has_comparable_day:
        fields.append(("beantwoord", (paper.dated.isoformat(),)))
    return [
        *(MetadataField(paper.source, name, words) for name, words in fields),
        MetadataField(paper.source, "antwoordgevers", officer_names(paper)),
    ]


def paper_titles(paper: Paper) -> tuple[str, ...]:
    """Return a tuple with the title of a paper, or an empty tuple if it has none."""
    return (paper.title,) if paper.title else ()


def officer_names(paper: Paper) -> tuple[str, ...]:
    """Return the names and offices of those who reply, or on whose behalf the reply is given.

    There are no duplicates.
    """
    mentions = (*paper.answerers, *paper.on_behalf_of)
    words = (word for mention in mentions for word in (mention.printed, mention.whole_office))
    return tuple(dict.fromkeys(word for word in words if word))


def names_and_parties(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Return the printed names and parties of ``mentions``, in order."""
    return tuple(words for m in mentions for words in (m.printed, m.party) if words)


def report_metadata_differences(
    published: Iterable[str], fields: Iterable[MetadataField]
) -> list[Finding]:
    """Return a finding for each field of which a string in ``words`` is not in ``published``.

    Strings are compared as a whole, without their white space.
    """
    words = set(published)
    different = [field for field in fields if not words.issuperset(field.words)]
    if not different:  # This is usual, and saves the removal of white space from long texts.
        return []
    known = set(map(without_whitespace, words))
    return [
        Finding(
            rule=FindingRule.TEXT_SET_ASIDE,
            source=field.source,
            location=field.name,
            text=" | ".join(field.words),
        )
        for field in different
        if not known.issuperset(map(without_whitespace, field.words))
    ]

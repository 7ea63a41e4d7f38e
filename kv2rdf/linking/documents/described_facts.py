"""The addition of facts from other sources to a document."""

from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.model.document import Finding
from kv2rdf.model.paper import Paper
from kv2rdf.model.rules import FindingRule


def is_of_another_form(other: Paper, paper: Paper) -> bool:
    """Whether ``other`` comes from a different form of publication than ``paper``, or has no text.

    A fact that is only in such a paper is published. Facts are not taken from another paper of the
    same form, because a misread number may have linked papers about different questions.
    """
    traits = other.source.traits
    return not traits.has_text or traits.rank != paper.source.traits.rank


def with_described_facts(paper: Paper, others: Sequence[Paper]) -> Paper:
    """Return the published paper of a reply, with missing facts added from other papers.

    If ``paper`` lacks the title, the date or the persons who reply, they are taken from those of
    ``others`` that come from another form of publication or have no text.
    """
    described = [other for other in others if is_of_another_form(other, paper)]
    if not described:
        return paper
    answerers = paper.answerers
    if not answerers and not paper.on_behalf_of:
        answerers = next((other.answerers for other in described if other.answerers), ())
    return replace(
        paper,
        title=paper.title or next((p.title for p in described if p.title), None),
        dated=paper.dated or next((p.dated for p in described if p.dated), None),
        answerers=answerers,
    )


def described_answerers(published: Paper, papers: Sequence[Paper]) -> list[Finding]:
    """Return a finding if the names of those who reply were taken from a source without text.

    ``papers`` contains all papers of the reply, in order of precedence.
    """
    if not published.answerers:
        return []
    source = next(p.source for p in papers if p.answerers or p.on_behalf_of)
    if source.traits.has_text:
        return []
    rule = FindingRule.ANSWERER_AS_STATED_BY_RECORD
    return [Finding(rule=rule, source=source, location="antwoordgevers")]


def contradicting_kinds(paper: Paper, others: Sequence[Paper]) -> list[Finding]:
    """Return a finding for each source without text that states a different kind for a reply."""
    return [
        Finding(
            rule=FindingRule.KIND_NOT_CERTAIN,
            source=other.source,
            location="soort",
            text=other.kind,
        )
        for other in others
        if other.kind is not paper.kind and not other.source.traits.has_text
    ]

"""Findings about documents for which no source names an asker, an addressee or an answerer.

A finding is made only if documents of that kind usually contain such a name. For example, lists of
papers never name the answerers, and papers before 1998 do not name the addressees.
"""

from collections.abc import Iterable, Sequence

from kv2rdf.model.addressee_days import FIRST_DAYS_WITH_ADDRESSEES
from kv2rdf.model.document import CaseDocument, Finding
from kv2rdf.model.paper import Mention, Paper, Source
from kv2rdf.model.rules import FindingRule


def missing_askers(askers: Sequence[Mention], papers: Iterable[Paper]) -> list[Finding]:
    """Return a finding if the papers of a case name no asker. Otherwise, return an empty list.

    ``askers`` contains the published askers. ``papers`` must be in order of precedence.
    """
    sources = [paper.source for paper in papers]
    return [] if askers else _finding(FindingRule.ASKER_MISSING, sources, "indieners")


def missing_addressees(
    document: CaseDocument, addressees: Sequence[Mention], papers: Iterable[Paper]
) -> list[Finding]:
    """Return a finding if the papers of a case name no addressee. Otherwise, return an empty list.

    ``document`` is the question document of the case, and ``addressees`` contains the published
    addressees. ``papers`` must be in order of precedence. No finding is returned if the date of
    tabling is unknown, if papers of that date do not name addressees, or if all sources are of
    kinds that never name them.
    """
    first = FIRST_DAYS_WITH_ADDRESSEES[document.chamber]
    if addressees or document.dated is None or document.dated < first:
        return []
    sources = [paper.source for paper in papers if paper.source.traits.has_addressees]
    return _finding(FindingRule.ADDRESSEE_MISSING, sources, "geadresseerden")


def missing_answerers(document: CaseDocument, answerers: Sequence[Mention]) -> list[Finding]:
    """Return a finding if no source of an answer document names an answerer.

    ``answerers`` contains the published answerers. No finding is returned if all sources are of
    kinds that never name them.
    """
    sources = [source for source in document.sources if source.traits.has_answerers]
    return [] if answerers else _finding(FindingRule.ANSWERER_MISSING, sources, "antwoordgevers")


def _finding(rule: FindingRule, sources: Sequence[Source], location: str) -> list[Finding]:
    """Return a finding about the first source, or an empty list if there are no sources."""
    return [Finding(rule=rule, source=source, location=location) for source in sources[:1]]

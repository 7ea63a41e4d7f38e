"""Findings about documents for which no source says who asked, was asked, or answered.

Such a finding is made only if documents of this kind usually state it. What a source never states
is not a gap: a list of papers does not say who answered, and papers before 1998 do not say who was
asked.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from kv2rdf.model.document import CaseDocument, Finding
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention, Paper, Source
from kv2rdf.model.rules import FindingRule

_FIRST_DAYS_WITH_ADDRESSEES = {Chamber.TK: date(1998, 9, 15), Chamber.EK: date(2000, 9, 19)}
"""The days from which papers name the addressees of questions that were tabled on or after them.

They are the first days of a session. In the KVR archive, an addressee is named in 1% of the 10,564
papers of the Tweede Kamer that were tabled before that day, and in 99.5% of the 16,623 later ones.
In the Eerste Kamer, it is named in 5% of the 510 earlier papers, and in 75% of the 146 later ones.
"""


def missing_askers(askers: Sequence[Mention], papers: Iterable[Paper]) -> list[Finding]:
    """Return a finding if ``papers``, which are those of a case, name no asker.

    ``askers`` are the published askers. ``papers`` must be in order of precedence.
    """
    sources = [paper.source for paper in papers]
    return [] if askers else _finding(FindingRule.ASKER_MISSING, sources, "indieners")


def missing_addressees(
    document: CaseDocument, addressees: Sequence[Mention], papers: Iterable[Paper]
) -> list[Finding]:
    """Return a finding if ``papers``, which are those of a case, name no addressee.

    ``document`` is the question document of the case, and ``addressees`` are those published.
    ``papers`` must be in order of precedence. There is no finding if the questions were tabled on
    an unknown day, or when papers did not name addressees yet, or if no source would name them.
    """
    first = _FIRST_DAYS_WITH_ADDRESSEES[document.chamber]
    if addressees or document.dated is None or document.dated < first:
        return []
    sources = [paper.source for paper in papers if paper.source.traits.has_addressees]
    return _finding(FindingRule.ADDRESSEE_MISSING, sources, "geadresseerden")


def missing_answerers(document: CaseDocument, answerers: Sequence[Mention]) -> list[Finding]:
    """Return a finding if no source of an answer document says who answered.

    ``answerers`` are those published. There is no finding if no source would name them.
    """
    sources = [source for source in document.sources if source.traits.has_answerers]
    return [] if answerers else _finding(FindingRule.ANSWERER_MISSING, sources, "antwoordgevers")


def _finding(rule: FindingRule, sources: Sequence[Source], location: str) -> list[Finding]:
    """Return a finding about the first source, or no finding if there are no sources."""
    return [Finding(rule=rule, source=source, location=location) for source in sources[:1]]

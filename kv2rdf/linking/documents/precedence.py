"""Which paper's version is published if several papers print one text.

A source with the text comes before one without it, a later edition before an earlier one, a source
of a lower rank before one of a higher rank (``SourceTraits``), a paper before its provisional
version, and the question paper before a paper that reprints its questions. Of the versions of a
record, the one that was changed last comes first. If all these are equal, the lowest
document id decides. A text that is not published is kept whole in a finding. If a version is an
exact copy of the published one, apart from white space, the finding contains no text.
"""

from collections.abc import Mapping, Sequence

from kv2rdf.linking.documents.printed_version import PrintedVersion
from kv2rdf.model.document import Finding, PartReference
from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Paper
from kv2rdf.model.rules import FindingRule


def precedence(paper: Paper) -> tuple[bool, int, int, bool, bool, float, str]:
    """Return the sort key of a paper. If several papers print one text, the lowest is published."""
    is_reprint = paper.kind is not PaperKind.QUESTIONS
    traits = paper.source.traits
    changed = paper.record.changed if paper.record else None
    age = -changed.timestamp() if changed else 0.0
    edition = (not traits.has_text, -paper.edition, traits.rank, paper.is_provisional)
    return (*edition, is_reprint, age, paper.source.id)


def preferred_paper(papers: Sequence[Paper]) -> Paper:
    """Return the paper whose version of a text is published."""
    return min(papers, key=precedence)


def report_differences(kept: PrintedVersion, others: Sequence[PrintedVersion]) -> list[Finding]:
    """Return the findings on the versions of a document that are not published.

    ``kept`` is the published version. Each text of another version gets a finding if it
    differs from the published text. A version whose texts are all the same gets one finding, as an
    exact copy. A version without texts gets none.
    """
    if not others:
        return []
    published = kept.texts
    return [finding for other in others for finding in _differences(other, kept, published)]


def _differences(
    version: PrintedVersion,
    kept: PrintedVersion,
    published: Mapping[tuple[PartKind, str], str],
) -> list[Finding]:
    texts = version.texts
    different = {
        part: text
        for part, text in texts.items()
        if part not in published or without_whitespace(published[part]) != without_whitespace(text)
    }
    if texts and not different:
        return [
            Finding(rule=FindingRule.EXACT_COPY, source=version.source, location=version.location)
        ]
    return [
        Finding(
            rule=FindingRule.TEXT_SET_ASIDE,
            source=version.source,
            location=f"{version.location}: {kind.value} {key}".rstrip(),
            concerns=PartReference(kind=kind, key=kept.key(kind, key))
            if (kind, key) in published
            else None,
            text=text,
        )
        for (kind, key), text in different.items()
    ]


def without_whitespace(text: str) -> str:
    """Return a text without its white space, to compare it with another."""
    return "".join(text.split())

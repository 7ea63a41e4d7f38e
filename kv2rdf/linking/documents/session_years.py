"""The session of a case, according to its papers and to their metadata."""

from collections.abc import Iterable

from kv2rdf.linking.documents.metadata_differences import MetadataField
from kv2rdf.model.paper import Paper


def earliest_session(papers: Iterable[Paper]) -> str | None:
    """Return the earliest session in the papers of a case, or None if there is none."""
    return min((paper.session_year for paper in papers if paper.session_year), default=None)


def described_sessions(papers: Iterable[Paper]) -> list[MetadataField]:
    """Return the session in each source without text, unless it is part of the Aanhangsel number.

    A reply may belong to a later session than the questions. The number of the reply then contains
    that session.
    """
    return [
        MetadataField(paper.source, "vergaderjaar", (paper.session_year,))
        for paper in papers
        if paper.session_year
        and not paper.source.traits.has_text
        and not (paper.annex_number and paper.annex_number.session_year == paper.session_year)
    ]

"""The figure of completeness: the numbers of known papers and of papers with text.

It is read from the data cube of completeness.
"""

from collections.abc import Mapping

from kv2rdf.query.open_release import Release
from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.pages.aanhangsel_numbers import missing_numbers
from kv2rdf.server.pages.figures.figure import (
    Figure,
    FigureName,
    FigureRow,
    FigureValue,
    ResultTable,
    Share,
)

_QUERY = """\
SELECT ?session ?year ?chamber ?chamber_en ?kind ?kind_en
  (SUM(IF(?presence = c:stukken-bekend, ?number, 0)) AS ?known)
  (SUM(IF(?presence = c:stukken-in-de-dataset, ?number, 0)) AS ?held)
  (SUM(IF(?presence = c:stukken-met-tekst, ?number, 0)) AS ?text)
WHERE {
  ?row kv:presenceCounted ?presence ; kv:count ?number ; kv:sessionCounted ?session ;
    kv:year ?year ; kv:chamberCounted ?inChamber ; kv:paperKindCounted ?ofKind .
  ?inChamber skos:prefLabel ?chamber , ?chamber_en .
  ?ofKind skos:prefLabel ?kind , ?kind_en .
  FILTER(LANG(?chamber) = "nl" && LANG(?chamber_en) = "en")
  FILTER(LANG(?kind) = "nl" && LANG(?kind_en) = "en")
}
GROUP BY ?session ?year ?chamber ?chamber_en ?kind ?kind_en
ORDER BY (?session = "") ?session ?year DESC(?chamber) DESC(?kind)
"""


def _completeness(rows: ResultTable) -> tuple[FigureRow, ...]:
    """Return a row for each session, chamber and kind of paper.

    If the session of papers is not known, the row contains their calendar year, if that is known.
    If every known paper is in the release, no list of identifiers names any other paper. No share
    is then given, because it would say nothing about papers that are missing.
    """
    has_list = any(int(known) > int(held) for *_, known, held, _ in rows)
    return tuple(
        (
            FigureName(session.replace("-", "–")) if session else None,
            FigureName(year),
            FigureName(chamber, chamber_en),
            FigureName(kind, kind_en),
            Share(int(text), int(known)) if has_list else None,
            int(text),
            int(held),
            int(known),
        )
        for session, year, chamber, chamber_en, kind, kind_en, known, held, text in rows
    )


def _missing_papers(release: Release, words: PageWords) -> str:
    """Return the sentence that counts the missing numbers of the Aanhangsel."""
    return words.counted("missing_numbers", missing_numbers(release))


def _all_papers(rows: tuple[FigureRow, ...]) -> Mapping[str, FigureValue] | None:
    """Return the share of known papers whose text is in the release, or None if it is not given."""
    shares = [row[4] for row in rows if isinstance(row[4], Share)]
    known = sum(share.whole for share in shares)
    return {"value": Share(sum(share.part for share in shares), known)} if known else None


COMPLETENESS = Figure(
    name="volledigheid",
    columns=(
        "session",
        "calendar_year",
        "chamber",
        "paper_kind",
        "text_share",
        "text",
        "held",
        "known",
    ),
    query=_QUERY,
    table=_completeness,
    finding=_all_papers,
    bar="text_share",
    remark=_missing_papers,
)
"""The figure of completeness."""

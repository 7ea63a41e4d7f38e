"""Figures about questions: the ministries to which they are addressed, and their length."""

from collections import defaultdict
from contextlib import closing

from kv2rdf.query.open_release import Release
from kv2rdf.query.text_search import TextIndex
from kv2rdf.server.pages.addressee_counts import addressee_remark
from kv2rdf.server.pages.figures.answer_figures import quantile
from kv2rdf.server.pages.figures.cube_figures import in_order_of_years, known_year
from kv2rdf.server.pages.figures.figure import (
    Figure,
    FigureName,
    FigureRow,
    ResultTable,
)
from kv2rdf.server.pages.figures.findings import first_and_last, highest

_ADDRESSEES = """\
SELECT ?year ?ministry ?label (COUNT(DISTINCT ?case) AS ?cases) WHERE {
  { SELECT ?asked WHERE { ?asked eli-dl:participation_role c:geadresseerde } }
  { SELECT ?asked ?ministry WHERE { ?asked eli-dl:had_participant_organization ?ministry } }
  { SELECT ?tabling ?asked WHERE { ?tabling eli-dl:had_participation ?asked } }
  { SELECT ?case ?tabling WHERE { ?case eli-dl:consists_of ?tabling } }
  OPTIONAL { SELECT ?case (YEAR(?day) AS ?year) WHERE { ?case dct:dateSubmitted ?day } }
  ?ministry skos:prefLabel ?label FILTER(LANG(?label) = "nl")
}
GROUP BY ?year ?ministry ?label
ORDER BY ?year DESC(?cases) ?label
"""
_LENGTHS = """\
SELECT ?year ?characters (COUNT(?question) AS ?questions) WHERE {
  { SELECT ?question WHERE { ?question a kv:Question } }
  { SELECT ?question ?text WHERE { ?question kv:text ?text } }
  OPTIONAL { SELECT ?question ?joined WHERE { ?question kv:joinedText ?joined } }
  BIND(STRLEN(COALESCE(?joined, ?text)) AS ?characters)
  { SELECT ?question ?case WHERE { ?question kv:concernsDossier ?case } }
  OPTIONAL { SELECT ?case (YEAR(?day) AS ?year) WHERE { ?case dct:dateSubmitted ?day } }
}
GROUP BY ?year ?characters
ORDER BY ?year ?characters
"""


def _by_ministry(rows: ResultTable) -> tuple[FigureRow, ...]:
    return tuple(
        (known_year(year), FigureName(label, address=ministry), int(cases))
        for year, ministry, label, cases in rows
    )


def _read_lengths(release: Release) -> ResultTable:
    """Return the same table as the query ``_LENGTHS``.

    This takes a quarter of the time that the query takes, and does not delay searches.
    """
    with closing(TextIndex.open(release.files.text_index)) as index:
        return index.question_lengths()


def _quartiles(rows: ResultTable) -> tuple[FigureRow, ...]:
    """Return a row for each year, with the three quartiles of the lengths of its questions."""
    lengths: dict[int | None, dict[int, int]] = defaultdict(dict)
    for year, characters, questions in rows:
        lengths[known_year(year)][int(characters)] = int(questions)
    return in_order_of_years(
        (year, *(quantile(found, share) for share in (0.25, 0.5, 0.75)), sum(found.values()))
        for year, found in lengths.items()
    )


QUESTION_FIGURES = (
    Figure(
        name="aan-wie",
        columns=("year", "ministry", "cases"),
        query=_ADDRESSEES,
        table=_by_ministry,
        finding=highest(1),
        bar="cases",
        is_by_year=True,
        remark=addressee_remark,
    ),
    Figure(
        name="lengte",
        columns=("year", "first_quartile", "median", "third_quartile", "questions"),
        query=_LENGTHS,
        read=_read_lengths,
        table=_quartiles,
        finding=first_and_last(2, 4),
        quartiles=("first_quartile", "median", "third_quartile"),
        measures=("first_quartile", "median", "third_quartile"),
        measured_over="questions",
    ),
)
"""The figures about questions and their addressees."""

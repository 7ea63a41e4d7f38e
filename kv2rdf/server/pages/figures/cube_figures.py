"""Figures whose numbers come from the statistics of the release."""

import sys
from collections.abc import Iterable

from kv2rdf.server.pages.figures.figure import (
    Figure,
    FigureName,
    FigureRow,
    FigureValue,
    ResultTable,
)
from kv2rdf.server.pages.figures.findings import highest

_BY_YEAR = """\
SELECT ?year ?cases ?questions WHERE {
  ?table dct:identifier "jaar" ; a qb:DataSet .
  ?row qb:dataSet ?table ; kv:year ?year ; kv:caseCount ?cases ; kv:questionCount ?questions .
}
ORDER BY ?year
"""
_BY_PARTY = """\
SELECT ?year ?party ?address ?cases ?questions WHERE {
  ?table dct:identifier "fractie" ; a qb:DataSet .
  ?row qb:dataSet ?table ; kv:year ?year ; kv:groupName ?party ; kv:groupIdentified ?identified ;
    kv:caseCount ?cases ; kv:questionCount ?questions .
  OPTIONAL { ?row kv:group ?address }
}
ORDER BY ?year DESC(?questions) ?party ?identified
"""
_BY_MEDIUM = """\
SELECT ?year ?medium ?address ?cases ?questions WHERE {
  ?table dct:identifier "medium" ; a qb:DataSet .
  ?row qb:dataSet ?table ; kv:year ?year ; kv:groupName ?medium ;
    kv:caseCount ?cases ; kv:questionCount ?questions .
  OPTIONAL { ?row kv:group ?address }
}
ORDER BY ?year DESC(?cases) ?medium
"""
_BY_TOPIC = """\
SELECT ?topic ?label ?above ?cases ?questions WHERE {
  ?table dct:identifier "onderwerp" ; a qb:DataSet .
  ?row qb:dataSet ?table ; kv:topic ?topic ; kv:caseCount ?cases ; kv:questionCount ?questions .
  ?topic skos:prefLabel ?label FILTER(LANG(?label) = "nl")
  OPTIONAL { ?topic skos:broader/skos:prefLabel ?above FILTER(LANG(?above) = "nl") }
}
ORDER BY DESC(?cases) ?topic
"""
_DAYS_BY_MINISTRY = """\
SELECT ?ministry ?address ?cases ?mean ?fewest ?most WHERE {
  {
    ?table dct:identifier "ministerie" ; a qb:DataSet .
    ?row qb:dataSet ?table ; kv:groupName ?ministry ; kv:groupIdentified ?identified ;
      kv:caseCount ?cases ; kv:meanDays ?mean ; kv:fewestDays ?fewest ; kv:mostDays ?most .
    FILTER(?ministry != "")
    OPTIONAL { ?row kv:group ?address }
  } UNION {
    SELECT (COUNT(?case) AS ?cases) (xsd:integer(ROUND(AVG(?days))) AS ?mean)
      (MIN(?days) AS ?fewest) (MAX(?days) AS ?most)
    WHERE {
      { SELECT ?case ?days WHERE { ?case kv:daysToAnswer ?days } }
      MINUS {
        SELECT DISTINCT ?case WHERE {
          { SELECT ?answering WHERE { ?answering eli-dl:participation_role c:antwoordgever } }
          { SELECT ?answering WHERE {
            ?answering
              eli-dl:had_participant_organization|kv:officeAsInSource|kv:ministryAsInSource
              ?any } }
          { SELECT ?answer ?answering WHERE { ?answer eli-dl:had_participation ?answering } }
          { SELECT ?case ?answer WHERE { ?case eli-dl:consists_of ?answer } }
          { SELECT DISTINCT ?case WHERE { ?case kv:answeredBy ?somebody } }
        }
      }
    }
    HAVING (COUNT(?case) > 0)
  }
}
ORDER BY (!BOUND(?ministry)) DESC(?cases) ?ministry ?identified
"""


def known_year(written: str) -> int | None:
    """Return a year as a number, or None if ``written`` is empty."""
    return int(written) if written else None


def in_order_of_years(rows: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    """Return rows sorted by year, which is their first value. Unknown years come last."""
    return tuple(sorted(rows, key=lambda row: row[0] if isinstance(row[0], int) else sys.maxsize))


def ministry_name(label: str, address: str) -> FigureValue:
    """Return a ministry with its address or, if ``label`` is empty, the key of a text.

    The address of an office that was not identified is empty.
    """
    return FigureName(label, address=address or None) if label else "ministry_not_known"


def _by_year(rows: ResultTable) -> tuple[FigureRow, ...]:
    return in_order_of_years(
        (known_year(year), int(questions), int(cases)) for year, cases, questions in rows
    )


def _by_year_and_name(rows: ResultTable) -> tuple[FigureRow, ...]:
    return tuple(
        (known_year(year), _name(name, address), *map(int, counts))
        for year, name, address, *counts in rows
    )


def _by_topic(rows: ResultTable) -> tuple[FigureRow, ...]:
    return tuple(
        (FigureName(_whole_name(label, above), address=topic), *map(int, counts))
        for topic, label, above, *counts in rows
    )


def _whole_name(label: str, above: str) -> str:
    """Return the name of a topic, preceded by the name of its broader topic.

    If ``label`` begins with ``above``, or if ``above`` is empty, return ``label`` alone.
    """
    return label if not above or label.startswith(above) else f"{above}: {label}"


def _days_by_ministry(rows: ResultTable) -> tuple[FigureRow, ...]:
    return tuple(
        (ministry_name(ministry, address), *map(int, counts)) for ministry, address, *counts in rows
    )


def _name(name: str, address: str) -> FigureValue:
    """Return a name with its address, which may be empty, or None if the name is empty."""
    return FigureName(name, address=address or None) if name else None


CUBE_FIGURES = (
    Figure(
        name="vragen-per-jaar",
        columns=("year", "questions", "cases"),
        query=_BY_YEAR,
        table=_by_year,
        finding=highest(1),
        lines=("questions", "cases"),
    ),
    Figure(
        name="fracties",
        columns=("year", "party", "cases", "questions"),
        query=_BY_PARTY,
        table=_by_year_and_name,
        finding=highest(2),
        bar="questions",
        is_by_year=True,
    ),
    Figure(
        name="onderwerpen",
        columns=("topic", "cases", "questions"),
        query=_BY_TOPIC,
        table=_by_topic,
        finding=highest(1),
        bar="cases",
    ),
    Figure(
        name="media",
        columns=("year", "medium", "cases", "questions"),
        query=_BY_MEDIUM,
        table=_by_year_and_name,
        finding=highest(1),
        bar="cases",
        is_by_year=True,
    ),
    Figure(
        name="dagen-per-ministerie",
        columns=("ministry", "answered", "mean_days", "fewest_days", "most_days"),
        query=_DAYS_BY_MINISTRY,
        table=_days_by_ministry,
        finding=highest(1, value=2),
        bar="mean_days",
        measures=("mean_days",),
        measured_over="answered",
    ),
)
"""The figures whose numbers are in the statistics graph of every release."""

"""The texts that match a search best, by the ranking of SQLite (BM25)."""

from collections.abc import Sequence
from typing import TypeAlias

from kv2rdf.query.found_texts import Rows, TextFilter

_COUNT = "SELECT count(*) FROM text WHERE text MATCH :query"
_BEST = """
WITH best AS MATERIALIZED (
  SELECT rowid AS text, rank AS score FROM text WHERE text MATCH :query
  ORDER BY score, text LIMIT :limit OFFSET :offset
)
SELECT text, dossier FROM (
  SELECT best.text, score, min(process), place.dossier FROM best
  LEFT JOIN place ON place.text_row = best.text
  LEFT JOIN dossier ON dossier.number = place.dossier GROUP BY best.text
) ORDER BY score, text
"""
_BEST_SELECTED = """
WITH found AS MATERIALIZED (SELECT rowid AS text, rank AS score FROM text WHERE text MATCH :query)
SELECT text, dossier, count(*) OVER () FROM (
  SELECT found.text, score, min(process), place.dossier FROM found
  CROSS JOIN place ON place.text_row = found.text
  CROSS JOIN dossier ON dossier.number = place.dossier
  WHERE $conditions GROUP BY found.text
)
ORDER BY score, text LIMIT :limit OFFSET :offset
"""
"""The SQL query for a search with a filter. It sorts only row numbers, not whole texts."""

FoundRows: TypeAlias = Sequence[tuple[int, int | None]]
"""The row number of each text found, and the number of its case, or None if it has no case."""


def best_texts(
    rows: Rows, query: str, *, only: TextFilter, limit: int, offset: int
) -> tuple[FoundRows, int]:
    """Return the row numbers of the best matches, and the total number of texts that match.

    ``rows`` returns the rows of an SQL query, and ``query`` is a query of the text index. The other
    arguments are as for ``TextIndex.found_texts``.
    """
    conditions = only.conditions()
    values: dict[str, object] = {"query": query, "limit": limit, "offset": offset}
    if not conditions:
        ((total,),) = rows(_COUNT, values)
        return rows(_BEST, values), total
    for more in conditions.values():
        values |= more
    statement = _BEST_SELECTED.replace("$conditions", " AND ".join(conditions))
    found = rows(statement, values)
    first = found or (rows(statement, values | {"limit": 1, "offset": 0}) if offset else [])
    return [(text, case) for text, case, _ in found], first[0][2] if first else 0

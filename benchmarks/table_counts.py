"""Counts over a whole release: in SPARQL on its store, and in DuckDB on its tables."""

import importlib
import importlib.util
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.measurement import Row, median_seconds, row
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.tables.write import write_tables

COUNTS = {
    "cases a year and party": (
        """SELECT ?year ?party (COUNT(*) AS ?cases) WHERE {
          { SELECT ?case (YEAR(?day) AS ?year) WHERE { ?case dct:dateSubmitted ?day } }
          { SELECT ?case ?party WHERE { ?case kv:partyAsInSource ?party } }
        } GROUP BY ?year ?party""",
        """SELECT year(date::DATE), party_as_printed, count(DISTINCT "case") FROM participations
        WHERE role = 'indiener' AND party_as_printed IS NOT NULL AND date IS NOT NULL
        GROUP BY ALL""",
    ),
    "cases by days to answer": (
        "SELECT ?days (COUNT(*) AS ?cases) WHERE { ?case kv:daysToAnswer ?days } GROUP BY ?days",
        """SELECT days_to_answer, count(*) FROM cases
        WHERE days_to_answer IS NOT NULL GROUP BY ALL""",
    ),
    "equal questions": (
        """SELECT ?text (COUNT(*) AS ?questions) WHERE { ?question a kv:Question ; kv:text ?text
          FILTER(STRLEN(?text) > 80) } GROUP BY ?text HAVING (COUNT(*) > 1)""",
        """SELECT text, count(*) AS n FROM questions WHERE length(text) > 80
        GROUP BY text HAVING n > 1""",
    ),
    "lengths of answers": (
        """SELECT ?characters (COUNT(*) AS ?answers) WHERE { ?answer a kv:Answer ; kv:text ?text
          BIND(STRLEN(?text) AS ?characters) } GROUP BY ?characters""",
        "SELECT length(text), count(*) FROM answers WHERE text IS NOT NULL GROUP BY ALL",
    ),
}
"""For each count, the query in SPARQL, and the same in SQL."""

_TABLES = ("answers", "cases", "participations", "questions")


def count_rows(release: Release, folder: Path, runs: int) -> Iterator[Row]:
    """Run each of ``COUNTS`` in the store, and in DuckDB if that is installed."""
    tables = loaded_tables(release, folder) if importlib.util.find_spec("duckdb") else None
    for name, (sparql, sql) in COUNTS.items():
        store = row(f"store, {name}", 1, median_seconds(partial(release.query, sparql), runs))
        yield store
        if tables is None:
            yield row(f"DuckDB, {name}", 1, 0.0, remark="skipped: DuckDB is not installed")
            continue
        seconds = median_seconds(partial(table_counts, tables, sql), runs)
        is_equal = sorted(stored_counts(release, sparql)) == sorted(table_counts(tables, sql))
        remark = "the same rows" if is_equal else "other rows"
        yield row(f"DuckDB, {name}", 1, seconds, store, remark)


def loaded_tables(release: Release, folder: Path) -> Any:
    """Write the tables of a release to a folder, and return a DuckDB that has read them."""
    write_tables(release.files, folder, lambda _stage, _done, _all: None, with_parquet=False)
    database = importlib.import_module("duckdb").connect()
    for name in _TABLES:
        database.execute(f"CREATE TABLE {name} AS FROM read_csv('{folder / name}.csv')")
    return database


def stored_counts(release: Release, sparql: str) -> list[tuple[str, ...]]:
    """Return the rows of a query in SPARQL."""
    return list(rows_of(release.query(sparql)))


def table_counts(tables: Any, sql: str) -> list[tuple[str, ...]]:
    """Return the rows of a query in SQL, as text."""
    return [tuple(map(str, found)) for found in tables.execute(sql).fetchall()]

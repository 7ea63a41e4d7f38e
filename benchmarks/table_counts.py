"""Counts and named queries: in SPARQL on the store of a release, and in DuckDB on its tables."""

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.built_release import measured_release
from benchmarks.measurement import Benchmark, Row, median_seconds, medians_in_turn, row
from benchmarks.queries_in_sql import QUERIES_IN_SQL
from kv2rdf.query.named_queries import named_query
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows, ResultTriples, rows_of
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
          FILTER(STRLEN(?text) > 30) } GROUP BY ?text HAVING (COUNT(*) > 1)""",
        """SELECT text, count(*) AS n FROM questions WHERE length(text) > 30
        GROUP BY text HAVING n > 1""",
    ),
    "lengths of answers": (
        """SELECT ?characters (COUNT(*) AS ?answers) WHERE { ?answer a kv:Answer ; kv:text ?text
          BIND(STRLEN(?text) AS ?characters) } GROUP BY ?characters""",
        "SELECT length(text), count(*) FROM answers WHERE text IS NOT NULL GROUP BY ALL",
    ),
}
"""Maps each count to its query in SPARQL, and the same query in SQL."""

_TABLES = (
    *("activities", "answers", "answers_answers", "answers_questions", "cases"),
    *("cases_per_medium", "cases_per_ministry", "cases_per_party", "concepts"),
    *("documents_cases", "findings", "notes_media", "notes_papers", "participations", "questions"),
)


def rows(bench: Benchmark) -> Iterator[Row]:
    """Run each of ``COUNTS``, and each named query that has an SQL version, on the release."""
    with Release(measured_release(bench)) as release:
        yield from count_rows(release, bench.folder / "tables", bench.runs)


def count_rows(release: Release, folder: Path, runs: int) -> Iterator[Row]:
    """Run each query in the store, and in DuckDB if that is installed.

    The remark states whether both return the same rows. The rows of counts may be in any order.
    """
    tables = loaded_tables(release, folder) if importlib.util.find_spec("duckdb") else None
    for name, (sparql, sql) in COUNTS.items():
        yield from _rows(name, partial(release.query, sparql), tables, sql, runs, is_sorted=False)
    for name, sql in QUERIES_IN_SQL.items():
        find = partial(release.answer, named_query(name), {})
        yield from _rows(name, find, tables, sql, runs, is_sorted=True)


def _rows(
    name: str,
    find: Callable[[], ResultRows | ResultTriples],
    tables: Any,
    sql: str,
    runs: int,
    *,
    is_sorted: bool,
) -> Iterator[Row]:
    if tables is None:
        yield row(f"store, {name}", 1, median_seconds(find, runs))
        yield row(f"DuckDB, {name}", 1, 0.0, remark="skipped: DuckDB is not installed")
        return
    slow, fast = medians_in_turn((find, partial(table_rows, tables, sql)), runs)
    stored, listed = list(rows_of(find())), table_rows(tables, sql)
    is_equal = stored == listed if is_sorted else sorted(stored) == sorted(listed)
    store = row(f"store, {name}", 1, slow, remark=f"{len(stored):,} rows")
    yield store
    yield row(f"DuckDB, {name}", 1, fast, store, "the same rows" if is_equal else "other rows")


def loaded_tables(release: Release, folder: Path) -> Any:
    """Write the tables of a release to a folder, and return a DuckDB connection to them."""
    write_tables(release.files, folder, lambda _stage, _done, _all: None, with_parquet=False)
    database = importlib.import_module("duckdb").connect()
    for name in _TABLES:
        database.execute(f"CREATE TABLE {name} AS FROM read_csv('{folder / name}.csv')")
    return database


def table_rows(tables: Any, sql: str) -> list[tuple[str, ...]]:
    """Return the rows of a query in SQL, as text. A cell without a value is empty."""
    return [tuple(map(_text, found)) for found in tables.execute(sql).fetchall()]


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)

"""The named queries on a release, in kv2rdf and in other stores."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import TypeAlias

import requests
from rdflib import Dataset

from benchmarks import virtuoso
from benchmarks.built_release import measured_release
from benchmarks.measurement import Benchmark, Row, median_seconds, row
from benchmarks.whole_build import measure_build, write_documents
from kv2rdf.query import named_queries
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.release.dumps import dump

_FREQUENT_WORD = "schiphol"
_SMALL_RELEASE = 100

TIMEOUT = 30
"""The number of seconds after which a query is stopped."""

_ANSWERED_CASE = """
SELECT ?id {
  ?reply eli-dl:answers_to/eli:is_part_of/kv:concernsDossier/eli-dl:process_id ?id
} LIMIT 1
"""
QueryFunction: TypeAlias = Callable[[str], int]
"""A function that runs a query and returns the number of rows."""


def rows(bench: Benchmark) -> Iterator[Row]:
    """Run each named query on the release to measure, and on a release of few documents."""
    with Release(measured_release(bench)) as release:
        yield from query_rows(release, bench)
    inputs, small = bench.folder / "small", bench.folder / "small release"
    write_documents(bench.documents[:: max(1, len(bench.documents) // _SMALL_RELEASE)], inputs)
    measure_build(inputs, small, 2)
    with Release(small) as release:
        yield from small_release_rows(release, bench.runs)


def query_rows(release: Release, bench: Benchmark) -> Iterator[Row]:
    """Run each named query on a release: in its store, and in Virtuoso if that is installed."""
    reference = {}
    for name, text in _filled_queries(release, indexed=True):
        reference[name] = _query_row(
            f"query {name}", partial(_count_rows, release), text, bench.runs
        )
        yield reference[name]
    if programs := virtuoso.installed_programs():
        with virtuoso.running_server(
            programs, release.files.nquads, bench.folder / "virtuoso"
        ) as run:
            for name, text in _filled_queries(release, indexed=False):
                yield _query_row(f"Virtuoso {name}", run, text, bench.runs, reference[name])


def small_release_rows(release: Release, runs: int) -> Iterator[Row]:
    """Run each named query on a small release: in its store, and in rdflib in memory."""
    dataset = Dataset(default_union=True)
    dataset.parse(data="".join(dump.dump_lines(release.files.nquads)), format="nquads")
    for name, text in _filled_queries(release, indexed=False):
        reference = _query_row(f"small, {name}", partial(_count_rows, release), text, runs)
        yield reference
        yield _query_row(
            f"small, rdflib {name}", lambda query: len(dataset.query(query)), text, 1, reference
        )


def _query_row(
    name: str, run: QueryFunction, text: str, runs: int, against: Row | None = None
) -> Row:
    """Measure a query for at most TIMEOUT seconds.

    The remark contains the row count, or the failure.
    """
    try:
        with _time_limit():
            remark = f"{run(text):,} rows"
            seconds = median_seconds(lambda: run(text), runs)
    except TimeoutError:
        remark, seconds = "stopped", TIMEOUT
    except requests.HTTPError as error:
        remark, seconds = f"refused: {error.response.text[:60]}", 0.0
    return row(name, 1, seconds, against if seconds else None, remark)


def _count_rows(release: Release, query: str) -> int:
    result = release.query(query)
    return len(result.rows) if isinstance(result, ResultRows) else 0


def _filled_queries(release: Release, *, indexed: bool) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each named query, with an answered case and a frequent word."""
    result = release.query(_ANSWERED_CASE)
    case = result.rows[0][0] if isinstance(result, ResultRows) and result.rows else ""
    index = release.candidates if indexed else None
    for query in named_queries.all_queries():
        parameters = {parameter.name for parameter in query.parameters}
        values = {"case": case} if "case" in parameters else {}
        if query.name == "text-contains":
            values = {"words": _FREQUENT_WORD}
        yield query.name, query.filled_text(values, index)


@contextmanager
def _time_limit() -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(TIMEOUT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)

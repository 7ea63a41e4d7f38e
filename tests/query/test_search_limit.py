"""A search that takes too long is interrupted. Other queries of the index have no limit."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.index_reader import IndexReader, SearchLimit
from kv2rdf.query.open_release import Release

SLOW = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
SELECT count(*) FROM n
"""
COUNT = {"count": 2_000}


def clock(later: float) -> Callable[[], float]:
    """Return a clock that is at 0 when it is first read, and at ``later`` after that."""
    times = iter([0.0])
    return lambda: next(times, later)


def reader(path: Path, limit: SearchLimit | None) -> IndexReader:
    path.touch()
    return IndexReader.open(path, limit)


@pytest.fixture
def late(tmp_path: Path) -> Iterator[IndexReader]:
    opened = reader(tmp_path / "index", SearchLimit(2, clock(2.1)))
    with closing(opened.connection):
        yield opened


def test_a_search_just_within_the_limit_is_answered(tmp_path: Path) -> None:
    within = reader(tmp_path / "index", SearchLimit(2, clock(2)))
    with closing(within.connection):
        assert within.rows_of_search()(SLOW, COUNT) == [(2_000,)]


def test_a_search_just_past_the_limit_is_interrupted(late: IndexReader) -> None:
    with pytest.raises(QueryError, match="takes more than 2 seconds: use fewer words"):
        late.rows_of_search()(SLOW, COUNT)


def test_other_queries_have_no_limit_even_after_a_search(late: IndexReader) -> None:
    with pytest.raises(QueryError):
        late.rows_of_search()(SLOW, COUNT)
    assert late.rows(SLOW, COUNT) == [(2_000,)]


def test_all_queries_of_a_search_share_its_limit(tmp_path: Path) -> None:
    times = [0.0]
    shared = reader(tmp_path / "index", SearchLimit(2, lambda: times[-1]))
    with closing(shared.connection):
        rows = shared.rows_of_search()
        assert rows(SLOW, COUNT) == [(2_000,)]
        times.append(2.1)
        with pytest.raises(QueryError):
            rows(SLOW, COUNT)
        assert shared.rows_of_search()(SLOW, COUNT) == [(2_000,)]


def test_searches_together_share_the_limit_and_later_searches_do_not(tmp_path: Path) -> None:
    times = [0.0]
    shared = reader(tmp_path / "index", SearchLimit(2, lambda: times[-1]))
    with closing(shared.connection):
        with shared.searching_together():
            times.append(2.0)
            assert shared.rows_of_search()(SLOW, COUNT) == [(2_000,)]
            times.append(2.1)
            with pytest.raises(QueryError):
                shared.rows_of_search()(SLOW, COUNT)
        assert shared.rows_of_search()(SLOW, COUNT) == [(2_000,)]


def test_the_searches_of_another_thread_have_their_own_time(tmp_path: Path) -> None:
    times = [0.0]
    shared = reader(tmp_path / "index", SearchLimit(2, lambda: times[-1]))
    with closing(shared.connection), shared.searching_together(), ThreadPoolExecutor(1) as threads:
        times.append(2.1)
        found = threads.submit(lambda: shared.rows_of_search()(SLOW, COUNT))
        assert found.result() == [(2_000,)]


def test_without_a_limit_a_search_may_take_any_time(tmp_path: Path) -> None:
    unlimited = reader(tmp_path / "index", None)
    with closing(unlimited.connection), unlimited.searching_together():
        assert unlimited.rows_of_search()(SLOW, COUNT) == [(2_000,)]


def test_every_search_in_a_release_has_the_limit(golden_release: Path) -> None:
    times = [0.0]

    def hurrying() -> float:
        times.append(times[-1] + 1)
        return times[-1]

    with Release(golden_release, SearchLimit(0.5, hurrying)) as release:
        for search in (release.search, release.found_cases, release.facets):
            with pytest.raises(QueryError, match=r"takes more than 0\.5 seconds"):
                search("d* OR e* OR v*")
        assert release.facets("").total > 1
        assert release.found_cases().total > 1

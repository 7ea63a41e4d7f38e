"""The pool runs each query in a process that it can kill, and returns whole results or errors."""

import asyncio
import gc
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.result_streams import ROW_FORMATS, TRIPLE_FORMATS
from kv2rdf.server.sparql.confinement import PROTECTIONS
from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.worker_group import WorkerGroup
from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool
from kv2rdf.server.sparql.worker_problems import (
    BusyError,
    EngineEndedError,
    MemoryLimitError,
    SizeLimitError,
    TimeLimitError,
)
from tests.every_case import every_case
from tests.server.sparql.running_pools import (
    COUNT,
    ENDLESS,
    RunningPool,
    running_pool,
    worker_processes,
)

DOUBLING = (
    "SELECT ?x30 { BIND('aaaaaaaaaaaaaaaa' AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(30))
    + " }"
)


@pytest.fixture(scope="module")
def pool(seed_release: Path) -> Iterator[RunningPool]:
    limits = PoolLimits(
        short_seconds=0.2, long_seconds=1, megabytes=200, result_bytes=2_000, long_places=1
    )
    with running_pool(seed_release.resolve(), limits) as running:
        yield running


@every_case("media_type", ROW_FORMATS)
def test_rows_come_in_each_format(pool: RunningPool, media_type: str) -> None:
    assert "7" in pool.text(COUNT, media_type)


@every_case("media_type", TRIPLE_FORMATS)
def test_triples_come_in_each_format(pool: RunningPool, media_type: str) -> None:
    assert "tag:x" in pool.text("CONSTRUCT { <tag:x:1> <tag:x:p> 1 } {}", media_type)


def test_an_error_has_its_place(pool: RunningPool) -> None:
    with pytest.raises(QueryError, match="line 2, column 3: there is no word FILTR"):
        pool.text("SELECT * { ?s a kv:Question\n  FILTR(true) }")


def test_a_small_result_has_warnings(pool: RunningPool) -> None:
    (warning,) = pool.warnings("SELECT * { ?s kv:texts ?t }")
    assert warning == "there is no term kv:texts; did you mean kv:text?"


def test_an_endless_query_is_stopped(pool: RunningPool) -> None:
    with pytest.raises(TimeLimitError, match="no complete answer after 1 s; 0 bytes"):
        pool.text(ENDLESS)
    assert "7" in pool.text(COUNT)


def test_a_fast_query_does_not_wait_for_slow_ones(pool: RunningPool) -> None:
    async def order() -> list[str]:
        ended: list[str] = []

        async def ask(name: str, query: str) -> None:
            with suppress(TimeLimitError, BusyError):
                await pool.eventual_text(query, client=name)
            ended.append(name)

        async with asyncio.TaskGroup() as group:
            for _ in range(6):
                group.create_task(ask("slow", ENDLESS))
            await asyncio.sleep(0.05)
            group.create_task(ask("fast", COUNT))
        return ended

    assert pool.runner.run(order())[0] == "fast"


def test_a_query_that_ends_the_engine_hurts_no_other(pool: RunningPool) -> None:
    with pytest.raises(EngineEndedError, match="SIG"):
        pool.text(f"SELECT * {{ FILTER({'!' * 60_000}true) }}")
    assert "7" in pool.text(COUNT)


@pytest.mark.long
def test_a_query_that_needs_too_much_memory_is_stopped(seed_release: Path) -> None:
    limits = PoolLimits(long_seconds=60, megabytes=200, short_places=2, long_places=2)
    with (
        running_pool(seed_release.resolve(), limits) as patient,
        pytest.raises(MemoryLimitError, match="more than 200 MB"),
    ):
        patient.text(DOUBLING)


def test_a_result_that_is_too_large_is_not_sent(pool: RunningPool) -> None:
    text = "x" * 1_995
    assert pool.text(f"SELECT ('{text}' AS ?a) {{}}") == f"a\r\n{text}\r\n"
    with pytest.raises(SizeLimitError, match="larger than 2,000 bytes"):
        pool.text(f"SELECT ('{text}x' AS ?a) {{}}")


def test_a_query_is_checked_before_the_engine_gets_it(pool: RunningPool) -> None:
    with pytest.raises(QueryError, match="nest 5,001 deep"):
        pool.text(f"SELECT * {{ {'{' * 5000}{'}' * 5000} }}")
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        pool.text("SELECT * { SERVICE <http://127.0.0.1:1/> {} }")


def test_a_worker_has_no_descriptors_of_the_server(pool: RunningPool) -> None:
    pool.text(COUNT)
    folder = Path(f"/proc/{worker_processes()[0].pid}/fd")
    links = [str(link.readlink()) for link in folder.iterdir() if int(link.name) > 2]
    others = {link.partition(":")[0] for link in links if str(pool.folder) not in link}
    assert others <= {"socket", "pipe"}
    assert sum(link.startswith("socket") for link in links) == 1


@pytest.mark.long
def test_killed_processes_are_replaced(pool: RunningPool) -> None:
    parent = worker_processes()[0].parent()
    assert parent is not None
    for process in (*worker_processes(), parent):
        with suppress(psutil.NoSuchProcess):  # A worker that was killed earlier.
            process.kill()
    answers: list[str] = []
    while not answers:
        with suppress(BusyError):  # The query was sent to a dead worker.
            answers.append(pool.text(COUNT))
    assert "7" in answers[0]


def test_a_store_in_memory_has_the_same_results_and_protections(
    seed_release: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kv2rdf.server")
    limits = PoolLimits(short_places=1, long_places=1)
    with running_pool(seed_release.resolve(), limits, in_memory=True) as running:
        assert "7" in running.text(COUNT)
    said = {record.getMessage().partition(" ")[0] for record in caplog.records}
    assert said == set(PROTECTIONS)
    assert {record.levelname for record in caplog.records} == (
        {"INFO"} if sys.platform == "linux" else {"WARNING"}
    )


@pytest.mark.long
def test_a_retired_release_answers_the_queries_that_have_begun(pool: RunningPool) -> None:
    async def retire() -> str:
        query = asyncio.create_task(pool.eventual_text(COUNT))
        await asyncio.sleep(0)
        await pool.pool.retire(pool.folder)
        return await query

    parents = psutil.Process().children()
    assert "7" in pool.runner.run(retire())
    assert len(psutil.Process().children()) == len(parents) - 1
    assert "7" in pool.text(COUNT)


def test_a_release_without_a_store_has_no_workers(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError), running_pool(tmp_path, PoolLimits()):
        pass


def test_workers_that_could_not_be_started_are_started_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = [OSError("no process"), OSError("no socket")]

    async def start(*_: object, **__: object) -> WorkerGroup:
        if problems:
            raise problems.pop(0)
        return WorkerGroup(tmp_path, 1, in_memory=False)

    async def open_three_times() -> None:
        pool = WorkerPool(PoolLimits())
        for problem in ("no process", "no socket"):
            with pytest.raises(OSError, match=problem):
                await pool.open(tmp_path)
        await pool.open(tmp_path)
        await pool.close()

    monkeypatch.setattr(WorkerGroup, "start", start)
    asyncio.run(open_three_times())


def test_a_query_for_which_no_process_can_be_started_may_be_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def start(*_: object, **__: object) -> WorkerGroup:
        raise OSError("cannot allocate memory")

    async def ask() -> None:
        await WorkerPool(PoolLimits()).result(
            tmp_path, SparqlRequest(query=COUNT, media_type=""), ""
        )

    monkeypatch.setattr(WorkerGroup, "start", start)
    with pytest.raises(BusyError, match="no process for queries can be started; try again later"):
        asyncio.run(ask())
    (record,) = caplog.records
    assert record.levelname == "WARNING"
    assert record.getMessage() == "no process for queries can be started: cannot allocate memory"


@pytest.mark.long
@pytest.mark.parametrize("seconds", [0.05, 0.4])
def test_a_pool_that_is_closed_while_it_starts_leaves_nothing(
    seed_release: Path, seconds: float
) -> None:
    """Its processes end. A socket that is not closed would cause a warning."""
    before = set(psutil.Process().children(recursive=True))

    async def open_and_close() -> None:
        pool = WorkerPool(PoolLimits(), in_memory=False)
        opening = asyncio.create_task(pool.open(seed_release.resolve()))
        await asyncio.sleep(seconds)
        await pool.close()
        await asyncio.gather(opening, return_exceptions=True)

    asyncio.run(open_and_close())
    gc.collect()
    left = set(psutil.Process().children(recursive=True)) - before
    assert psutil.wait_procs(left, timeout=5)[1] == []

"""A task in the background stops the server if it fails, unless the server can do without it."""

import asyncio
import logging
import signal
from collections.abc import Iterator

import pytest

from kv2rdf.server.background_task import background_task, optional_task


@pytest.fixture
def received() -> Iterator[list[int]]:
    """The signals SIGTERM that this process has received. They have no other effect."""
    signals: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: signals.append(number))
    yield signals
    signal.signal(signal.SIGTERM, before)


def test_a_failed_task_is_logged_and_stops_the_server(
    received: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        raise KeyError("days")

    async def run() -> None:
        await asyncio.wait({background_task(fail())})

    asyncio.run(run())
    assert received == [signal.SIGTERM]
    (record,) = caplog.records
    assert record.levelno == logging.CRITICAL
    assert record.exc_info is not None
    assert str(record.exc_info[1]) == "'days'"


def test_a_failed_task_that_the_server_can_do_without_is_only_logged(
    received: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        raise KeyError("days")

    async def run() -> None:
        await asyncio.wait({optional_task(fail())})

    asyncio.run(run())
    assert received == []
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    assert str(record.exc_info[1]) == "'days'"


def test_a_task_that_ends_or_is_cancelled_does_not_stop_the_server(
    received: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    async def wait(seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def run() -> None:
        for start in (background_task, optional_task):
            waiting = start(wait(60))
            await asyncio.wait({start(wait(0))})
            waiting.cancel()
            await asyncio.wait({waiting})

    asyncio.run(run())
    assert received == []
    assert caplog.records == []

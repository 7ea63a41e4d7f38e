"""The group gives a query to the worker that answered last."""

import asyncio
import socket
from pathlib import Path
from typing import Self

import pytest

from kv2rdf.server.sparql import worker_group
from kv2rdf.server.sparql.worker_connection import Worker
from kv2rdf.server.sparql.worker_group import WorkerGroup
from kv2rdf.server.sparql.worker_problems import WorkerEnd


async def _order_of_workers() -> list[int]:
    """Return the order in which three workers are taken after they were given back in order."""
    ends = [socket.socketpair() for _ in range(3)]
    workers = [Worker(*await asyncio.open_connection(sock=end), 1) for end, _ in ends]
    group = WorkerGroup(Path(), 1, in_memory=False)
    for worker in workers:
        group.give_back(worker)
    order = [workers.index(await group.take()) for _ in workers]
    for (_, other), worker in zip(ends, workers, strict=True):
        worker.note_end(WorkerEnd(0, b""))
        other.close()
    return order


def test_the_worker_that_answered_last_answers_next() -> None:
    """It has read parts of the store that the others have not."""
    assert asyncio.run(_order_of_workers()) == [2, 1, 0]


class _Parent:
    """A parent whose second worker cannot be forked at the first attempt."""

    has_ended = False

    def __init__(self) -> None:
        self.attempts = 0
        self._ends: list[socket.socket] = []
        self._workers: list[Worker] = []

    @classmethod
    async def start(cls, *_: object, **__: object) -> Self:
        return cls()

    async def new_worker(self) -> Worker:
        self.attempts += 1
        if self.attempts == 2:
            raise OSError("too many open files")
        end, other = socket.socketpair()
        self._ends.append(other)
        self._workers.append(Worker(*await asyncio.open_connection(sock=end), 1))
        return self._workers[-1]

    async def close(self) -> None:
        for worker, end in zip(self._workers, self._ends, strict=True):
            worker.note_end(WorkerEnd(0, b""))
            end.close()


@pytest.mark.parametrize("missing", [(), ("landlock",), ("landlock", "seccomp")])
def test_the_protections_of_the_workers_are_logged(
    missing: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    risks = {
        "landlock": "opening files outside the release",
        "seccomp": "opening connections and starting programs",
    }

    class Parent(_Parent):
        async def new_worker(self) -> Worker:
            worker = await super().new_worker()
            worker.protections = tuple(name for name in risks if name not in missing)
            return worker

    async def start() -> None:
        await (await WorkerGroup.start(Path(), 1, 1, in_memory=False)).close()

    monkeypatch.setattr(worker_group, "ParentProcess", Parent)
    caplog.set_level("INFO", "kv2rdf.server")
    asyncio.run(start())
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", f"{name} is not available to keep queries from {risk}")
        if name in missing
        else ("INFO", f"{name} keeps queries from {risk}")
        for name, risk in risks.items()
    ]


def test_a_worker_that_could_not_be_forked_is_forked_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_group, "ParentProcess", _Parent)
    monkeypatch.setattr(worker_group, "_PAUSE_SECONDS", 0)

    async def count_of_workers() -> int:
        group = await WorkerGroup.start(Path(), 2, 1, in_memory=False)
        taken = {await group.take(), await asyncio.wait_for(group.take(), 5)}
        await group.close()
        return len(taken)

    assert asyncio.run(count_of_workers()) == 2

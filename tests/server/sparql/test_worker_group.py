"""The group gives a query to the worker that answered last."""

import asyncio
import socket
from pathlib import Path

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

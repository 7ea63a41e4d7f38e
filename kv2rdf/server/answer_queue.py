"""The queue of requests whose answers need much Python, so that few threads run at a time.

Python runs one thread at a time. Many threads that compute only wait for each other. With forty of
them, Starlette's default, a page took up to twice the processor time that it needs.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

QueuedAnswer: TypeAlias = Callable[[Request], Awaitable[Response]]
"""A function that waits for its turn, and then returns the response to a request."""

MOST_AT_ONCE: Final = 2
"""How many answers of one queue are computed at a time: one may wait for a file."""


def queued_answer(answer: Callable[[Request], Response]) -> QueuedAnswer:
    """Return a function that answers as ``answer`` does, in threads, a few requests at a time.

    The request that has waited longest comes first.
    """
    places = asyncio.Semaphore(MOST_AT_ONCE)

    async def wait_and_answer(request: Request) -> Response:
        async with places:
            return await run_in_threadpool(answer, request)

    return wait_and_answer

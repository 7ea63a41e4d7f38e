"""A queue of requests that need much processor time. It limits the number of running threads.

Because Python runs one thread at a time, many computing threads only wait for each other. With the
forty threads that are the default of Starlette, a page took up to twice as much processor time.
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
"""The maximum number of answers of a queue that are computed at the same time.

It is more than one, because a thread may wait for a file.
"""


def queued_answer(answer: Callable[[Request], Response]) -> QueuedAnswer:
    """Return a function that calls ``answer`` in threads, for a few requests at a time.

    The request that has waited longest comes first.
    """
    places = asyncio.Semaphore(MOST_AT_ONCE)

    async def wait_and_answer(request: Request) -> Response:
        async with places:
            return await run_in_threadpool(answer, request)

    return wait_and_answer

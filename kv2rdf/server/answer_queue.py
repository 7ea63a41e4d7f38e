"""A queue of requests that need much processor time. It limits the number of running threads.

Because Python runs one thread at a time, many computing threads only wait for each other. With the
forty threads that are the default of Starlette, a page took up to twice as much processor time.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeAlias

from starlette.requests import Request
from starlette.responses import Response

QueuedAnswer: TypeAlias = Callable[[Request], Awaitable[Response]]
"""A function that waits for its turn, and then returns the response to a request."""

MOST_AT_ONCE: Final = 1
"""The maximum number of answers of a queue that are computed at the same time.

A second thread would help only if files were read from a slow disk. Otherwise, it takes processor
time from the first one, and some requests then wait twice as long as others.
"""


def queued_answer(answer: Callable[[Request], Response]) -> QueuedAnswer:
    """Return a function that calls ``answer`` in threads that are used for nothing else.

    At most ``MOST_AT_ONCE`` requests are answered at a time. The request that has waited longest
    comes first. The threads of Starlette are not used, because it takes much longer to pass a
    request to one of them.
    """
    threads = ThreadPoolExecutor(MOST_AT_ONCE)

    async def wait_and_answer(request: Request) -> Response:
        return await asyncio.get_running_loop().run_in_executor(threads, answer, request)

    return wait_and_answer

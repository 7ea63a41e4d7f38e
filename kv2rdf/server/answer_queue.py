"""Queues of requests that need much processor time. They limit the number of running threads.

Because Python runs one thread at a time, many computing threads only wait for each other. With the
forty threads that are the default of Starlette, a page took up to twice as much processor time.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Final, TypeAlias

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server.problem import TranslatedProblem

QueuedAnswer: TypeAlias = Callable[[Request], Awaitable[Response]]
"""A function that waits for its turn, and then returns the response to a request."""

MOST_AT_ONCE: Final = 1
"""The maximum number of answers of a queue that are computed at the same time.

A second thread would help only if files were read from a slow disk. Otherwise, it takes processor
time from the first one, and some requests then wait twice as long as others.
"""

_RETRY_SECONDS = 10


class AnswerQueue:
    """A queue whose requests are answered in threads that are used for nothing else.

    At most ``MOST_AT_ONCE`` requests are answered at a time. The request that has waited longest
    comes first. The threads of Starlette are not used, because it takes much longer to pass a
    request to one of them.
    """

    def __init__(self, places: int | None = None) -> None:
        """Start with an empty queue.

        ``places`` is the maximum number of requests that wait or are being answered, or None if
        there is no limit.
        """
        self._threads = ThreadPoolExecutor(MOST_AT_ONCE)
        self._places = places
        self._requests = 0

    def queued(self, answer: Callable[[Request], Response]) -> QueuedAnswer:
        """Return a function that calls ``answer`` when it is the turn of the request.

        The function raises Problem if the queue is full.
        """

        async def wait_and_answer(request: Request) -> Response:
            if self._requests == self._places:
                wait = {"Retry-After": str(_RETRY_SECONDS)}
                raise TranslatedProblem(HTTPStatus.SERVICE_UNAVAILABLE, "too_busy", headers=wait)
            self._requests += 1
            try:
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(self._threads, answer, request)
            finally:
                self._requests -= 1

        return wait_and_answer


def queued_answer(answer: Callable[[Request], Response]) -> QueuedAnswer:
    """Return a function that calls ``answer`` when it is the turn of a request, in its own queue.

    This queue has no limit.
    """
    return AnswerQueue().queued(answer)


SEARCH_QUEUE: Final = AnswerQueue(places=20)
"""The queue of all full-text searches. Otherwise, slow searches could take all threads.

A usual search takes less than 0.1 seconds, and a search that is stopped takes 2 seconds.
"""

"""Tasks that run in the background of the server."""

import asyncio
import logging
import signal
from collections.abc import Coroutine
from typing import Any

_LOGGER = logging.getLogger(__name__)


def background_task(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    """Start a task in the background, and return it.

    If the task ends with an error, the error is logged, and this process receives SIGTERM. Without
    the task, the server would continue to answer, but its work would no longer be done.
    """
    task = asyncio.create_task(work)
    task.add_done_callback(_stop_after_error)
    return task


def optional_task(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    """Start a task in the background that the server can do without, and return it.

    If the task ends with an error, the error is logged, and the server continues.
    """
    task = asyncio.create_task(work)
    task.add_done_callback(_log_error)
    return task


def _log_error(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _LOGGER.error("the server continues although a background task failed", exc_info=error)


def _stop_after_error(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _LOGGER.critical("the server stops because a background task failed", exc_info=error)
        signal.raise_signal(signal.SIGTERM)

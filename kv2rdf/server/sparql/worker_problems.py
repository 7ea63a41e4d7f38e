"""The errors for queries without a result. Their messages are written for users."""

import os
import signal
from dataclasses import dataclass

from kv2rdf.errors import Kv2rdfError
from kv2rdf.query.process_limits import is_out_of_memory


class TimeLimitError(Kv2rdfError):
    """An error for a query that took too long and was stopped."""


class SizeLimitError(Kv2rdfError):
    """An error for a query that was stopped because its result became too large."""


class MemoryLimitError(Kv2rdfError):
    """An error for a query that needed too much memory and was stopped."""


class EngineEndedError(Kv2rdfError):
    """An error for a query that made the SPARQL engine crash."""


class BusyError(Kv2rdfError):
    """An error for a query that may be sent again.

    No worker was free or could be started, its worker was killed, or there was no space for its
    result.
    """


@dataclass(frozen=True, slots=True)
class WorkerEnd:
    """The end of a worker process: its last messages, and its status from ``os.waitpid``.

    ``status`` is None if it is unknown because the parent process has also ended.
    """

    status: int | None
    messages: bytes


def problem_of_end(end: WorkerEnd, megabytes: int) -> Kv2rdfError:
    """Return the error for a query whose worker ended. The worker had ``megabytes`` of memory."""
    if end.status is None:
        return BusyError("the query was stopped, because its process was restarted")
    if is_out_of_memory(end.messages):
        return MemoryLimitError(
            f"the query needs more than {megabytes:,} MB of memory; ask for less at once"
        )
    if not os.WIFSIGNALED(end.status) or os.WTERMSIG(end.status) == signal.SIGKILL:
        return BusyError("the query was killed, perhaps because the machine has no memory left")
    name = signal.Signals(os.WTERMSIG(end.status)).name
    return EngineEndedError(
        f"the query crashed the SPARQL engine ({name}); write it in a simpler form"
    )

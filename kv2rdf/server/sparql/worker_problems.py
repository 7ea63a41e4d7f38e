"""The reasons for which a query has no result. The messages are written for users."""

import os
import signal
from dataclasses import dataclass

from kv2rdf.errors import Kv2rdfError
from kv2rdf.query.process_limits import is_out_of_memory


class TimeLimitError(Kv2rdfError):
    """A query took too long, and was stopped."""


class SizeLimitError(Kv2rdfError):
    """The result of a query became too large. The query was stopped."""


class MemoryLimitError(Kv2rdfError):
    """A query needed too much memory, and was stopped."""


class EngineEndedError(Kv2rdfError):
    """A query made the SPARQL engine crash."""


class BusyError(Kv2rdfError):
    """No worker was free for a query, or its worker was killed. It may be sent again."""


@dataclass(frozen=True, slots=True)
class WorkerEnd:
    """How a worker process ended: its status, as returned by ``os.waitpid``, and its last messages.

    ``status`` is None if it is not known because the parent process has ended too.
    """

    status: int | None
    messages: bytes


def problem_of_end(end: WorkerEnd, megabytes: int) -> Kv2rdfError:
    """Return the error for a query whose worker ended. ``megabytes`` is the limit of its memory."""
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
        f"the query ended the SPARQL engine ({name}); write it in a simpler form"
    )

"""The ways in which a query ends without an answer. Each message is for the person who asked."""

import os
import signal
from dataclasses import dataclass

from kv2rdf.errors import Kv2rdfError
from kv2rdf.query.process_limits import is_out_of_memory


class TimeLimitError(Kv2rdfError):
    """A query took too long. It was stopped."""


class SizeLimitError(Kv2rdfError):
    """A result is too large. The query was stopped."""


class MemoryLimitError(Kv2rdfError):
    """A query needs too much memory. It was stopped."""


class EngineEndedError(Kv2rdfError):
    """A query ended the SPARQL engine."""


class BusyError(Kv2rdfError):
    """There is no worker for a query. It was not run."""


@dataclass(frozen=True, slots=True)
class WorkerEnd:
    """How a worker process ended: its status (as ``os.waitpid`` has it) and its last messages.

    ``status`` is None if that is not known, because the parent process has ended too.
    """

    status: int | None
    messages: bytes


def problem_of_end(end: WorkerEnd, megabytes: int) -> Kv2rdfError:
    """Return why a query has no answer if its worker ended by itself."""
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

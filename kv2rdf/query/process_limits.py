"""Limits on a process that runs queries.

The SPARQL engine cannot be stopped from outside, and some queries crash the process that runs them.
Queries are therefore run in a child process, which can be killed.
"""

import os
import signal

_MEGABYTE = 1024 * 1024
_OUT_OF_MEMORY = (b"memory allocation", b"bad_alloc", b"std::system_error")


def end_with_parent(pipe: int) -> None:
    """Arrange for the system to end this process when the other end of a pipe is closed.

    ``pipe`` is the file descriptor of this end. The other end belongs to the parent process, and
    the system closes it when that process exits.
    """
    import fcntl  # noqa: PLC0415 - not on Windows

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)


def limit_memory(megabytes: int) -> None:
    """Limit the memory of this process to ``megabytes``, and prevent core dumps."""
    import resource  # noqa: PLC0415 - not on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = megabytes * _MEGABYTE
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def is_out_of_memory(messages: bytes) -> bool:
    """Whether the last messages of a process show that it could not allocate memory."""
    return any(text in messages for text in _OUT_OF_MEMORY)

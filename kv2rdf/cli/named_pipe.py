"""Reading from a named pipe, with a time limit in case no program writes to the pipe."""

import os
import select
from pathlib import Path

from kv2rdf.errors import QueryError

_LONGEST_SILENCE = 30.0
"""The maximum time to wait for the next bytes, in seconds."""
_CHUNK = 65_536


def read_named_pipe(pipe: Path) -> bytes:
    """Return everything that is written to a named pipe, until the writer closes it.

    Raises QueryError if nothing is written for 30 seconds.
    """
    # Without O_NONBLOCK, opening a pipe waits until a program opens it for writing.
    descriptor = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        events = select.poll()
        events.register(descriptor, select.POLLIN)
        chunks: list[bytes] = []
        while events.poll(_LONGEST_SILENCE * 1000):
            chunk = os.read(descriptor, _CHUNK)
            if not chunk:
                return b"".join(chunks)
            chunks.append(chunk)
    finally:
        os.close(descriptor)
    raise QueryError(
        f"{pipe} is a pipe, and nothing was written to it for {_LONGEST_SILENCE:g} seconds"
    )

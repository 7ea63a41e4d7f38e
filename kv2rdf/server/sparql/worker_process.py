"""The confinement of a forked process before it runs any queries."""

import os
import resource
import signal
import socket
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from kv2rdf.errors import ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.query.process_limits import end_with_parent, limit_memory
from kv2rdf.query.sparql import SparqlStore
from kv2rdf.server.sparql import frames
from kv2rdf.server.sparql.confinement import confine_process
from kv2rdf.server.sparql.worker import answer_requests

_CHANNEL, _LIFE = 3, 4
_MOST_DESCRIPTORS = 1 << 20
_MEGABYTE = 1024 * 1024


def work_and_exit(
    release: Release, store: SparqlStore | None, megabytes: int, *, channel: int, life: int
) -> NoReturn:
    """Confine this process, answer the requests on the socket ``channel``, and end the process.

    ``store`` is a store in memory, or None to open the store on disk. ``channel`` and ``life`` are
    file descriptors. All others are closed, except those of the standard streams. ``megabytes`` is
    the maximum memory of the process in addition to the store in memory. The process is ended when
    the other end of the pipe ``life`` is closed.
    """
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for descriptor, number in ((os.dup(channel), _CHANNEL), (os.dup(life), _LIFE)):
        os.dup2(descriptor, number)
    os.closerange(_LIFE + 1, _MOST_DESCRIPTORS)
    end_with_parent(_LIFE)
    limit_memory(megabytes + (_megabytes_of_data() if store else 0))
    with socket.socket(fileno=_CHANNEL) as server:
        try:
            opened = store or release.open_store()
            protections = confine_process(release.files.folder)
            with suppress(BrokenPipeError, ConnectionResetError):  # the result is no longer needed
                answer_requests(release, opened, server, protections)
        except ReleaseError as error:
            server.sendall(frames.frame(frames.DAMAGE, str(error).encode()))
        except MemoryError:
            os.write(2, b"memory allocation failed")
            os.abort()
    os._exit(0)


def _megabytes_of_data() -> int:
    """Return the size of the private data of this process in megabytes, or 0 if it is not known."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except OSError:
        return 0
    return pages * resource.getpagesize() // _MEGABYTE

"""The computation of data for pages in another process, which then ends.

The queries that compute this data read much of the store, and the store keeps what it has read in
memory. In the process that answers requests, this memory would be kept as long as the process runs.
"""

import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from kv2rdf.errors import Kv2rdfError, ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.server.per_release import keep_values, named_values

DataReader: TypeAlias = Callable[[Release], None]
"""A function that computes named values of a release (see ``PerRelease``). It must be picklable."""

_CONTEXT = get_context("spawn")


def prepare_elsewhere(release: Release, read: DataReader) -> None:
    """Call ``read`` in another process, and keep the values that it computes there.

    Raises the errors that ``read`` raises, and ReleaseError if the process ends without a result.
    """
    receiving, sending = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(
        target=_send_values, args=(release.files.folder, read, sending), daemon=True
    )
    process.start()
    sending.close()
    with receiving:
        try:
            values, error = receiving.recv()
        except EOFError:
            process.join()
            reason = f"exit status {process.exitcode}"
            values, error = {}, ReleaseError(f"the data of pages cannot be computed: {reason}")
    process.join()
    if error is not None:
        raise error
    keep_values(release, values)


def _send_values(folder: Path, read: DataReader, sending: "Connection[object, object]") -> None:
    """Compute values in this new process, and send them, or the error, to the first process."""
    for number in (signal.SIGINT, signal.SIGTERM):  # they may be sent to all processes of a server
        signal.signal(number, signal.SIG_IGN)
    with suppress(BrokenPipeError), sending:  # the first process may have been killed
        try:
            with Release(folder) as release:
                read(release)
                sending.send((named_values(release), None))
        except Kv2rdfError as error:
            sending.send(({}, error))

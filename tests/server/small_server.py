"""A small server with several processes. Each of them answers with its process id."""

import os
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial

from kv2rdf.errors import ReleaseError
from kv2rdf.server.listener import listening_socket
from kv2rdf.server.server_processes import run_processes


def answer_with_pid(fault: str, listener: socket.socket, when_ready: Callable[[str], bool]) -> None:
    """Answer each connection with the number of this process. ``fault`` is how it fails, or ""."""
    if fault == "release":
        raise ReleaseError("the release is damaged")
    if fault == "exit":
        sys.exit(7)
    when_ready("2022")
    while True:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(str(os.getpid()).encode())


if __name__ == "__main__":
    with listening_socket("127.0.0.1", 0) as shared:
        port = shared.getsockname()[1]
        ended = run_processes(
            2,
            partial(answer_with_pid, sys.argv[1]),
            shared,
            lambda version: os.write(1, f"{version} {port}\n".encode()) > 0,
        )
    signal.raise_signal(ended or 0)

"""A small server with several processes. Each of them answers with its process id.

The arguments are how a process fails, or "", and optionally "http". A process also fails if the
folder exists that the environment variable ``NO_MORE`` names. Without "http", the number of the
process is sent on each connection, which remains open until the client closes it.
"""

import os
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from select import select

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from kv2rdf.errors import ReleaseError
from kv2rdf.server.http_server import run_server
from kv2rdf.server.listener import listening_socket
from kv2rdf.server.passed_connections import ConnectionReceiver
from kv2rdf.server.server_processes import run_processes

NO_MORE = "KV2RDF_TEST_NO_MORE"
PAUSE = 0.2


def answer_with_pid(
    fault: str, connections: ConnectionReceiver, when_ready: Callable[[str], bool]
) -> None:
    """Send the number of this process on each connection. ``fault`` is how it fails, or ""."""
    if fault == "release" or Path(os.environ.get(NO_MORE, "/absent")).exists():
        raise ReleaseError("the release is damaged")
    if fault == "exit":
        sys.exit(7)
    if fault == "signal":  # to all processes of the server
        os.kill(os.getppid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGTERM)
    when_ready("2022")
    opened: dict[int, socket.socket] = {}
    while True:
        readable, _, _ = select([connections.fileno(), *opened], (), ())
        for number in readable:
            if number in opened:
                opened.pop(number).close()
                connections.report_closed()
            elif (connection := connections.receive()) is not None:
                connection.sendall(f"{os.getpid()}\n".encode())
                opened[connection.fileno()] = connection


def serve_http(connections: ConnectionReceiver, when_ready: Callable[[str], bool]) -> None:
    """Answer HTTP requests with the number of this process."""

    def answer(_request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(os.getpid()))

    app = Starlette(routes=[Route("/", answer)])
    run_server(app, connections, "", lambda: when_ready("2022"))


if __name__ == "__main__":
    with listening_socket("127.0.0.1", 0) as shared:
        port = shared.getsockname()[1]
        ended = run_processes(
            2,
            serve_http if "http" in sys.argv else partial(answer_with_pid, sys.argv[1]),
            shared,
            lambda version: os.write(1, f"{version} {port}\n".encode()) > 0,
            PAUSE,
        )
    signal.raise_signal(ended or 0)

"""A real server in a thread of the test process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from kv2rdf.server.application import application
from kv2rdf.server.current_release import CurrentRelease
from kv2rdf.server.http_server import server_settings
from kv2rdf.server.listener import listening_socket


@contextmanager
def serving(current: CurrentRelease, app: ASGIApp | None = None) -> Iterator[str]:
    """Run a server with the settings of ``kv2rdf serve``, and yield its address."""
    with listening_socket("127.0.0.1", 0) as listener:
        server = uvicorn.Server(server_settings(app or application(current), ""))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()

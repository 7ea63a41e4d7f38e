"""The HTTP server (uvicorn) that runs the application in this process."""

import gc
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from kv2rdf.server.freed_memory import return_freed_memory
from kv2rdf.server.request_limits import LimitedProtocol

_GRACE_SECONDS = 10
"""The maximum number of seconds to wait for unfinished requests after a signal to stop."""

_KEEP_ALIVE_SECONDS = 15
_NEW_OBJECTS = 50_000
"""The number of new objects after which Python collects garbage. A page creates a few thousand."""


def server_settings(app: ASGIApp, root_path: str) -> uvicorn.Config:
    """Return the settings of uvicorn.

    ``root_path`` is the path below which a proxy serves the application.
    """
    return uvicorn.Config(
        app,
        access_log=False,
        http=LimitedProtocol,
        lifespan="on",
        log_config=None,
        root_path=root_path,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        ws="none",
    )


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], bool]) -> None:
        super().__init__(config)
        self._when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        _rarely_collect_garbage()
        if self.started and not self._when_ready():
            self.should_exit = True
            await self.shutdown(sockets)


def run_server(
    app: ASGIApp, listener: socket.socket, root_path: str, when_ready: Callable[[], bool]
) -> None:
    """Answer requests until the process receives the signal SIGINT or SIGTERM.

    ``when_ready`` is called when ``app`` has started and the first request can be answered. It must
    return whether the server should continue. After a signal, requests that have begun are
    answered, and the signal then has its usual effect. ``root_path`` is the path below which a
    proxy serves ``app``.
    """
    _Server(server_settings(app, root_path), when_ready).run(sockets=[listener])


def _rarely_collect_garbage() -> None:
    """Collect garbage now, and later less often and only among objects created after this call.

    Nearly all objects of a request are freed without garbage collection. With the default settings
    of Python, garbage collection took a fifth of the time of a request.
    """
    gc.collect()
    return_freed_memory()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])

"""The HTTP server (uvicorn) that runs the application in this process."""

import asyncio
import gc
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from kv2rdf.server.freed_memory import return_freed_memory
from kv2rdf.server.passed_connections import ConnectionReceiver
from kv2rdf.server.request_limits import LimitedProtocol
from kv2rdf.server.startup_errors import StartupErrors

_GRACE_SECONDS = 10
"""The maximum number of seconds to wait for unfinished requests after a signal to stop."""

_LAST_SECONDS = 0.1
"""The number of seconds after a signal in which the requests of the last connections may begin."""

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
    def __init__(self, app: ASGIApp, root_path: str, when_ready: Callable[[], bool]) -> None:
        self._startup_errors = StartupErrors(app)
        super().__init__(server_settings(self._startup_errors, root_path))
        self._when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        with self._startup_errors.hidden():
            try:
                await super().startup(sockets)
            except SystemExit:
                if self.should_exit:  # A signal has arrived, and the error may follow from it.
                    return
                if self._startup_errors.error is not None:
                    raise self._startup_errors.error from None
                raise
        _rarely_collect_garbage()
        if self.started and not self._when_ready():
            self.should_exit = True
            await self.shutdown(sockets)


class _ReceivingServer(_Server):
    """A server that does not listen. It receives its connections from another process."""

    def __init__(
        self,
        app: ASGIApp,
        root_path: str,
        when_ready: Callable[[], bool],
        connections: ConnectionReceiver,
    ) -> None:
        super().__init__(app, root_path, when_ready)
        self._connections = connections
        self._beginning: set[asyncio.Task[object]] = set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().add_reader(self._connections, self._receive)
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._connections.refuse()
        self._receive()
        asyncio.get_running_loop().remove_reader(self._connections)
        await asyncio.sleep(_LAST_SECONDS)
        await super().shutdown(sockets)

    def _receive(self) -> None:
        loop = asyncio.get_running_loop()
        while (connection := self._connections.receive()) is not None:
            task = loop.create_task(loop.connect_accepted_socket(self._protocol, connection))
            self._beginning.add(task)
            task.add_done_callback(self._beginning.discard)

    def _protocol(self) -> LimitedProtocol:
        made = LimitedProtocol(self.config, self.server_state, self.lifespan.state)
        made.when_closed = self._connections.report_closed
        return made


def run_server(
    app: ASGIApp,
    connections: socket.socket | ConnectionReceiver,
    root_path: str,
    when_ready: Callable[[], bool],
) -> None:
    """Answer requests until the process receives the signal SIGINT or SIGTERM.

    ``connections`` is a listening socket, or receives connections from another process.
    ``when_ready`` is called when ``app`` has started and the first request can be answered. It must
    return whether the server should continue. After a signal, requests that have begun are
    answered, and the signal then has its usual effect. ``root_path`` is the path below which a
    proxy serves ``app``. Raises Kv2rdfError and OSError if ``app`` raises it while it starts.
    """
    if isinstance(connections, ConnectionReceiver):
        _ReceivingServer(app, root_path, when_ready, connections).run(sockets=[])
    else:
        _Server(app, root_path, when_ready).run(sockets=[connections])


def _rarely_collect_garbage() -> None:
    """Collect garbage now, and later less often and only among objects created after this call.

    Nearly all objects of a request are freed without garbage collection. With the default settings
    of Python, garbage collection took a fifth of the time of a request.
    """
    gc.collect()
    return_freed_memory()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])

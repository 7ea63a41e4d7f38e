"""The error with which an application cannot start, for the caller of uvicorn.

uvicorn writes a traceback to its log, and ends the process with an exit status of its own.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kv2rdf.errors import Kv2rdfError

_LOGGER = logging.getLogger("uvicorn.error")


class StartupErrors:
    """An application that calls another application, and keeps the error if it cannot start."""

    def __init__(self, app: ASGIApp) -> None:
        """Create the application. Until it has been started, ``error`` is None."""
        self._app = app
        self.error: Kv2rdfError | OSError | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Call the other application."""
        if scope["type"] == "lifespan":
            await self._start_and_stop(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Hide what uvicorn logs about an error that is kept."""

        def is_shown(_record: logging.LogRecord) -> bool:
            return self.error is None

        _LOGGER.addFilter(is_shown)
        try:
            yield
        finally:
            _LOGGER.removeFilter(is_shown)

    async def _start_and_stop(self, scope: Scope, receive: Receive, send: Send) -> None:
        has_failed = False

        async def send_later(message: Message) -> None:
            # The traceback in this message is logged at once, before the error is known here.
            nonlocal has_failed
            has_failed = message["type"] == "lifespan.startup.failed"
            if not has_failed:
                await send(message)

        try:
            await self._app(scope, receive, send_later)
        except (Kv2rdfError, OSError) as error:
            if has_failed:
                self.error = error
            raise

"""Limits on connections and requests, applied before a request reaches the application.

uvicorn itself limits neither the size of the head of a request nor the time that a client may take
to send it.
"""

import asyncio
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kv2rdf.server.cut_connection import ABORT_KEY
from kv2rdf.server.request_log import log_refusal

MOST_CONNECTIONS: Final = 800
"""The maximum number of open connections."""

MOST_HEAD_BYTES: Final = 65_536
"""The maximum size of the head of a request: its path and query, and the lines of its headers.

It is also the maximum size of the lines between two parts of a body that is sent in chunks, and of
the headers after such a body.
"""

_PIECE_BYTES: Final = 4_096
"""The size of the pieces in which bytes are parsed. The limits are checked after each."""

_MARKS_OF_A_LINE: Final = len(": \r\n")

MOST_BODY_BYTES: Final = 2_000_000
"""The maximum size of the body of a request."""

MOST_SECONDS: Final = 30.0
"""The maximum number of seconds from the start of a request to its end.

It is also the maximum from the start of a connection to its first request.

uvicorn closes a connection that is idle between two requests.
"""

_LOGGER = logging.getLogger("uvicorn.error").getChild("connections")
"""The logger of connections. Only errors are written.

uvicorn itself would write a warning for each request that is not HTTP or that requests a WebSocket.
"""
_LOGGER.setLevel(logging.ERROR)

_HEADERS = (
    b"access-control-allow-origin: *\r\n"
    b"connection: close\r\n"
    b"content-type: text/plain; charset=utf-8\r\n"
    b"x-content-type-options: nosniff\r\n"
)


class LimitedProtocol(HttpToolsProtocol):
    """The HTTP protocol, with limits. A connection that exceeds a limit is refused and closed.

    ``when_closed`` is called when the connection has been closed, if it is not None.
    """

    when_closed: Callable[[], None] | None = None

    _line_bytes = 0
    """The number of bytes since the last part of a body, or since the start of the request."""
    _is_in_head = True
    _timer: asyncio.TimerHandle | None = None
    _begin = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Accept a connection, or refuse it if too many connections are open."""
        self.logger, self._begin = _LOGGER, self.loop.time()
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "retry-after: 30\r\n")
        else:
            self._start_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timer of the connection."""
        self._stop_timer()
        super().connection_lost(exc)
        if self.when_closed is not None:
            self.when_closed()

    def data_received(self, data: bytes) -> None:
        """Parse the next bytes in pieces. Refuse the request if its lines become too large."""
        for begin in range(0, len(data), _PIECE_BYTES):
            if self.transport.is_closing():
                return
            piece = data[begin : begin + _PIECE_BYTES]
            self._line_bytes += len(piece)
            super().data_received(piece)
            if self._line_bytes > MOST_HEAD_BYTES + _PIECE_BYTES:
                self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def on_message_begin(self) -> None:
        """Start the timer of a request."""
        self._start_timer()
        self._is_in_head, self._line_bytes = True, 0
        super().on_message_begin()
        self.scope["state"][ABORT_KEY] = self.transport.abort

    def on_header(self, name: bytes, value: bytes) -> None:
        """Store a header. One that comes after the body is discarded (RFC 9110, section 6.5.1)."""
        if self._is_in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Pass the request to the application, unless its head is too large."""
        self._is_in_head, self._line_bytes = False, 0
        lines = sum(len(name) + len(value) + _MARKS_OF_A_LINE for name, value in self.headers)
        size = len(self.url) + lines
        if size > MOST_HEAD_BYTES:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        if not self.transport.is_closing():
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Pass a part of the body to the application, unless the request has been refused."""
        self._line_bytes = 0
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        """Stop the timer at the end of the request."""
        self._stop_timer()
        if not self.transport.is_closing():
            super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - the answer says enough
        """Refuse a request that is not valid HTTP."""
        self._refuse(HTTPStatus.BAD_REQUEST)

    def _start_timer(self) -> None:
        self._stop_timer()
        self._begin = self.loop.time()
        self._timer = self.loop.call_later(MOST_SECONDS, self._end_slow_request)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _end_slow_request(self) -> None:
        self._refuse(HTTPStatus.REQUEST_TIMEOUT)

    def _refuse(self, status: HTTPStatus, headers: str = "") -> None:
        """Send an error response, unless a response has begun, and close the connection.

        ``headers`` contains additional header lines, each with its line ending.
        """
        self._stop_timer()
        has_begun = getattr(self.cycle, "response_started", False)
        if not has_begun and not self.transport.is_closing():
            content = f"{status} {status.phrase}\n".encode()
            length = f"content-length: {len(content)}\r\n"
            head = f"HTTP/1.1 {status} {status.phrase}\r\n{headers}{length}".encode()
            self.transport.write(head + _HEADERS + b"\r\n" + content)
            log_refusal(status, len(content), self.loop.time() - self._begin)
        self.transport.close()

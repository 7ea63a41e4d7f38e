"""A log of requests, a line of JSON for each. It does not say who asked, or what for."""

import logging
from collections.abc import Callable
from typing import TextIO

from pythonjsonlogger.json import JsonFormatter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kv2rdf.server.request_path import path_section

_LOGGER = logging.getLogger(__name__)


def write_log_to(stream: TextIO) -> None:
    """Write the log of this process to a stream, as lines of JSON."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        JsonFormatter(
            "%(asctime)s %(levelname)s %(message)s",
            rename_fields={"asctime": "time", "levelname": "level"},
        )
    )
    for name in ("kv2rdf.server", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.propagate = False
    logging.getLogger("kv2rdf.server").setLevel(logging.INFO)


def logged_requests(app: ASGIApp, clock: Callable[[], float]) -> ASGIApp:
    """Return an application that logs the requests of ``app``.

    A line has the method, the part of the site, the status, the number of bytes, the milliseconds
    and the release. The path, the query, the address of the client and all headers are left out.
    ``clock`` returns seconds that only grow.
    """

    async def logged(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        begin = clock()
        line: dict[str, object] = {"section": path_section(scope), "status": None, "release": None}
        size = 0

        async def send_and_note(message: Message) -> None:
            nonlocal size
            if message["type"] == "http.response.start":
                headers = dict(message["headers"])
                release = headers.get(b"x-kv-release", b"").decode()
                line.update(status=message["status"], release=release)
            size += len(message.get("body", b""))
            await send(message)

        try:
            await app(scope, receive, send_and_note)
        finally:
            line.update(bytes=size, milliseconds=round(1000 * (clock() - begin), 1))
            _LOGGER.info("request", extra=line)

    return logged

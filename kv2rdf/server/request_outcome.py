"""The outcome of a request: the status, size and duration of the response."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kv2rdf.server.request_path import path_section


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOutcome:
    """The outcome of a request. It contains neither the client nor the whole path.

    ``section`` is the section of the site, as ``path_section`` returns it. ``status`` and
    ``release`` are None if no response has begun, for example because the client left. ``size`` is
    the number of bytes of the response.
    """

    section: str
    method: str
    status: int | None
    release: str | None
    size: int
    seconds: float


def observed_requests(
    app: ASGIApp, clock: Callable[[], float], observe: Callable[[RequestOutcome], None]
) -> ASGIApp:
    """Return an application that answers as ``app`` does, and calls ``observe`` for each request.

    ``clock`` is a monotonic clock in seconds, such as ``time.perf_counter``.
    """

    async def observed(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        begin, size = clock(), 0
        status: int | None = None
        release: str | None = None

        async def send_and_note(message: Message) -> None:
            nonlocal size, status, release
            if message["type"] == "http.response.start":
                status = message["status"]
                release = dict(message["headers"]).get(b"x-kv-release", b"").decode()
            size += len(message.get("body", b""))
            await send(message)

        try:
            await app(scope, receive, send_and_note)
        finally:
            observe(
                RequestOutcome(
                    section=path_section(scope),
                    method=scope["method"],
                    status=status,
                    release=release,
                    size=size,
                    seconds=clock() - begin,
                )
            )

    return observed

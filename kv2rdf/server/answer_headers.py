"""The headers of every response: the release and its date, access from other sites, and security.

They are set by the outermost part of the server, so that error responses also contain them.
"""

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kv2rdf.server.served_release import SCOPE_KEY, ServedRelease

METHODS = "GET, HEAD, POST, OPTIONS"
_PREFLIGHT_SECONDS = "86400"
_REQUEST_HEADERS = (
    "Accept, Accept-Language, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Range, "
    "Range, User-Agent"
)
_EXPOSED_HEADERS = (
    "Accept-Ranges, Content-Disposition, Content-Location, Content-Range, ETag, Last-Modified, "
    "Link, Location, Repr-Digest, Retry-After, X-KV-Complete, X-KV-Data-Date, X-KV-Release, "
    "X-KV-Total, X-KV-Warning"
)
_CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_DEFAULTS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": _EXPOSED_HEADERS,
    "Content-Security-Policy": _CONTENT_SECURITY,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept, Accept-Language",
    "X-Content-Type-Options": "nosniff",
}
_RAW_DEFAULTS = [(name.lower().encode(), value.encode()) for name, value in _DEFAULTS.items()]
PREFLIGHT_HEADERS = {
    "Access-Control-Allow-Headers": _REQUEST_HEADERS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Max-Age": _PREFLIGHT_SECONDS,
}
"""The headers that a browser requires before a page of another site may send a request."""


class AnswerHeaders:
    """The outermost ASGI application, which selects the release from which a request is answered.

    It also adds the default headers, except those that the route has set.
    """

    def __init__(self, app: ASGIApp, current: Callable[[], ServedRelease]) -> None:
        """Wrap ``app``. ``current`` returns the release from which a new request is answered."""
        self._app = app
        self._current = current

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and add the headers to the response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        release = self._current()
        scope[SCOPE_KEY] = release

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name for name, _ in message["headers"]}
                message["headers"] += [(n, v) for n, v in _RAW_DEFAULTS if n not in present]
                message["headers"] += [
                    (b"x-kv-release", release.version.encode()),
                    (b"x-kv-data-date", release.day.encode()),
                ]
            await send(message)

        await self._app(scope, receive, send_with_headers)

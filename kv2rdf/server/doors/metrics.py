"""Metrics for Prometheus: how many requests were answered, with which status, and how fast.

The names follow https://prometheus.io/docs/practices/naming/. Nothing in them says who asked, or
what for.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kv2rdf.server.request_path import path_section
from kv2rdf.server.served_release import served_release

_METHODS = frozenset(("GET", "HEAD", "OPTIONS", "POST"))


class Metrics:
    """Counts the requests of an application, and answers with the counts.

    ``clock`` returns seconds that only grow, such as ``time.perf_counter``.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """Set up the counters."""
        self._clock = clock
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "kv2rdf_http_requests", "Answers that were sent.",
            ("section", "method", "status"), registry=self._registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "kv2rdf_http_request_seconds", "Time from a request to the end of its answer.",
            ("section",), registry=self._registry,
        )  # fmt: skip
        self._data = Gauge(
            "kv2rdf_data_date_seconds", "The date of the data, in seconds since 1970.",
            registry=self._registry,
        )  # fmt: skip

    def routes(self) -> list[Route]:
        """Return the route ``/metrics``."""
        return [Route("/metrics", self._answer)]

    def around(self, app: ASGIApp) -> ASGIApp:
        """Return an application that counts the requests of ``app``."""

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            begin, status = self._clock(), "none"  # none, if the client has gone

            async def send_and_note(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = str(message["status"])
                await send(message)

            section = path_section(scope)
            method = scope["method"] if scope["method"] in _METHODS else "other"
            try:
                await app(scope, receive, send_and_note)
            finally:
                self._requests.labels(section, method, status).inc()
                self._seconds.labels(section).observe(self._clock() - begin)

        return counted

    def _answer(self, request: Request) -> Response:
        day = datetime.fromisoformat(served_release(request).day).replace(tzinfo=UTC)
        self._data.set(day.timestamp())
        headers = {"Cache-Control": "no-store"}
        return Response(
            generate_latest(self._registry), headers=headers, media_type=CONTENT_TYPE_LATEST
        )

"""Prometheus metrics: the number, status and duration of requests, and the date of the data.

The names follow https://prometheus.io/docs/practices/naming/. The metrics do not reveal clients or
paths.
"""

from datetime import UTC, datetime
from pathlib import Path

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.server.request_outcome import RequestOutcome
from kv2rdf.server.served_release import served_release

_METHODS = frozenset(("GET", "HEAD", "OPTIONS", "POST"))


class Metrics:
    """The metrics of the server, and the route that returns them."""

    def __init__(self, folder: Path | None = None) -> None:
        """Set up the counters.

        If the server has several processes, ``folder`` is the folder in which they write their
        counts, and the route returns the sums of these counts. Otherwise, ``folder`` is None. The
        environment variable PROMETHEUS_MULTIPROC_DIR must already have been set to this folder when
        this module was imported.
        """
        self._registry = CollectorRegistry()
        own = self._registry if folder is None else None
        if folder is not None:
            MultiProcessCollector(self._registry, str(folder))  # type: ignore[no-untyped-call]
        self._requests = Counter(
            "kv2rdf_http_requests", "Answers that were sent.",
            ("section", "method", "status"), registry=own,
        )  # fmt: skip
        self._seconds = Histogram(
            "kv2rdf_http_request_seconds", "Time from a request to the end of its answer.",
            ("section",), registry=own,
        )  # fmt: skip
        self._data = Gauge(
            "kv2rdf_data_date_seconds", "The date of the data, in seconds since 1970.",
            registry=own, multiprocess_mode="mostrecent",
        )  # fmt: skip

    def routes(self) -> list[Route]:
        """Return the route ``/metrics``."""
        return [Route("/metrics", self._answer)]

    def count(self, outcome: RequestOutcome) -> None:
        """Count a request. Its status is "none" if the client disconnected before the response."""
        status = "none" if outcome.status is None else str(outcome.status)
        method = outcome.method if outcome.method in _METHODS else "other"
        self._requests.labels(outcome.section, method, status).inc()
        self._seconds.labels(outcome.section).observe(outcome.seconds)

    def _answer(self, request: Request) -> Response:
        day = datetime.fromisoformat(served_release(request).day).replace(tzinfo=UTC)
        self._data.set(day.timestamp())
        headers = {"Cache-Control": "no-store"}
        return Response(
            generate_latest(self._registry), headers=headers, media_type=CONTENT_TYPE_LATEST
        )

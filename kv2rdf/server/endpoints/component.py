"""The component of the server that contains the JSON API and the endpoints of this package."""

from collections.abc import Callable
from datetime import datetime

from kv2rdf.server.application import Component
from kv2rdf.server.endpoints.crawlers import crawler_routes
from kv2rdf.server.endpoints.health import health_routes
from kv2rdf.server.endpoints.metrics import Metrics
from kv2rdf.server.endpoints.reconciliation import reconciliation_routes
from kv2rdf.server.endpoints.sitemaps import sitemap_routes
from kv2rdf.server.json_api.routes import api_routes


def endpoints(metrics: Metrics, now: Callable[[], datetime], most_days: int | None) -> Component:
    """Return the component with the JSON API and the endpoints of this package.

    ``metrics`` counts the requests to the whole server. ``now`` returns the current time.
    ``most_days`` is the maximum age of the data in days, or None if any age is allowed.
    """
    return Component(
        (
            *metrics.routes(),
            *health_routes(now, most_days),
            *crawler_routes(),
            *sitemap_routes(),
            *reconciliation_routes(),
            *api_routes(),
        )
    )

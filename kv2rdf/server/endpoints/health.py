"""The health of the server, which depends on its release and on the age of the data."""

import json
from collections.abc import Callable
from datetime import date, datetime
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.errors import ReleaseError
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.served_release import ServedRelease, served_release

_FIRST_CASE = "SELECT ?case WHERE { ?case a kv:Dossier } LIMIT 1"


def health_routes(now: Callable[[], datetime], most_days: int | None) -> list[Route]:
    """Return the route ``/health``.

    The response has status 503 if the release cannot be read, or if its data is more than
    ``most_days`` days old. If ``most_days`` is None, any age is allowed. ``now`` returns the
    current time.
    """

    def health(request: Request) -> Response:
        release = served_release(request)
        days = (now().date() - date.fromisoformat(release.day)).days
        problem = _problem(release, days, most_days)
        content = {
            "status": "ok" if problem is None else problem,
            "release": release.version,
            "dataDate": release.day,
            "dataAgeInDays": days,
        }
        status = HTTPStatus.OK if problem is None else HTTPStatus.SERVICE_UNAVAILABLE
        headers = {"Cache-Control": "no-store"}
        return Response(json.dumps(content), status, headers, media_type="application/json")

    return [Route("/health", health)]


def _problem(release: ServedRelease, days: int, most_days: int | None) -> str | None:
    """Return a sentence that says what is wrong with the release, or None if nothing is wrong.

    ``days`` is the age of the data in days, and ``most_days`` is the maximum age, or None if any
    age is allowed.
    """
    try:
        rows_of(release.release.query(_FIRST_CASE))
    except ReleaseError:
        return "The release cannot be read."
    if most_days is not None and days > most_days:
        return f"The data is {days} days old; at most {most_days} are promised."
    return None

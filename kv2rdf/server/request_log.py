"""A log of requests as lines of JSON. They contain neither the client nor the whole path."""

import logging
from typing import TextIO

from pythonjsonlogger.json import JsonFormatter

from kv2rdf.server.request_outcome import RequestOutcome

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


def log_request(outcome: RequestOutcome) -> None:
    """Write a line about a request to the log.

    The line contains the time, the section of the site, the status, the release, the number of
    bytes of the response, and the duration. The path, the query, the address of the client and all
    headers are left out.
    """
    _write_line(
        outcome.section, outcome.status, outcome.release, outcome.size, 1000 * outcome.seconds
    )


def log_refusal(status: int, size: int, seconds: float) -> None:
    """Write a line about a request that was refused before it reached the application.

    ``size`` is the number of bytes of the response, and ``seconds`` is the duration of the request.
    The section and the release in the line are null.
    """
    _write_line(None, status, None, size, 1000 * seconds)


def _write_line(
    section: str | None, status: int | None, release: str | None, size: int, milliseconds: float
) -> None:
    line: dict[str, object] = {
        "section": section,
        "status": status,
        "release": release,
        "bytes": size,
        "milliseconds": round(milliseconds, 1),
    }
    _LOGGER.info("request", extra=line)

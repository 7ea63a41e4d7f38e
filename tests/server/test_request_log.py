"""The log of requests, which says nothing about who asked, or for what."""

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.server.application import application
from kv2rdf.server.current_release import CurrentRelease
from kv2rdf.server.request_log import log_request, write_log_to
from kv2rdf.server.request_outcome import observed_requests

SECRETS = ("203.0.113.9", "Jansen", "secret-agent", "2022Z00634", "token", "example.org")


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """A stream to which the log is written, until the end of the test."""
    names = ("kv2rdf.server", "uvicorn.error")
    before = [(logging.getLogger(n), logging.getLogger(n).level) for n in names]
    written = io.StringIO()
    write_log_to(written)
    yield written
    for logger, level in before:
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(level)


def test_a_line_says_what_was_answered_and_not_to_whom(
    seed_release: Path, stream: io.StringIO
) -> None:
    current = CurrentRelease(seed_release)
    ticks = iter(range(100))
    app = observed_requests(application(current), lambda: next(ticks) / 1000, log_request)
    web = TestClient(app, client=("203.0.113.9", 4711), follow_redirects=False)
    personal = {
        "User-Agent": "secret-agent",
        "X-Forwarded-For": "203.0.113.9",
        "Referer": "https://example.org/",
        "Authorization": "Bearer token",
    }
    first = web.get("/doc/eli/nl/tk/zaak/2022Z00634.ttl?q=Jansen", headers=personal)
    web.get("/Jansen", headers=personal)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert not any(secret in stream.getvalue() for secret in SECRETS)
    assert {name: lines[0][name] for name in lines[0] if name != "time"} == {
        "level": "INFO",
        "message": "request",
        "section": "doc",
        "status": 200,
        "release": current().version,
        "bytes": len(first.content),
        "milliseconds": 1.0,
    }
    assert (lines[1]["section"], lines[1]["status"]) == ("other", 404)

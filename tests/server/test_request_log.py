"""The log of requests, which contains nothing about the client or the requested path."""

import io
import json
import logging
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.server.application import application
from kv2rdf.server.current_release import CurrentRelease
from kv2rdf.server.request_limits import MOST_HEAD_BYTES
from kv2rdf.server.request_log import log_request, write_log_to
from kv2rdf.server.request_outcome import observed_requests
from tests.server.server_thread import serving

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


BAD_REQUESTS = (
    (b"nonsense\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nX-Long: " + b"x" * MOST_HEAD_BYTES + b"\r\n\r\n", 431),
)
WEBSOCKET = (
    b"GET /robots.txt HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
)


def _send(address: str, content: bytes) -> bytes:
    """Send bytes to a server, and return the beginning of its answer."""
    with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), 20) as server:
        server.sendall(content)
        return server.recv(100)


def test_a_refused_request_is_a_line_of_the_log(seed_release: Path, stream: io.StringIO) -> None:
    with serving(CurrentRelease(seed_release)) as address:
        for content, _ in BAD_REQUESTS:
            _send(address, content)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(x["message"], x["level"], x["status"], x["section"], x["release"]) for x in lines] == [
        ("request", "INFO", status, None, None) for _, status in BAD_REQUESTS
    ]
    assert all(line["bytes"] > 0 and 0 <= line["milliseconds"] < 60_000 for line in lines)


def test_a_bad_request_writes_nothing_without_the_log(
    seed_release: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python writes a warning to stderr if no part of the program handles it."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(logging, "lastResort", logging.StreamHandler(sys.stderr))
    with serving(CurrentRelease(seed_release)) as address:
        for content in (*(content for content, _ in BAD_REQUESTS), WEBSOCKET):
            assert _send(address, content).startswith(b"HTTP/1.1 ")
    assert capsys.readouterr().err == ""

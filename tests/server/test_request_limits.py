"""Requests that are too large, too slow or not HTTP, sent to a real server as raw bytes."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.responses import Response
from uvicorn.server import ServerState

from kv2rdf.server import request_limits
from kv2rdf.server.application import application
from kv2rdf.server.current_release import CurrentRelease
from kv2rdf.server.endpoints.component import endpoints
from kv2rdf.server.endpoints.metrics import Metrics
from kv2rdf.server.http_server import server_settings
from kv2rdf.server.request_limits import MOST_BODY_BYTES, MOST_HEAD_BYTES, LimitedProtocol
from tests.every_case import every_case
from tests.server.server_thread import serving


@pytest.fixture(scope="module")
def port(seed_release: Path) -> Iterator[int]:
    current = CurrentRelease(seed_release)
    programs = endpoints(Metrics(), lambda: datetime(2022, 3, 1, tzinfo=UTC), None)
    with serving(current, application(current, (programs,))) as address:
        yield int(address.rpartition(":")[2])


FORM = (
    b"POST /reconcile HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n"
)


def raw_answer(port: int, *pieces: bytes) -> bytes:
    """Send bytes, and return everything that the server sends until it closes the connection."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        answer = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
            while received := connection.recv(65536):
                answer += received
        except ConnectionError:  # The connection was closed while bytes were still being sent.
            pass
        return answer


def get(path: str, *headers: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode()


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize(
    ("size", "expected"), [(MOST_HEAD_BYTES - 100, 404), (MOST_HEAD_BYTES + 100, 431)]
)
def test_a_head_may_have_a_size(port: int, size: int, expected: int) -> None:
    assert status(raw_answer(port, get(f"/{'a' * size}"))) == expected
    assert status(raw_answer(port, get("/x", f"X-Long: {'a' * size}"))) == expected
    many = [f"X-{number:05}: {'a' * 89}" for number in range(size // 100)]
    assert status(raw_answer(port, get("/x", *many))) == expected


def test_a_head_without_end_is_refused_before_it_ends(port: int) -> None:
    begin = b"GET / HTTP/1.1\r\nX-Long: "
    answer = raw_answer(port, begin, *[b"a" * 100_000] * 20)
    assert answer == b"" or status(answer) == 431


class _Connection(asyncio.Transport):
    """A connection of which only what the server sends is known."""

    def __init__(self) -> None:
        super().__init__({"peername": ("127.0.0.1", 1), "sockname": ("127.0.0.1", 2)})
        self.sent, self.is_closed = b"", False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.sent += bytes(data)

    def close(self) -> None:
        self.is_closed = True

    def is_closing(self) -> bool:
        return self.is_closed


async def _protocol_after(data: bytes) -> LimitedProtocol:
    """Return the server's end of a connection after bytes that arrived at once."""
    config = server_settings(Response(), "")
    config.load()
    protocol = LimitedProtocol(config, ServerState(), {}, asyncio.get_running_loop())
    protocol.connection_made(_Connection())
    protocol.data_received(data)
    protocol.connection_lost(None)
    return protocol


async def _answer_at_once(data: bytes) -> bytes:
    """Return what the server answers to bytes that arrive at once, without waiting for more."""
    connection = (await _protocol_after(data)).transport
    assert isinstance(connection, _Connection)
    return connection.sent


@pytest.mark.parametrize(("size", "expected"), [(MOST_HEAD_BYTES, b""), (80_000, b"HTTP/1.1 431")])
def test_a_head_without_end_is_refused_although_it_came_at_once(size: int, expected: bytes) -> None:
    answer = asyncio.run(_answer_at_once(b"GET / HTTP/1.1\r\nX-Long: " + b"a" * size))
    assert answer[:12] == expected


def test_a_large_body_is_not_counted_with_the_next_head(port: int) -> None:
    head = b"POST /none HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
    answer = raw_answer(port, head + b"a" * 100_000 + get("/nl/"))
    assert b"HTTP/1.1 200 " in answer
    assert b"HTTP/1.1 431 " not in answer


@pytest.mark.parametrize(("size", "expected"), [(9, 200), (MOST_BODY_BYTES + 1, 413)])
def test_a_body_may_have_a_size(port: int, size: int, expected: int) -> None:
    """A body whose stated size is too large is refused before it is sent."""
    answer = raw_answer(port, FORM + b"Content-Length: %d\r\n\r\n" % size, b"type=xxxx")
    assert status(answer) == expected
    assert b"access-control-allow-origin: *" in answer


@pytest.mark.parametrize(("size", "expected"), [(4, 200), (MOST_BODY_BYTES + 1, 413)])
def test_a_body_in_chunks_may_have_a_size(port: int, size: int, expected: int) -> None:
    chunk = b"%x\r\ntype=%s\r\n0\r\n\r\n" % (size + len("type="), b"x" * size)
    answer = raw_answer(port, FORM + b"Transfer-Encoding: chunked\r\n\r\n", chunk)
    assert status(answer) == expected


CHUNKS = FORM + b"Transfer-Encoding: chunked\r\n\r\n4\r\na=bc\r\n0\r\n"


@every_case("line", [b"X-%05d: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", b"X%05d" * 7])
@every_case(("size", "expected"), [(60_000, b""), (80_000, b"HTTP/1.1 431")])
def test_headers_after_a_body_may_have_a_size(line: bytes, size: int, expected: bytes) -> None:
    count = line.count(b"%")
    lines = [line % ((number,) * count) for number in range(size // len(line % ((0,) * count)))]
    assert asyncio.run(_answer_at_once(CHUNKS + b"".join(lines)))[:12] == expected


@pytest.mark.parametrize(
    "begin", [CHUNKS[:-2], FORM + b"Transfer-Encoding: chunked\r\n\r\n1"], ids=["later", "first"]
)
def test_the_line_before_a_chunk_may_have_a_size(begin: bytes) -> None:
    answer = asyncio.run(_answer_at_once(begin + b";name=" + b"a" * 80_000))
    assert answer[:12] == b"HTTP/1.1 431"


def test_headers_after_a_body_do_not_become_headers_of_the_request() -> None:
    protocol = asyncio.run(_protocol_after(CHUNKS + b"X-Late: 1\r\n\r\n"))
    assert (b"host", b"x") in protocol.headers
    assert b"x-late" not in dict(protocol.headers)


@pytest.mark.parametrize(
    "request_",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /\xff HTTP/1.1\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET  \r\n\r\n",
        b"\x00" * 50,
        b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["TLS", "bytes", "version", "empty", "zeros", "length", "smuggling"],
)
def test_what_is_not_http_is_refused(port: int, request_: bytes) -> None:
    answer = raw_answer(port, request_)
    assert 400 <= status(answer) < 500
    assert b"access-control-allow-origin: *" in answer
    assert status(raw_answer(port, get("/nl/"))) == 200


@pytest.mark.parametrize("begin", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n"])
def test_a_slow_request_is_ended(port: int, begin: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_limits, "MOST_SECONDS", 0.1)
    assert status(raw_answer(port, begin)) == 408


def test_a_body_that_does_not_come_is_not_waited_for(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_limits, "MOST_SECONDS", 0.1)
    assert status(raw_answer(port, FORM + b"Content-Length: 100\r\n\r\nqueries=")) == 408


def test_one_connection_too_many_is_refused(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_limits, "MOST_CONNECTIONS", 2)
    kept = [socket.create_connection(("127.0.0.1", port)) for _ in range(2)]
    answer = raw_answer(port, get("/"))
    assert status(answer) == 503
    assert b"retry-after: 30" in answer
    for connection in kept:
        connection.close()

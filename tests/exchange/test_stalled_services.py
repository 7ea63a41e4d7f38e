"""A service that stalls or sends slowly. Each request ends after a stated time."""

import socket
import time
import zlib
from datetime import UTC, datetime

import pytest

from kv2rdf.errors import ServiceError
from kv2rdf.exchange.services.json_client import JsonClient
from tests.every_case import every_case
from tests.socket_server import Answer, server

NOW = datetime(2026, 11, 29, tzinfo=UTC)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
PAUSE = 0.02
_STEPS = 40


def answers_nothing(_client: socket.socket, _request: bytes) -> None:
    time.sleep(PAUSE * _STEPS)


def sends_only_the_head(client: socket.socket, _request: bytes) -> None:
    client.sendall(HEAD + b"Content-Length: 99\r\n\r\n")
    time.sleep(PAUSE * _STEPS)


def sends_the_head_slowly(client: socket.socket, _request: bytes) -> None:
    client.sendall(HEAD + b"X-Slow: ")
    for _ in range(_STEPS):
        client.sendall(b"a")
        time.sleep(PAUSE)


def sends_the_body_slowly(client: socket.socket, _request: bytes) -> None:
    client.sendall(HEAD + b"Content-Length: 9999\r\n\r\n")
    for _ in range(_STEPS):
        client.sendall(b" ")
        time.sleep(PAUSE)


def packs_without_end(client: socket.socket, _request: bytes) -> None:
    client.sendall(HEAD + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n")
    packer = zlib.compressobj(wbits=31)
    for _ in range(_STEPS):
        client.sendall(packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_SYNC_FLUSH))
        time.sleep(PAUSE)


def redirects_without_end(client: socket.socket, _request: bytes) -> None:
    client.sendall(b"HTTP/1.1 302 Found\r\nLocation: /x\r\nConnection: close\r\n\r\n")


def redirects_to_a_file(client: socket.socket, _request: bytes) -> None:
    client.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"
    )


@every_case(
    "answer",
    [
        answers_nothing,
        sends_only_the_head,
        sends_the_head_slowly,
        sends_the_body_slowly,
        packs_without_end,
    ],
)
def test_a_request_ends_although_the_service_does_not_end_its_answer(answer: Answer) -> None:
    waits: list[float] = []
    client = JsonClient("kv2rdf", waits.append, lambda: NOW, longest_request=0.1)
    with server(answer) as address:
        start = time.monotonic()
        with pytest.raises(ServiceError) as error:
            client.answer(f"{address}/sparql", "application/json")
        assert time.monotonic() - start < PAUSE * _STEPS
    problem = "the answer is not complete after 0.1 seconds"
    assert str(error.value) == f"{address}/sparql: {problem}"
    assert waits == []


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (redirects_without_end, "Exceeded 30 redirects"),
        (redirects_to_a_file, "No connection adapters were found for 'file:///etc/passwd'"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_an_error(answer: Answer, problem: str) -> None:
    client = JsonClient("kv2rdf", lambda _: None, lambda: NOW)
    with server(answer) as address, pytest.raises(ServiceError, match=problem):
        client.answer(f"{address}/sparql", "application/json")


def test_a_failure_of_tls_is_reported_at_once() -> None:
    waits: list[float] = []
    client = JsonClient("kv2rdf", waits.append, lambda: NOW)
    with (
        server(redirects_without_end) as address,
        pytest.raises(ServiceError, match="there is no secure connection"),
    ):
        client.answer(address.replace("http:", "https:"), "application/json")
    assert waits == []

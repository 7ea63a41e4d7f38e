"""A web server that stalls or misstates its sizes. Reading ends with a one-line message."""

import socket
import time
import zlib
from pathlib import Path

import pytest

from kv2rdf.errors import InputError, ReleaseError
from kv2rdf.storage.file_systems import TIMEOUTS, Timeouts
from kv2rdf.storage.remote_path import remote_path
from tests.conftest import build_quietly
from tests.socket_server import Answer, server

pytestmark = pytest.mark.remote
SHORT = Timeouts(silence=0.1, request=0.3, store=0.1)
PAGE = b"<kvr>" + b"a" * 995


def head(size: int = len(PAGE), more: str = "") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n{more}\r\n".encode()


def stalls_at_once(_client: socket.socket, _request: bytes) -> None:
    time.sleep(0.6)


def stalls_before_the_body(client: socket.socket, request: bytes) -> None:
    client.sendall(head())
    if request.startswith(b"GET"):
        time.sleep(0.6)


def stalls_in_the_body(client: socket.socket, request: bytes) -> None:
    client.sendall(head())
    if request.startswith(b"GET"):
        client.sendall(PAGE[:500])
        time.sleep(0.6)


def sends_slowly_for_ever(client: socket.socket, request: bytes) -> None:
    client.sendall(head())
    for _ in range(30 if request.startswith(b"GET") else 0):
        client.sendall(b"a")
        time.sleep(0.03)


def stalls_after_less_than_it_claims(client: socket.socket, request: bytes) -> None:
    client.sendall(head(3 * len(PAGE)))
    if request.startswith(b"GET"):
        client.sendall(PAGE)
        time.sleep(0.6)


def closes_after_less_than_it_claims(client: socket.socket, request: bytes) -> None:
    client.sendall(head(3 * len(PAGE)) + (PAGE if request.startswith(b"GET") else b""))


def closes_at_once(_client: socket.socket, _request: bytes) -> None:
    return


def redirects_for_ever(client: socket.socket, _request: bytes) -> None:
    client.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: /again\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    )


def answers_with_noise(client: socket.socket, _request: bytes) -> None:
    client.sendall(b"\x00\xff" * 500)


def redirects_to_a_file(client: socket.socket, _request: bytes) -> None:
    client.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"
    )


def sends_the_head_slowly(client: socket.socket, _request: bytes) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(30):
        client.sendall(b"a")
        time.sleep(0.03)


def packs_without_end(client: socket.socket, request: bytes) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n")
    packer = zlib.compressobj(wbits=31)
    for _ in range(30 if request.startswith(b"GET") else 0):
        client.sendall(packer.compress(b" " * 5_000_000) + packer.flush(zlib.Z_SYNC_FLUSH))
        time.sleep(0.03)


@pytest.mark.parametrize("name", ["page.xml", "all.tar"])
@pytest.mark.parametrize(
    "answer",
    [
        stalls_at_once,
        stalls_before_the_body,
        stalls_in_the_body,
        sends_slowly_for_ever,
        stalls_after_less_than_it_claims,
        closes_after_less_than_it_claims,
        closes_at_once,
        redirects_for_ever,
        redirects_to_a_file,
        pytest.param(sends_the_head_slowly, marks=pytest.mark.long),
        pytest.param(packs_without_end, marks=pytest.mark.long),
        answers_with_noise,
    ],
)
def test_a_server_that_does_not_answer_rightly_is_an_error(
    tmp_path: Path, answer: Answer, name: str
) -> None:
    with server(answer) as address:
        start = time.monotonic()
        source = remote_path(f"{address}/{name}", InputError, SHORT)
        with pytest.raises(InputError) as error:
            build_quietly(tmp_path / "release", source)
        assert time.monotonic() - start < 10
    assert str(error.value).startswith(f"{address}/{name}: ")
    assert "\n" not in str(error.value)
    assert list(tmp_path.iterdir()) == []


def sends_without_end(client: socket.socket, request: bytes) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    while request.startswith(b"GET"):
        client.sendall(PAGE)


def test_a_file_without_end_is_not_held_in_memory() -> None:
    with server(sends_without_end) as address:
        source = remote_path(f"{address}/current", ReleaseError, SHORT)
        with pytest.raises(ReleaseError, match="/current: is larger than 5,000 bytes"):
            source.read(5_000)


@pytest.mark.parametrize(("most_bytes", "is_read"), [(1_000, True), (999, False)])
def test_a_file_may_have_a_size(most_bytes: int, is_read: bool) -> None:  # noqa: FBT001
    path = remote_path("memory://sizes/current", ReleaseError)
    path.write(PAGE)
    if is_read:
        assert path.read(most_bytes) == PAGE
    else:
        with pytest.raises(ReleaseError, match="is larger than 999 bytes"):
            path.read(most_bytes)
    assert remote_path("memory://sizes/other", ReleaseError).read(most_bytes) is None


def test_the_times_are_those_in_the_docs() -> None:
    assert Timeouts(silence=60, request=3600, store=15) == TIMEOUTS

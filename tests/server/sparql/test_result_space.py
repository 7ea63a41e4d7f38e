"""Results that are not read use a limited space, and for a limited time."""

import asyncio
import socket
import time
from contextlib import closing
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from kv2rdf.server.application import Component, application
from kv2rdf.server.current_release import CurrentRelease
from kv2rdf.server.sparql import answers
from kv2rdf.server.sparql.answer_formats import ROW_ANSWERS
from kv2rdf.server.sparql.answers import result_answer
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.result_space import ResultShare, ResultSpace
from kv2rdf.server.sparql.worker_problems import BusyError
from tests.server.server_thread import serving


def _result(space: ResultSpace, client: str, size: int) -> CollectedResult:
    result = CollectedResult(1_000_000, ResultShare(space, client))
    result.add(b"x" * size)
    return result


def test_the_results_of_a_client_and_of_all_clients_have_a_size() -> None:
    space = ResultSpace(100, 60)
    first, other = _result(space, "one", 40), _result(space, "two", 40)
    with pytest.raises(BusyError, match="your other results"):
        _result(space, "one", 21)
    with pytest.raises(BusyError, match="no space for more results"):
        _result(space, "three", 21)
    first.close()
    first.close()
    _result(space, "three", 60).close()
    other.close()


def test_a_result_that_is_dropped_frees_its_space() -> None:
    space = ResultSpace(100, 100)
    for _ in range(3):
        _result(space, "one", 90)


def test_a_client_that_does_not_read_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "SENDING_SECONDS", 0.02)
    monkeypatch.setattr(answers, "_FEWEST_BYTES_PER_SECOND", 100_000_000)
    space = ResultSpace(500_000, 500_000)
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)
        if len(sent) == 3:
            await asyncio.Event().wait()

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    answer = result_answer(_result(space, "one", 400_000), ROW_ANSWERS[0], "inline")
    scope = {"type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}}
    asyncio.run(asyncio.wait_for(answer(scope, receive, send), 20))
    assert [len(message.get("body", b"")) for message in sent] == [0, 65_536, 65_536]
    _result(space, "one", 500_000).close()


def test_the_connection_of_a_client_that_does_not_read_is_ended_without_an_error(
    seed_release: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(answers, "SENDING_SECONDS", 0.05)
    monkeypatch.setattr(answers, "_FEWEST_BYTES_PER_SECOND", 1e12)
    caplog.set_level("INFO")
    size = 30_000_000
    space = ResultSpace(size, size)

    async def large(_request: Request) -> Response:
        result = CollectedResult(size, ResultShare(space, "one"))
        result.add(b"x" * size)
        return result_answer(result, ROW_ANSWERS[0], "inline")

    current = CurrentRelease(seed_release)
    app = application(current, (Component([Route("/large", large)]),))
    with serving(current, app) as address, closing(socket.socket()) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        connection.connect(("127.0.0.1", int(address.rpartition(":")[2])))
        connection.settimeout(20)
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        while not (said := _said(caplog)):
            time.sleep(0.01)
        received = iter(lambda: connection.recv(1_000_000), b"")
        assert sum(map(len, received)) < size
    assert said == ["a result was not sent to its end, because the client read too slowly"]
    assert _said(caplog) == said


def _said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the messages about answers and connections."""
    names = ("kv2rdf.server.sparql.answers", "uvicorn.error.connections")
    return [record.getMessage() for record in caplog.records if record.name in names]

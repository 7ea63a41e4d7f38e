"""A worker narrows a named query before it runs it, and no other."""

import io
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.query import first_results
from kv2rdf.query.named_queries import named_query
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import SparqlStore, rows_from_json, rows_of
from kv2rdf.server.sparql import frames, worker
from kv2rdf.server.sparql.frames import SparqlRequest, frame, read_frame

JSON = "application/sparql-results+json"
VALUES = {"first": "2"}


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


def answer(release: Release, request: SparqlRequest) -> tuple[tuple[str, ...], ...]:
    """Return the rows with which a worker answers a request."""
    server, client = socket.socketpair()
    with server, client:
        client.sendall(frame(frames.REQUEST, request.packed()))
        client.shutdown(socket.SHUT_WR)
        worker.answer_requests(release, release.open_store(), server, ())
        server.shutdown(socket.SHUT_WR)
        with client.makefile("rb") as answers:
            read = io.BytesIO(answers.read())
    found = dict(iter(lambda: read_frame(read) or (b"", b""), (b"", b"")))
    assert json.loads(found[frames.END]) == []
    return rows_from_json(found[frames.DATA]).rows


@pytest.mark.parametrize("name", ["unanswered-questions", "answered-late", "notices"])
def test_a_named_query_has_the_same_rows_as_without_a_server(release: Release, name: str) -> None:
    named = named_query(name)
    request = SparqlRequest(
        query=named.filled_text(VALUES, release.candidates), media_type=JSON, is_named=True
    )
    rows = answer(release, request)
    assert rows == rows_of(release.answer(named, VALUES))
    assert rows


@pytest.mark.parametrize("is_named", [True, False])
def test_only_a_named_query_is_narrowed(
    release: Release, monkeypatch: pytest.MonkeyPatch, *, is_named: bool
) -> None:
    narrowed: list[str] = []

    def narrowed_query(store: SparqlStore, query: str) -> tuple[str, int | None]:
        found = first_results.narrowed_query(store, query)
        narrowed.append(found[0])
        return found

    monkeypatch.setattr(worker, "narrowed_query", narrowed_query)
    text = named_query("unanswered-questions").filled_text(VALUES)
    answer(release, SparqlRequest(query=text, media_type=JSON, is_named=is_named))
    assert [("VALUES" in query, "LIMIT" in query) for query in narrowed] == [(True, False)][
        : int(is_named)
    ]

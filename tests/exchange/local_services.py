"""A server on this machine that uses the protocols of Wikidata and of the chamber.

Queries are answered by a SPARQL engine, on statements in the form of Wikidata. Rows of the chamber
are returned in pages of two. Faults can be requested; each is used for one request.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

RESULTS = "application/sparql-results+json;charset=utf-8"
PAGE = 2


@dataclass
class Answer:
    """An answer that replaces the correct one. ``cut`` is the number of bytes that are kept."""

    status: int = 200
    content: bytes | None = None
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    is_lost: bool = False


BUSY = Answer(status=503, content=b"busy", kind="text/html", headers={"Retry-After": "0"})
TOO_MANY = Answer(status=429, content=b"", kind="text/plain", headers={"Retry-After": "7"})
PAGE_OF_HTML = Answer(content=b"<html>maintenance</html>", kind="text/html; charset=utf-8")
LOST = Answer(is_lost=True)
LAG = Answer(
    content=b'{"error": {"code": "maxlag", "info": "9 seconds lagged", "lag": 9}}',
    headers={"Retry-After": "5"},
)


def cut_after(size: int) -> Answer:
    """Return an answer that announces its whole length, but ends before that."""
    return Answer(cut=size)


class LocalServices:
    """The data of the services, the faults that are still to occur, and the requests so far."""

    def __init__(self, statements: str, entities: dict[str, list[dict[str, Any]]]) -> None:
        self.store = ox.Store()
        self.load(statements)
        self.entities = entities
        self.redirects: dict[str, str] = {}
        self.faults: dict[str, list[Answer]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.counts: dict[str, int] = {}
        self.repeats_pages = False
        self.url = ""

    def load(self, statements: str) -> None:
        """Add statements, in Turtle."""
        self.store.load(statements.encode(), format=ox.RdfFormat.TURTLE)

    @property
    def words(self) -> tuple[str, ...]:
        """The options of the command that name these services."""
        return (
            "--query-service", f"{self.url}/sparql", "--item-service", f"{self.url}/w/api.php",
            "--chamber-service", f"{self.url}/OData/v4/2.0",
        )  # fmt: skip

    def answer(self, path: str, values: dict[str, str]) -> Answer:
        if path == "/sparql":
            found = self.store.query(values["query"])
            assert isinstance(found, ox.QuerySolutions)
            content = found.serialize(format=ox.QueryResultsFormat.JSON)
            assert content is not None
            return Answer(content=content, kind=RESULTS)
        if path == "/w/api.php":
            assert values["maxlag"] == "5"
            items = values["ids"].split("|")
            assert len(items) <= 50
            return Answer(content=_json({"entities": {item: self._item(item) for item in items}}))
        entity = path.rpartition("/")[2]
        rows = sorted(self.entities.get(entity, []), key=lambda row: row["Id"])
        if entity not in self.entities:
            return Answer(status=404, content=b"{}")
        return Answer(content=_json(self._page(entity, rows, values)))

    def _item(self, item: str) -> dict[str, Any]:
        if item in self.redirects:
            to = self.redirects[item]
            return {"id": to, "redirects": {"from": item, "to": to}}
        return {"id": item, "type": "item"}

    def _page(
        self, entity: str, rows: list[dict[str, Any]], values: dict[str, str]
    ) -> dict[str, Any]:
        rows = [row for row in rows if not row["Verwijderd"]]
        start = int(values.get("$skiptoken", "0"))
        page: dict[str, Any] = {"@odata.context": f"$metadata#{entity}"}
        if "$count" in values:
            page["@odata.count"] = self.counts.get(entity, len(rows))
        page["value"] = rows[start : start + PAGE]
        following = 0 if self.repeats_pages else start + PAGE
        if start + PAGE < len(rows):
            page["@odata.nextLink"] = f"{self.url}/OData/v4/2.0/{entity}?$skiptoken={following}"
        return page


@contextmanager
def local_services(services: LocalServices) -> Iterator[LocalServices]:
    """Run a server; its address is in ``services.url``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            values = {name: each[0] for name, each in parse_qs(parts.query).items()}
            services.requests.append((self.path, dict(self.headers)))
            right = services.answer(parts.path, values)
            waiting = services.faults.get(parts.path, [])
            answer = waiting.pop(0) if waiting else right
            if answer.is_lost:
                self.connection.close()
                return
            content = right.content if answer.content is None else answer.content
            assert content is not None
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(content)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content[: answer.cut])

        def log_message(self, *_: object) -> None:
            """Write nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    services.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield services
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _json(value: object) -> bytes:
    return json.dumps(value).encode()

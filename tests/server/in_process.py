"""Fast requests to the application in this process, without a network connection."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message

from kv2rdf.server.application import application
from kv2rdf.server.endpoints.component import endpoints
from kv2rdf.server.endpoints.metrics import Metrics
from kv2rdf.server.served_release import ServedRelease
from kv2rdf.server.sparql.component import sparql_component
from kv2rdf.server.sparql.worker_pool import WorkerPool


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Headers
    content: bytes


class Caller:
    """Sends requests to one application, one after the other."""

    def __init__(self, app: ASGIApp, loop: asyncio.AbstractEventLoop) -> None:
        self._app = app
        self._loop = loop

    def __call__(
        self, path: str, accept: str = "", method: str = "GET", body: str = "", **headers: str
    ) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self._answer(path, method, body.encode(), {"accept": accept, **named})
        return self._loop.run_until_complete(answer)

    def together(self, paths: Sequence[str]) -> list[Answer]:
        """Send requests at the same time, and return the answers in the order of the paths."""

        async def answers() -> list[Answer]:
            return await asyncio.gather(*(self._answer(path, "GET", b"", {}) for path in paths))

        return self._loop.run_until_complete(answers())

    async def _answer(self, path: str, method: str, body: bytes, headers: dict[str, str]) -> Answer:
        path, _, query = path.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(k.encode(), v.encode("latin-1")) for k, v in headers.items() if v],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }
        sent: list[Message] = []
        never = asyncio.Event()
        received = False

        async def receive() -> Message:
            nonlocal received
            if received:
                await never.wait()
            received = True
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        content = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), content)


@contextmanager
def caller(release: Path, pool: WorkerPool | None = None) -> Iterator[Caller]:
    """Yield a function that sends requests about a release, to all parts of the site.

    SPARQL is one of them if there is a pool of workers, which is opened and closed.
    """
    served = ServedRelease.open(release)
    folder = served.release.files.folder
    parts = [endpoints(Metrics(), lambda: datetime(2026, 1, 1, tzinfo=UTC), None)]
    if pool is not None:
        parts.append(sparql_component(pool, folder, None))
    with closing(asyncio.new_event_loop()) as loop:
        if pool is not None:
            loop.run_until_complete(pool.open(folder))
        try:
            yield Caller(application(lambda: served, parts), loop)
        finally:
            if pool is not None:
                loop.run_until_complete(pool.close())

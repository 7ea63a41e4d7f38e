"""The web application, which combines the routes of all modules."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TypeAlias

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kv2rdf.server.answer_headers import PREFLIGHT_HEADERS, AnswerHeaders
from kv2rdf.server.assets import asset_routes
from kv2rdf.server.documents.document_answer import document_routes
from kv2rdf.server.figure_routes import figure_routes
from kv2rdf.server.page_routes import page_routes
from kv2rdf.server.problem_answers import HANDLERS
from kv2rdf.server.release_files import file_routes
from kv2rdf.server.request_limits import MOST_BODY_BYTES
from kv2rdf.server.served_release import ServedRelease
from kv2rdf.server.things import thing_routes
from kv2rdf.server.vocabulary_routes import vocabulary_routes

Lifespan: TypeAlias = Callable[[], AbstractAsyncContextManager[None]]
"""A function that returns a context manager. Its context is open while requests are answered."""


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the server: its routes, and a context that is open while the server runs."""

    routes: Sequence[BaseRoute]
    lifespan: Lifespan | None = None


def application(
    current: Callable[[], ServedRelease], components: Iterable[Component] = ()
) -> ASGIApp:
    """Return the application that serves a release.

    ``current`` is called once for each request, and returns the release from which it is answered.
    The routes of ``components`` come before the routes of this package.
    """
    own = Component(
        (
            *document_routes(),  # requested most often, so that few routes come before them
            *page_routes(),
            *figure_routes(),
            *vocabulary_routes(),
            *asset_routes(),
            *file_routes(),
            *thing_routes(),
        )
    )
    parts = (*components, own)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            for part in parts:
                if part.lifespan is not None:
                    await stack.enter_async_context(part.lifespan())
            yield

    routes = [route for part in parts for route in part.routes]
    app = Starlette(
        routes=routes,
        exception_handlers=HANDLERS,
        lifespan=lifespan,
        max_body_size=MOST_BODY_BYTES,
    )
    app.router.redirect_slashes = False  # no address ends in a slash
    return AnswerHeaders(_with_options(app, routes), current)


def _with_options(app: ASGIApp, routes: Sequence[BaseRoute]) -> ASGIApp:
    """Return an application that also answers OPTIONS requests at every path.

    The response lists the methods of all routes for the path, and the headers that pages of other
    sites may send. A browser sends an OPTIONS request before it lets a page of another site use
    unusual headers or methods.
    """

    async def options_or_app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "OPTIONS":
            await app(scope, receive, send)
            return
        methods = {"OPTIONS"}
        for route in routes:
            match, _ = route.matches(scope)
            if match is not Match.NONE and isinstance(route, Route):
                methods |= route.methods or set()
        headers = {"Allow": ", ".join(sorted(methods)), **PREFLIGHT_HEADERS}
        await Response(status_code=204, headers=headers)(scope, receive, send)

    return options_or_app

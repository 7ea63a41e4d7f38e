"""The routes and the content of the query pages."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.errors import QueryError
from kv2rdf.query.named_queries import NamedQuery, all_queries, all_recipes
from kv2rdf.query.opening_values import opening_values
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.assets import has_editor
from kv2rdf.server.page import HTML
from kv2rdf.server.page_answer import missing_page
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.query_page import (
    FIRST_QUERY,
    FORM_PARAMETER,
    AskedQuestion,
    QueryAnswer,
    QueryRefusal,
    query_html,
)
from kv2rdf.server.pages.query_result import result_table
from kv2rdf.server.pages.vocabulary_terms import vocabulary_terms
from kv2rdf.server.per_release import PerRelease
from kv2rdf.server.problem import Problem
from kv2rdf.server.requested_site import requested_host, requested_site
from kv2rdf.server.served_release import served_release
from kv2rdf.server.sparql.answer_formats import (
    HTML_ANSWER,
    ROW_ANSWERS,
    answer_formats,
    chosen_format,
)
from kv2rdf.server.sparql.answers import (
    CLIENT_LEFT,
    STATUS_OF_ERRORS,
    headers_of_error,
    headers_of_result,
)
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.fair_use import TooMuchUseError
from kv2rdf.server.sparql.protocol import AskedQuery, asked_query
from kv2rdf.server.sparql.query_runner import QueryRunner
from kv2rdf.server.sparql.query_size import MOST_BYTES
from kv2rdf.server.sparql.result_downloads import download_answer

_MOST_SHOWN = 5_000_000
"""The maximum size in bytes of a result that a page shows."""

_OPENING = {
    query.name: PerRelease(partial(opening_values, query))
    for query in (*all_queries(), *all_recipes())
}


class QueryPages:
    """The query pages. ``runner`` runs the queries."""

    def __init__(self, runner: QueryRunner) -> None:
        """Create the pages."""
        self._runner = runner

    def routes(self) -> list[Route]:
        """Return the routes of the pages in both languages."""
        return [
            route
            for language in LANGUAGES
            for route in (
                Route(f"/{language}/bevragen", self._free),
                Route(f"/{language}/bevragen/{{name}}", self._named),
            )
        ]

    async def answer(
        self, request: Request, asked: AskedQuery, question: AskedQuestion | None = None
    ) -> Response:
        """Run a query, and return the page with its answer, or with the reason why it has none.

        ``question`` describes the query if it is a named query.
        """
        question = question or AskedQuestion(text=asked.text)
        formats = answer_formats(asked.text)
        begun = asyncio.get_running_loop().time()
        try:
            result = await self._runner.result(request, asked, formats[0].media_type)
        except tuple(STATUS_OF_ERRORS) as error:
            wait = error.wait if isinstance(error, TooMuchUseError) else None
            refusal = QueryRefusal(STATUS_OF_ERRORS[type(error)], str(error), wait)
            return await self._page(
                request, question, refusal=refusal, headers=headers_of_error(error)
            )
        if result is None:
            return Response(status_code=CLIENT_LEFT)
        seconds = asyncio.get_running_loop().time() - begun
        with result:
            found = QueryAnswer(
                seconds=seconds,
                formats=tuple(
                    sorted((f.name for f in formats if f is not HTML_ANSWER), key=_place)
                ),
                warnings=result.warnings,
            )
            if result.size <= _MOST_SHOWN:
                found = await run_in_threadpool(_with_content, request, found, result, asked.text)
            return await self._page(
                request, question, answer=found, headers=headers_of_result(result)
            )

    async def _free(self, request: Request) -> Response:
        """Return the page with the query form and, if the request contains a query, its answer."""
        parameters = request.query_params
        try:
            asked = await asked_query(request) if "query" in parameters else None
        except Problem as problem:
            refusal = QueryRefusal(problem.status_code, problem.detail)
            question = AskedQuestion(text=parameters["query"])
            return await self._page(request, question, refusal=refusal)
        if asked is None:
            question = AskedQuestion(text=FIRST_QUERY, others=tuple(parameters))
            return await self._page(request, question)
        asked = replace(asked, format_name=parameters.get(FORM_PARAMETER))
        if asked.format_name and (format_ := chosen_format(request, asked)) is not HTML_ANSWER:
            return await download_answer(self._runner, request, asked, format_, "result")
        return await self.answer(request, asked)

    async def _named(self, request: Request) -> Response:
        """Return the page with the requested named query or recipe and its answer.

        If the request names a format other than HTML, return the answer in that format.
        """
        name = request.path_params["name"]
        named = next((q for q in (*all_queries(), *all_recipes()) if q.name == name), None)
        if named is None:
            raise missing_page(request, "no_such_query", "bevragen", "link_queries")
        return await self._named_page(request, named)

    async def _named_page(self, request: Request, named: NamedQuery) -> Response:
        language = requested_site(request).language
        given = dict(request.query_params)
        defaults = await run_in_threadpool(_opening_values, request, named)
        values = {name: given.get(name, default) for name, default in defaults.items()}
        others = tuple(name for name in given if name not in (*defaults, FORM_PARAMETER))
        question = AskedQuestion(
            text=named.plain_text(defaults, language), named=named, values=values, others=others
        )
        try:
            text = named.plain_text(values, language)
        except QueryError as error:
            refusal = QueryRefusal(HTTPStatus.BAD_REQUEST, str(error))
            return await self._page(request, question, refusal=refusal)
        asked = AskedQuery(
            text=await run_in_threadpool(_fast_text, request, named, values),
            dataset=None,
            format_name=given.get(FORM_PARAMETER),
            is_named=True,
        )
        if asked.format_name and (format_ := chosen_format(request, asked)) is not HTML_ANSWER:
            return await download_answer(self._runner, request, asked, format_, named.name)
        return await self.answer(request, asked, replace(question, text=text))

    async def _page(
        self,
        request: Request,
        question: AskedQuestion,
        *,
        answer: QueryAnswer | None = None,
        refusal: QueryRefusal | None = None,
        headers: dict[str, str] | None = None,
    ) -> Response:
        terms = await run_in_threadpool(_editor_terms, request) if has_editor() else ()
        html = await run_in_threadpool(
            query_html,
            _site(request, question),
            question,
            requested_host(request),
            answer=answer,
            refusal=refusal,
            seconds=self._runner.longest_seconds,
            editor_terms=terms,
        )
        status = refusal.status if refusal else HTTPStatus.OK
        sent = {"Cache-Control": "no-cache", **(headers or {})}
        return Response(html, status, sent, media_type=HTML)


def _editor_terms(request: Request) -> tuple[str, ...]:
    """Return the names of all terms that the release uses, with their prefixes."""
    terms = vocabulary_terms(served_release(request).release).values()
    return tuple(sorted(term.name for term in terms if term.uses))


def _opening_values(request: Request, named: NamedQuery) -> Mapping[str, str]:
    """Return the initial values of the parameters on the page of a named query."""
    return _OPENING[named.name].value(served_release(request).release)


def _fast_text(request: Request, named: NamedQuery, values: Mapping[str, str]) -> str:
    """Return the SPARQL text of a named query, with the given values filled in.

    If only a few texts in the release may match the values, the query is restricted to these texts.
    """
    release = served_release(request).release
    fast = named.filled_text(values, release.candidates)
    return fast if len(fast.encode()) <= MOST_BYTES else named.filled_text(values)


def _place(format_name: str) -> int:
    """Return the sort key of a format in the list of downloads, in which CSV comes first."""
    first = ("csv", "tsv", "json", "xml", "ttl")
    return first.index(format_name) if format_name in first else len(first)


def _with_content(
    request: Request, found: QueryAnswer, result: CollectedResult, query: str
) -> QueryAnswer:
    """Return ``found`` with the table of the result or, if the result is triples, with its text."""
    content, site = b"".join(result.pieces()), requested_site(request)
    if answer_formats(query) is ROW_ANSWERS:
        return replace(found, table=result_table(served_release(request), site, content))
    return replace(found, text=content.decode())


def _site(request: Request, question: AskedQuestion) -> PageSite:
    """Return the ``PageSite`` of the page.

    At /sparql, its path and its query string are those of the query page with the same query.
    """
    site = requested_site(request)
    if site.path:
        return site
    return replace(site, path="bevragen", query=f"?{urlencode({'query': question.text})}")

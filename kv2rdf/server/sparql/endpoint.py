"""The address /sparql: it answers queries and describes itself. People are shown pages."""

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server.problem import Problem
from kv2rdf.server.sparql.answer_formats import HTML_ANSWER, chosen_format
from kv2rdf.server.sparql.answers import (
    CLIENT_LEFT,
    STATUS_OF_ERRORS,
    description_answer,
    headers_of_error,
    result_answer,
)
from kv2rdf.server.sparql.protocol import FORM_LINK, asked_query
from kv2rdf.server.sparql.query_pages import QueryPages
from kv2rdf.server.sparql.query_runner import QueryRunner


class SparqlEndpoint:
    """The endpoint. ``runner`` runs the queries, and ``pages`` shows them to people."""

    def __init__(self, runner: QueryRunner, pages: QueryPages) -> None:
        """Make an endpoint. It has no state."""
        self._runner = runner
        self._pages = pages

    async def answer(self, request: Request) -> Response:
        """Answer a request with GET, HEAD or POST."""
        asked = await asked_query(request)
        if asked is None:
            return await description_answer(request)
        format_ = chosen_format(request, asked)
        if format_ is HTML_ANSWER:
            return await self._pages.answer(request, asked)
        try:
            result = await self._runner.result(request, asked, format_.media_type)
        except tuple(STATUS_OF_ERRORS) as error:
            status, headers = STATUS_OF_ERRORS[type(error)], headers_of_error(error)
            raise Problem(status, _sentence(error), (FORM_LINK,), headers) from error
        if result is None:
            return Response(status_code=CLIENT_LEFT)
        return result_answer(result, format_)


def _sentence(error: Exception) -> str:
    """Return what an error says, as a sentence."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."

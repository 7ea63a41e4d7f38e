"""The endpoint /sparql, for queries and the service description. Browsers receive pages."""

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server.sparql.answer_formats import HTML_ANSWER, chosen_format
from kv2rdf.server.sparql.answers import description_answer
from kv2rdf.server.sparql.program_answers import program_answer
from kv2rdf.server.sparql.protocol import asked_query
from kv2rdf.server.sparql.query_pages import QueryPages
from kv2rdf.server.sparql.query_runner import QueryRunner


class SparqlEndpoint:
    """The SPARQL endpoint. ``runner`` runs queries, and ``pages`` creates pages of results."""

    def __init__(self, runner: QueryRunner, pages: QueryPages) -> None:
        """Create an endpoint."""
        self._runner = runner
        self._pages = pages

    async def answer(self, request: Request) -> Response:
        """Return the response to a GET, HEAD or POST request."""
        asked = await asked_query(request)
        if asked is None:
            return await description_answer(request)
        format_ = chosen_format(request, asked)
        if format_ is HTML_ANSWER:
            return await self._pages.answer(request, asked)
        return await program_answer(self._runner, request, asked, format_)

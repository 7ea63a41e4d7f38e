"""The responses to queries from programs."""

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server.problem import Problem
from kv2rdf.server.sparql.answer_formats import AnswerFormat
from kv2rdf.server.sparql.answers import (
    CLIENT_LEFT,
    STATUS_OF_ERRORS,
    headers_of_error,
    result_answer,
)
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.protocol import FORM_LINK, AskedQuery
from kv2rdf.server.sparql.query_runner import QueryRunner


async def program_answer(
    runner: QueryRunner, request: Request, asked: AskedQuery, format_: AnswerFormat
) -> Response:
    """Run a query, and return the response with its whole result in the given format.

    Raises Problem if the query cannot be answered, and ReleaseError if the release cannot be read.
    """
    result = await program_result(runner, request, asked, format_)
    if result is None:
        return Response(status_code=CLIENT_LEFT)
    return result_answer(result, format_, f'inline; filename="result.{format_.name}"')


async def program_result(
    runner: QueryRunner, request: Request, asked: AskedQuery, format_: AnswerFormat
) -> CollectedResult | None:
    """Return the result of a query in the given format, or None if the client has left.

    Raises Problem if the query cannot be answered, and ReleaseError if the release cannot be read.
    """
    try:
        return await runner.result(request, asked, format_.media_type)
    except tuple(STATUS_OF_ERRORS) as error:
        status, headers = STATUS_OF_ERRORS[type(error)], headers_of_error(error)
        raise Problem(status, _sentence(error), (FORM_LINK,), headers) from error


def _sentence(error: Exception) -> str:
    """Return the message of an error as a sentence."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."

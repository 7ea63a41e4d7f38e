"""The downloads of results on the query pages."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server.pages.labelled_csv import labelled_csv
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.served_release import served_release
from kv2rdf.server.sparql.answer_formats import AnswerFormat
from kv2rdf.server.sparql.answers import CLIENT_LEFT, headers_of_result, result_answer
from kv2rdf.server.sparql.program_answers import program_result
from kv2rdf.server.sparql.protocol import AskedQuery
from kv2rdf.server.sparql.query_runner import QueryRunner

MOST_LABELLED_BYTES = 5_000_000
"""The maximum size of a result in CSV to which labels are added."""


async def download_answer(
    runner: QueryRunner, request: Request, asked: AskedQuery, format_: AnswerFormat, name: str
) -> Response:
    """Run a query, and return its whole result as a file with the given name and format.

    A CSV contains the labels of entities, unless it is very large. Raises Problem if the query
    cannot be answered, and ReleaseError if the release cannot be read.
    """
    result = await program_result(runner, request, asked, format_)
    if result is None:
        return Response(status_code=CLIENT_LEFT)
    disposition = f'attachment; filename="{name}.{format_.name}"'
    if format_.name != "csv" or result.size > MOST_LABELLED_BYTES:
        return result_answer(result, format_, disposition)
    with result:
        written = b"".join(result.pieces()).decode()
        release, language = served_release(request), requested_site(request).language
        content = await run_in_threadpool(labelled_csv, release, language, written)
        headers = {**headers_of_result(result), "Content-Disposition": disposition}
    return Response(content, headers=headers, media_type=format_.media_type)

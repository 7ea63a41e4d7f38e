"""The fields of a request: those of its query string, and those of a form in its body."""

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from kv2rdf.server.problem import Problem

FORM = "application/x-www-form-urlencoded"


async def form_fields(request: Request, longest: int) -> Mapping[str, str]:
    """Return the fields of a GET or POST request, by name. The last value of a name is used.

    ``longest`` is the maximum number of bytes in a body. Raises Problem if the body of a POST
    request is larger, is not a form or is not in UTF-8, or if the client disconnects before the end
    of the body.
    """
    if request.method != "POST":
        return request.query_params
    if body_media_type(request) != FORM:
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"The body must be {FORM}.")
    body = await request_body(request, longest)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except ValueError as error:  # includes UnicodeDecodeError
        raise Problem(HTTPStatus.BAD_REQUEST, "The form is not in UTF-8.") from error
    return {**request.query_params, **dict(pairs)}


def body_media_type(request: Request) -> str:
    """Return the media type of the body of a request, in lower case and without parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def request_body(request: Request, longest: int) -> bytes:
    """Return the body of a request.

    Raises Problem if the body is longer than ``longest`` bytes, or if the client disconnects before
    the end of the body.
    """
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > longest:
                detail = f"The body may have {longest:,} bytes."
                raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)
    except ClientDisconnect as error:
        detail = "The connection ended before the body did."
        raise Problem(HTTPStatus.BAD_REQUEST, detail) from error
    return bytes(body)

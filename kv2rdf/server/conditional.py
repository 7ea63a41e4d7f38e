"""Conditional requests (RFC 9110, section 13)."""

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256
from http import HTTPStatus
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from werkzeug.http import parse_date, parse_etags
from werkzeug.sansio.http import is_resource_modified

from kv2rdf.server.problem import Problem
from kv2rdf.server.served_release import served_release

CACHE_CONTROL = "public, max-age=60"
"""The Cache-Control header.

The lifetime is short, because the next release may change a response.
"""
_CONDITIONS = ("if-match", "if-modified-since", "if-none-match", "if-unmodified-since")


def validators(digits: str, changed: datetime) -> dict[str, str]:
    """Return the headers with which clients cache a response or check whether it has changed.

    ``digits`` is the sha256 of the content in hexadecimal digits, and ``changed`` is the value of
    Last-Modified.
    """
    digest = b64encode(bytes.fromhex(digits)).decode()
    return {
        "Cache-Control": CACHE_CONTROL,
        "ETag": f'"{digits}"',
        "Last-Modified": format_datetime(changed, usegmt=True),
        "Repr-Digest": f"sha-256=:{digest}:",
    }


def unchanged_answer(request: Request, headers: dict[str, str]) -> Response | None:
    """Return a response without content if the client already has the content, or None otherwise.

    ``headers`` are the headers of the whole response, including those of ``validators``. Raises
    Problem if the request is for different content, such as the rest of a file that has been
    replaced.
    """
    given = request.headers
    if request.method not in ("GET", "HEAD") or not any(name in given for name in _CONDITIONS):
        return None
    _check_preconditions(request, headers)
    is_modified = is_resource_modified(
        http_if_modified_since=request.headers.get("if-modified-since"),
        http_if_none_match=request.headers.get("if-none-match"),
        etag=headers["ETag"].strip('"'),
        last_modified=headers["Last-Modified"],
    )
    return None if is_modified else Response(status_code=304, headers=headers)


def _check_preconditions(request: Request, headers: dict[str, str]) -> None:
    """Raise Problem if the condition in If-Match or If-Unmodified-Since is not met."""
    wanted = request.headers.get("if-match")
    if wanted is not None:
        is_wanted = parse_etags(wanted).contains(headers["ETag"].strip('"'))
    else:
        day = parse_date(request.headers.get("if-unmodified-since"))
        changed = parse_date(headers["Last-Modified"])
        is_wanted = day is None or changed is None or changed <= day
    if not is_wanted:
        detail = "The content at this address has changed; ask for all of it."
        raise Problem(HTTPStatus.PRECONDITION_FAILED, detail, headers={"ETag": headers["ETag"]})


def content_answer(
    request: Request,
    content: bytes,
    headers: Mapping[str, str] = MappingProxyType({}),
    media_type: str | None = None,
) -> Response:
    """Return the response with ``content``, or without it if the client already has it.

    ``headers`` are added to those of ``validators``. If ``media_type`` is None, ``headers`` must
    contain the media type. Raises Problem in the same cases as ``unchanged_answer``.
    """
    built = served_release(request).built
    named = {**validators(sha256(content).hexdigest(), built), **headers}
    return unchanged_answer(request, named) or Response(
        content, headers=named, media_type=media_type
    )


def redirect(path: str, status: HTTPStatus) -> Response:
    """Return a redirect to a path. A browser may cache it only as long as any other response.

    By default, browsers cache a permanent redirect for ever, but a later release may redirect the
    path to another one.
    """
    return RedirectResponse(path, status, {"Cache-Control": CACHE_CONTROL})

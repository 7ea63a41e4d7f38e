"""Conditional requests: whether a client already has what it asks for (RFC 9110, section 13)."""

from datetime import datetime
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response
from werkzeug.sansio.http import is_resource_modified

CACHE_CONTROL = "public, max-age=60"
"""An answer may change with the next release, so a cache must soon ask again."""


def validators(etag: str, changed: datetime) -> dict[str, str]:
    """Return the headers by which a client can ask later whether an answer has changed.

    ``etag`` must differ between any two answers with different bytes.
    """
    return {
        "Cache-Control": CACHE_CONTROL,
        "ETag": f'"{etag}"',
        "Last-Modified": format_datetime(changed, usegmt=True),
    }


def unchanged_answer(request: Request, headers: dict[str, str]) -> Response | None:
    """Return an answer without content, if the client has this content already, or else None.

    ``headers`` are those of the whole answer, with those of ``validators`` among them.
    """
    if request.method not in ("GET", "HEAD"):
        return None
    is_modified = is_resource_modified(
        http_if_modified_since=request.headers.get("if-modified-since"),
        http_if_none_match=request.headers.get("if-none-match"),
        etag=headers["ETag"].strip('"'),
        last_modified=headers["Last-Modified"],
    )
    return None if is_modified else Response(status_code=304, headers=headers)

"""The choice of a media type and a language from request headers (RFC 9110, section 12.5)."""

from collections.abc import Sequence

from starlette.requests import HTTPConnection
from werkzeug.datastructures import LanguageAccept, MIMEAccept
from werkzeug.http import parse_accept_header

_LONGEST = 2_000
"""The maximum number of characters that are read of each header. Comunica sends about 700."""


def best_media_type(request: HTTPConnection, offers: Sequence[str]) -> str | None:
    """Return the media type in ``offers`` that a client prefers, or None if it accepts none.

    If the client prefers several equally, the first of them is returned. If there is no Accept
    header, the first of ``offers`` is returned. Parameters of media types, such as ``charset``, are
    ignored.
    """
    header = ",".join(request.headers.getlist("accept"))[:_LONGEST]
    if not header.strip():
        return offers[0]
    accepted = parse_accept_header(header)
    types = MIMEAccept([(value.partition(";")[0].strip(), q) for value, q in accepted])
    return types.best_match(offers)


def best_language(request: HTTPConnection, offers: Sequence[str]) -> str:
    """Return the language in ``offers`` that a client prefers, or the first if it accepts none.

    Regions are ignored: ``en-GB`` is treated as English.
    """
    header = ",".join(request.headers.getlist("accept-language"))[:_LONGEST]
    accepted = [(tag.partition("-")[0], q) for tag, q in parse_accept_header(header)]
    return LanguageAccept(accepted).best_match(offers) or offers[0]

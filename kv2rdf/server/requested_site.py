"""The facts that every page needs, read from the request and its release."""

from starlette.requests import Request

from kv2rdf.rdf.iris import is_iri
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.negotiation import best_language
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.request_path import path_below_root, root_path
from kv2rdf.server.served_release import served_release


def requested_site(request: Request) -> PageSite:
    """Return the facts about the release and the request that every page needs.

    The language is that of the path or, if the path has none, the one that the browser prefers.
    """
    release = served_release(request)
    first, _, rest = path_below_root(request).removeprefix("/").partition("/")
    is_page = first in LANGUAGES
    return PageSite(
        language=first if is_page else best_language(request, LANGUAGES),
        base=release.base,
        root=root_path(request),
        version=release.version,
        day=release.day,
        licence=release.license,
        path=rest if is_page else "",
        query=f"?{request.url.query}" if request.url.query else "",
    )


def requested_host(request: Request) -> str:
    """Return the base URL at which this server was requested, such as "http://127.0.0.1:8000".

    If the request contains no valid URL, the base of the release is returned.
    """
    host = f"{request.url.scheme}://{request.url.netloc}"
    return host if is_iri(host) else served_release(request).base

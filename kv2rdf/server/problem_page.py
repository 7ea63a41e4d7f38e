"""The page that says why a request has no answer, in the look of the pages for people."""

from starlette.requests import Request

from kv2rdf.server.negotiation import best_language
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.problem import Problem
from kv2rdf.server.request_path import path_below_root, root_path
from kv2rdf.server.served_release import served_release

_LANGUAGES = ("nl", "en")


def problem_page(request: Request, problem: Problem) -> str:
    """Return the page about a problem, in the language of the path or of the reader."""
    release = served_release(request)
    first, _, rest = path_below_root(request).removeprefix("/").partition("/")
    is_page = first in _LANGUAGES
    site = PageSite(
        language=first if is_page else best_language(request, _LANGUAGES),
        base=release.base,
        root=root_path(request),
        version=release.version,
        day=release.day,
        path=rest if is_page else "",
    )
    key = f"problem_{problem.status_code}"
    heading = site.words.text(key if site.words.has(key) else "problem_other")
    return page_html(site, "problem.html.j2", problem=problem, heading=heading)

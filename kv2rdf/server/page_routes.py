"""The pages for people, in Dutch and English."""

from hashlib import sha256
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kv2rdf.errors import QueryError
from kv2rdf.server.conditional import unchanged_answer, validators
from kv2rdf.server.documents.place import DOCUMENTS
from kv2rdf.server.page import HTML
from kv2rdf.server.pages.case_page import DataFormat, Neighbours, case_html
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.release_rules import rule_names
from kv2rdf.server.problem import Problem, ProblemLink
from kv2rdf.server.served_release import ServedRelease, served_release

_LANGUAGES = ("nl", "en")
_DATA_FORMATS = (
    ("Turtle", "text/turtle", "ttl"),
    ("JSON-LD", "application/ld+json", "jsonld"),
    ("N-Triples", "application/n-triples", "nt"),
)


def page_routes() -> list[Route]:
    """Return the routes of the pages."""
    return [Route(f"/{language}/zaak/{{number}}", _case, name=language) for language in _LANGUAGES]


def page_site(request: Request) -> PageSite:
    """Return what a page says and needs of the release and the request."""
    release, root = served_release(request), request.scope.get("root_path", "")
    _, language, path = request.url.path.removeprefix(root).split("/", 2)
    return PageSite(
        language=language, base=release.base, root=root, version=release.version,
        day=release.day, path=path,
    )  # fmt: skip


def page_answer(request: Request, html: str) -> Response:
    """Return the answer with a page."""
    written = html.encode()
    headers = validators(sha256(written).hexdigest(), served_release(request).built)
    return unchanged_answer(request, headers) or Response(written, headers=headers, media_type=HTML)


def _case(request: Request) -> Response:
    release, site, number = (
        served_release(request),
        page_site(request),
        request.path_params["number"],
    )
    try:
        case = release.release.case_view(number, site.language)
    except QueryError as error:
        detail = f"There is no case {number}."
        raise Problem(HTTPStatus.NOT_FOUND, detail, (ProblemLink("/", "home"),)) from error
    if case.number != number:
        return RedirectResponse(site.link(f"zaak/{case.number}"), HTTPStatus.MOVED_PERMANENTLY)
    rules, formats = rule_names(release.release, site.language), _formats(site, case.address)
    html = case_html(case, site, rules, _neighbours(release, case.number), formats)
    return page_answer(request, html)


def _formats(site: PageSite, address: str) -> tuple[DataFormat, ...]:
    topic = address.removeprefix(site.base)
    return tuple(
        DataFormat(name, media_type, f"{site.root}{DOCUMENTS}{topic}.{extension}")
        for name, media_type, extension in _DATA_FORMATS
    )


def _neighbours(release: ServedRelease, number: str) -> Neighbours:
    """Return the cases before and after a case, in the order of years and numbers."""
    numbers = list(release.case_files)
    place = numbers.index(number)
    before = numbers[place - 1] if place else None
    after = numbers[place + 1] if place + 1 < len(numbers) else None
    return Neighbours(before, after)

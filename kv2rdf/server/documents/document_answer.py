"""The responses to requests for documents about entities."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.server.answer_queue import queued_answer
from kv2rdf.server.conditional import content_answer, redirect
from kv2rdf.server.documents.content import ThingDocument, thing_document
from kv2rdf.server.documents.document_format import (
    DOCUMENT_FORMATS,
    DocumentFormat,
    negotiated_format,
)
from kv2rdf.server.documents.html_document import html_content
from kv2rdf.server.documents.place import CATALOGUE, DOCUMENTS, Place, requested_place
from kv2rdf.server.documents.rdf_syntax import rdf_content
from kv2rdf.server.documents.successors import successor_answer
from kv2rdf.server.problem import Problem, ProblemLink, TranslatedProblem
from kv2rdf.server.request_path import root_path
from kv2rdf.server.served_release import ServedRelease, served_release


def document_routes() -> list[Route]:
    """Return a list with the route of the documents about entities."""
    return [Route(DOCUMENTS + "/{path:path}", queued_answer(_document))]


def _document(request: Request) -> Response:
    release, path = served_release(request), f"/{request.path_params['path']}"
    found = requested_place(release, path)
    if found is None:
        return successor_answer(request, path)
    place, topic, format_ = found
    if place.topic != topic:
        return document_redirect(request, place, format_)
    chosen = format_ or negotiated_format(request)
    if chosen is None:
        raise _not_acceptable(place)
    return _answer(request, thing_document(release, place.topic), chosen)


def document_redirect(
    request: Request, place: Place, format_: DocumentFormat | None = None
) -> Response:
    """Return a redirect (303) to the document at ``place``, in the given format if there is one."""
    target = root_path(request) + place.path
    target += f".{format_.extension}" if format_ else ""
    target += f"#{place.anchor}" if place.anchor else ""
    return redirect(target, HTTPStatus.SEE_OTHER)


def _answer(request: Request, content: ThingDocument, format_: DocumentFormat) -> Response:
    release = served_release(request)
    if format_.rdf is None:
        written = html_content(request, content)
    else:
        written = rdf_content(release, content, format_)
    root = root_path(request)
    headers = {
        "Content-Location": f"{root}{DOCUMENTS}{content.topic}.{format_.extension}",
        "Content-Type": format_.content_type,
        "Link": _links(release, root, content, format_),
    }
    return content_answer(request, written, headers)


def _links(
    release: ServedRelease, root: str, content: ThingDocument, format_: DocumentFormat
) -> str:
    document = DOCUMENTS + content.topic
    links = [
        f'<{content.address}>; rel="cite-as"',
        f'<{release.base}{document}>; rel="canonical"',
        f'<{release.license}>; rel="license"',
        f'<{root}{DOCUMENTS}{CATALOGUE}>; rel="describedby"',
        f'<{HOME}/shapes>; rel="describedby"',
    ]
    links += [
        f'<{root}{document}.{other.extension}>; rel="alternate"; type="{other.media_type}"'
        for other in DOCUMENT_FORMATS
        if other is not format_
    ]
    return ", ".join(links)


def _not_acceptable(place: Place) -> Problem:
    links = tuple(
        ProblemLink(f"{place.path}.{format_.extension}", format_.media_type)
        for format_ in DOCUMENT_FORMATS
    )
    return TranslatedProblem(HTTPStatus.NOT_ACCEPTABLE, "no_such_format", links)

"""The downloads of files of a release: the manifest, and the files that it lists."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from kv2rdf.errors import ReleaseError
from kv2rdf.server.conditional import unchanged_answer, validators
from kv2rdf.server.problem import ProblemLink, TranslatedProblem
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.served_release import served_release
from kv2rdf.server.style_policy import style_policy

_MEDIA_TYPES = {
    "": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


def file_routes() -> list[Route]:
    """Return the route of the files of the release."""
    return [Route("/data/{name:path}", _file)]


def file_answer(request: Request, name: str) -> Response:
    """Return the response with a file of the release, or with the requested part of it.

    ``name`` is the name of the file in the manifest. Raises Problem if the release does not contain
    the file, and ReleaseError if the file cannot be read.
    """
    release = served_release(request)
    if name not in release.hashes:
        page = f"/{requested_site(request).language}/data"
        link = ProblemLink.translated(page, "link_files")
        raise TranslatedProblem(
            HTTPStatus.NOT_FOUND, "no_such_file", (link,), values={"name": repr(name)}
        )
    headers = validators(release.hashes[name].file, release.built)
    path = release.release.files.folder / name
    try:
        if path.suffix == ".html":
            headers["Content-Security-Policy"] = style_policy(path.read_bytes())
        unchanged = unchanged_answer(request, headers)
        if unchanged is not None:
            return unchanged
        status = path.stat()
    except OSError as error:
        raise ReleaseError(f"{path}: {error.strerror}") from error
    media_type = _MEDIA_TYPES[path.suffix]
    return FileResponse(path, headers=headers, media_type=media_type, stat_result=status)


def _file(request: Request) -> Response:
    return file_answer(request, request.path_params["name"])

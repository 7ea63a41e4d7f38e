"""Sitemaps: the pages of all cases for crawlers, by year, with the day on which each changed.

The format is that of https://www.sitemaps.org/protocol.html.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from itertools import groupby
from pathlib import PurePosixPath
from urllib.parse import quote
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.per_release import PerRelease
from kv2rdf.server.problem import Problem
from kv2rdf.server.served_release import ServedRelease, served_release

MOST_PAGES = 50_000
"""The number of pages that a sitemap may list."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def sitemap_routes() -> list[Route]:
    """Return the routes of the list of sitemaps, and of the sitemaps."""
    return [Route("/sitemap.xml", _list), Route("/sitemap/{name}.xml", _sitemap)]


def sitemap_files(files: Iterable[str], most: int = MOST_PAGES) -> Mapping[str, tuple[str, ...]]:
    """Return the files of cases that each sitemap is about, by the name of the sitemap.

    ``files`` are names of files in a release, such as "dossiers/2022/2022Z00634.ttl". A sitemap is
    named for a year. If a year has more than ``most`` cases, its further sitemaps are numbered:
    "2022", "2022-2".
    """
    cases = sorted(name for name in files if name.startswith("dossiers/"))
    sitemaps: dict[str, tuple[str, ...]] = {}
    for year, of_year in groupby(cases, lambda name: name.split("/")[1]):
        names = tuple(of_year)
        for number, first in enumerate(range(0, len(names), most), 1):
            sitemaps[year if number == 1 else f"{year}-{number}"] = names[first : first + most]
    return sitemaps


def _dated_sitemaps(release: ServedRelease) -> Mapping[str, Mapping[str, str]]:
    """Return the files of each sitemap, each with the day on which it was written."""
    return {
        name: {file: _changed(release, file) for file in files}
        for name, files in sitemap_files(release.hashes).items()
    }


_SITEMAPS = PerRelease(_dated_sitemaps)


def _list(request: Request) -> Response:
    lines = (
        f"<sitemap><loc>{_address(request, f'sitemap/{name}.xml')}</loc>"
        f"<lastmod>{max(files.values())}</lastmod></sitemap>\n"
        for name, files in _SITEMAPS.value(served_release(request)).items()
    )
    return _xml("sitemapindex", lines)


def _sitemap(request: Request) -> Response:
    files = _SITEMAPS.value(served_release(request)).get(request.path_params["name"])
    if files is None:
        raise Problem(HTTPStatus.NOT_FOUND, "There is no such sitemap; /sitemap.xml lists them.")
    return _xml("urlset", _pages(request, files))


def _pages(request: Request, files: Mapping[str, str]) -> Iterator[str]:
    """Yield the page of each case in Dutch, with the same page in each language."""
    for file, changed in files.items():
        case = quote(PurePosixPath(file).stem)
        pages = {code: _address(request, f"{code}/zaak/{case}") for code in LANGUAGES}
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{page}"/>'
            for code, page in pages.items()
        )
        yield f"<url><loc>{pages['nl']}</loc><lastmod>{changed}</lastmod>{others}</url>\n"


def _changed(release: ServedRelease, file: str) -> str:
    """Return the day on which the file of a case was written.

    A build on top of another release keeps the file of a case that has not changed, with its time.
    """
    written = (release.release.files.folder / file).stat().st_mtime
    return datetime.fromtimestamp(written, UTC).date().isoformat()


def _address(request: Request, path: str) -> str:
    return escape(f"{request.base_url}{path}", {'"': "&quot;"})


def _xml(root: str, lines: Iterable[str]) -> Response:
    content = f"{_HEAD}<{root} {_NAMESPACES}>\n{''.join(lines)}</{root}>\n"
    return Response(content, media_type="application/xml")

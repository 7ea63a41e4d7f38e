"""Sitemaps for crawlers: one for general pages, and at least one for the cases of each year.

Each page is listed with the date on which it changed. The format is defined at
https://www.sitemaps.org/protocol.html.
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
from kv2rdf.server.pages.case_calendar import case_calendar
from kv2rdf.server.pages.case_totals import all_case_totals
from kv2rdf.server.pages.figures.release_figures import FIGURES
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from kv2rdf.server.per_release import PerRelease
from kv2rdf.server.problem import Problem
from kv2rdf.server.served_release import ServedRelease, served_release

MOST_PAGES = 50_000
"""The maximum number of pages in a sitemap."""

_ABOUT_ALL = "overzicht"
"""The name of the sitemap with the pages that are not about a single case."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def sitemap_routes() -> list[Route]:
    """Return the routes of the list of sitemaps and of the sitemaps themselves."""
    return [Route("/sitemap.xml", _list), Route("/sitemap/{name}.xml", _sitemap)]


def sitemap_files(files: Iterable[str], most: int = MOST_PAGES) -> Mapping[str, tuple[str, ...]]:
    """Return a mapping from the name of each sitemap to the files of the cases in it.

    ``files`` are names of files in a release, such as "dossiers/2022/2022Z00634.ttl". Each sitemap
    is named after a year. If a year has more than ``most`` cases, it has several sitemaps, with the
    names "2022", "2022-2", and so on.
    """
    cases = sorted(name for name in files if name.startswith("dossiers/"))
    sitemaps: dict[str, tuple[str, ...]] = {}
    for year, of_year in groupby(cases, lambda name: name.split("/")[1]):
        names = tuple(of_year)
        for number, first in enumerate(range(0, len(names), most), 1):
            sitemaps[year if number == 1 else f"{year}-{number}"] = names[first : first + most]
    return sitemaps


def _dated_sitemaps(release: ServedRelease) -> Mapping[str, Mapping[str, str]]:
    """Return, for each sitemap of cases, a mapping from files to the dates of their last change."""
    return {
        name: {file: _changed(release, file) for file in files}
        for name, files in sitemap_files(release.hashes).items()
    }


_SITEMAPS = PerRelease(_dated_sitemaps)


def _list(request: Request) -> Response:
    release = served_release(request)
    days = {name: max(files.values()) for name, files in _SITEMAPS.value(release).items()}
    lines = (
        f"<sitemap><loc>{_address(request, f'sitemap/{name}.xml')}</loc>"
        f"<lastmod>{day}</lastmod></sitemap>\n"
        for name, day in {_ABOUT_ALL: _built(release), **days}.items()
    )
    return _xml("sitemapindex", lines)


def _sitemap(request: Request) -> Response:
    release, name = served_release(request), request.path_params["name"]
    files = _SITEMAPS.value(release).get(name)
    if name == _ABOUT_ALL:
        pages = dict.fromkeys(_paths_about_all(release), _built(release))
        return _xml("urlset", _pages(request, pages))
    if files is None:
        raise Problem(HTTPStatus.NOT_FOUND, "There is no such sitemap; /sitemap.xml lists them.")
    cases = {f"zaak/{quote(PurePosixPath(file).stem)}": day for file, day in files.items()}
    return _xml("urlset", _pages(request, cases))


def _paths_about_all(served: ServedRelease) -> Iterator[str]:
    """Yield the paths, after the language, of pages that are not about a single case or entity."""
    yield from (f"jaar/{year}" for year in all_case_totals(served.release).by_year)
    yield from (f"vergaderjaar/{name}" for name in case_calendar(served.release).sessions)
    yield from ("", "zaak", "jaar", "vergaderjaar", "cijfers", "gaten", "over", "data")
    yield from (kind for kind, found in THING_KINDS.items() if found.things)
    yield from (f"cijfers/{name}" for name in FIGURES)


def _pages(request: Request, paths: Mapping[str, str]) -> Iterator[str]:
    """Yield an element for each page in Dutch, with links to the page in each language.

    ``paths`` maps the part of each path after the language to the date on which the page changed.
    """
    for path, changed in paths.items():
        pages = {code: _address(request, f"{code}/{path}") for code in LANGUAGES}
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{page}"/>'
            for code, page in pages.items()
        )
        yield f"<url><loc>{pages['nl']}</loc><lastmod>{changed}</lastmod>{others}</url>\n"


def _built(release: ServedRelease) -> str:
    return release.built.date().isoformat()


def _changed(release: ServedRelease, file: str) -> str:
    """Return the date on which the file of a case was written.

    An incremental build keeps the files of unchanged cases and their modification times.
    """
    written = (release.release.files.folder / file).stat().st_mtime
    return datetime.fromtimestamp(written, UTC).date().isoformat()


def _address(request: Request, path: str) -> str:
    return escape(f"{request.base_url}{path}", {'"': "&quot;"})


def _xml(root: str, lines: Iterable[str]) -> Response:
    content = f"{_HEAD}<{root} {_NAMESPACES}>\n{''.join(lines)}</{root}>\n"
    return Response(content, media_type="application/xml")

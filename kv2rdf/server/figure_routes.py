"""The routes of the pages of figures, gaps, and information about the site."""

from collections.abc import Callable, Iterator
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.conditional import content_answer
from kv2rdf.server.page_answer import missing_page, page_answer
from kv2rdf.server.pages.about_page import ProgramAddress, about_html
from kv2rdf.server.pages.figures.figure_csv import figure_csv
from kv2rdf.server.pages.figures.figure_page import figure_html, figures_html
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.figures.year_choice import requested_year, years_of
from kv2rdf.server.pages.gaps.gaps_page import gaps_csv, gaps_html
from kv2rdf.server.pages.prepared_data import read_later_data
from kv2rdf.server.preparation import prepare_elsewhere
from kv2rdf.server.requested_form import requested_form
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.served_release import ServedRelease, served_release

_CSV = "text/csv; charset=utf-8"
_FOR_PROGRAMS = (
    ProgramAddress("/sparql", "sparql"),
    ProgramAddress("/api", "api"),
    ProgramAddress("/data/kamervragen.nq.gz", "dump"),
    ProgramAddress("/data/catalogue.ttl", "catalogue"),
    ProgramAddress("/def", "ontology"),
    ProgramAddress("/reconcile", "reconcile"),
    ProgramAddress("/nl/zoek?q=minister&vorm=csv", "search"),
    ProgramAddress("/sitemap.xml", "sitemap"),
    ProgramAddress("/health", "health"),
)


def figure_routes() -> list[Route]:
    """Return the routes of the pages of figures, of gaps, and about the site, in each language."""
    paths = (
        ("cijfers", _figures), ("cijfers/{name}", _figure), ("gaten", _gaps), ("over", _about)
    )  # fmt: skip
    return [Route(f"/{lang}/{path}", answer) for lang in LANGUAGES for path, answer in paths]


def prepare_figures(served: ServedRelease) -> Iterator[Callable[[], object]]:
    """Yield a step that computes figures, gaps and lists of a release in another process.

    Otherwise, the first reader of a page would have to wait for its numbers to be computed. A step
    raises ReleaseError if the release cannot be read.
    """
    yield partial(prepare_elsewhere, served.release, read_later_data, when_idle=True)


def _figures(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    return page_answer(request, figures_html(release, site))


def _figure(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    figure = FIGURES.get(request.path_params["name"])
    if figure is None:
        raise missing_page(request, "no_such_page", "cijfers", "section_figures")
    year = request.query_params.get("jaar") or None
    if requested_form(request, "csv") == "csv":
        rows = figure_rows(release, figure)
        chosen = requested_year(years_of(figure, rows), year)
        rows = tuple(row for row in rows if chosen in (None, row[0]))
        name = f"{figure.name}-{chosen}" if chosen else figure.name
        return _csv_answer(request, name, figure_csv(figure, rows, site.words))
    return page_answer(request, figure_html(release, site, figure, year))


def _gaps(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    if requested_form(request, "csv") == "csv":
        return _csv_answer(request, site.path, gaps_csv(release))
    return page_answer(request, gaps_html(release, site))


def _about(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    return page_answer(request, about_html(release, site, _FOR_PROGRAMS))


def _csv_answer(request: Request, name: str, text: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return content_answer(request, text.encode(), headers, _CSV)

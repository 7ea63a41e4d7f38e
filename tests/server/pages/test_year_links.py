"""The links from the page of a year to the figures of that year."""

from pathlib import Path

from lxml import html

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.figures.release_figures import FIGURES
from kv2rdf.server.pages.period_page import year_html
from kv2rdf.server.pages.requested_list import RequestedList
from kv2rdf.server.per_release import named_values
from tests.server.pages.case_pages import site


def test_only_figures_by_year_are_computed_for_the_page_of_a_year(golden_release: Path) -> None:
    by_year = {figure.name for figure in FIGURES.values() if figure.is_by_year}
    with Release(golden_release) as release:
        page = year_html(release, site(path="jaar/2022"), 2022, RequestedList())
        computed = {name for name in named_values(release) if name.startswith("figure ")}
    assert computed == {f"figure {name}" for name in by_year}
    assert page is not None
    links = html.document_fromstring(page).xpath("//a[contains(@href, '/cijfers/')]/@href")
    assert links
    assert {link.partition("/cijfers/")[2].partition("?")[0] for link in links} <= by_year

"""Pages of cases for the tests, and the content that a reader sees on them."""

from functools import cache
from pathlib import Path

from lxml import etree, html

from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.query.case_view.case_view import CaseView, case_view
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.server.pages.case_page import case_html
from kv2rdf.server.pages.page_site import PageSite


def site(language: str = "nl", path: str = "", root: str = "") -> PageSite:
    """Return the frame of a page of a release of 2022."""
    return PageSite(
        language=language,
        base=HOME,
        root=root,
        version="2022-02-25-1",
        day="2022-02-25",
        licence="http://creativecommons.org/publicdomain/zero/1.0/",
        path=path,
    )


@cache
def view(release: Path, number: str, language: str = "nl") -> CaseView:
    """Return a case of a release."""
    (file,) = release.glob(f"dossiers/*/{number}.ttl")
    graph = CaseGraph.parse(file.read_bytes())
    chamber = "ek" if "/eli/nl/ek/zaak/" in file.read_text(encoding="utf-8") else "tk"
    return case_view(graph, f"{HOME}/eli/nl/{chamber}/zaak/{number}", language)


def page(release: Path, number: str, language: str = "nl") -> etree._Element:
    """Return the page of a case, parsed."""
    written = case_html(view(release, number, language), site(language, f"zaak/{number}"), {})
    return html.document_fromstring(written)


def words(element: etree._Element | str) -> str:
    """Return the text of an element, with single spaces."""
    text = element if isinstance(element, str) else "".join(map(str, element.itertext()))
    return " ".join(text.split())


def listed(document: etree._Element, xpath: str) -> list[str]:
    """Return the texts of the elements that a path finds."""
    return [words(found) for found in document.xpath(xpath)]

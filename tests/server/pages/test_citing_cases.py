"""The cases that cite each other in footnotes."""

from pathlib import Path
from typing import cast

import pyoxigraph as ox
import pytest
from lxml import html

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import SparqlStore
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.pages import citing_cases
from kv2rdf.server.pages.case_page import case_html
from kv2rdf.server.pages.citing_cases import CitationLinks, NamedCase, citation_links
from tests.server.pages.case_pages import listed, site, view

_DATA = """
@base <https://w3id.org/kamervragen/eli/nl/tk/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix kv: <https://w3id.org/kamervragen/def#> .
<zaak/1> eli-dl:process_id "1" ; dct:title "Vragen van het lid A over het eerste"@nl .
<zaak/2> eli-dl:process_id "2" ; dct:title "Het tweede"@nl .
<zaak/3> eli-dl:process_id "3" ; dct:title "Het derde"@nl .
<ah/20052006/1> kv:concernsDossier <zaak/1> .
<kv/2> kv:concernsDossier <zaak/2> .
<kv/3> kv:concernsDossier <zaak/3> .
<kv/2/noot/1> eli:is_part_of <kv/2> ; eli:refers_to <ah/20052006/1> .
<kv/2/noot/2> eli:is_part_of <kv/2> ; eli:refers_to <ah/20052006/1> .
<kv/3/noot/1> eli:is_part_of <kv/3> ; eli:refers_to <ah/20052006/1> .
<ah/20052006/1/noot/1> eli:is_part_of <ah/20052006/1> ; eli:refers_to <ah/20052006/1> .
"""
_CASES = "https://w3id.org/kamervragen/eli/nl/tk/zaak/"


class _SmallRelease:
    def __init__(self) -> None:
        store = ox.Store()
        store.extend(ox.parse(_DATA, format=ox.RdfFormat.TURTLE))
        self._store = SparqlStore(store)

    def query(self, sparql: str) -> object:
        return self._store.result(sparql, PREFIXES)


def test_a_case_has_the_cases_that_it_cites_and_those_that_cite_it() -> None:
    release = cast("Release", _SmallRelease())
    first, second, third = (
        NamedCase("1", "Het eerste"), NamedCase("2", "Het tweede"), NamedCase("3", "Het derde")
    )  # fmt: skip
    assert citation_links(release, f"{_CASES}1") == CitationLinks((), (second, third))
    assert citation_links(release, f"{_CASES}2") == CitationLinks((first,), ())
    assert citation_links(release, f"{_CASES}4") == citing_cases.NO_CITATIONS


@pytest.mark.parametrize(("language", "heading"), [("nl", "Aangehaald in"), ("en", "Cited by")])
def test_the_page_of_a_case_links_to_them(
    golden_release: Path, language: str, heading: str
) -> None:
    links = CitationLinks((), (NamedCase("2000100010", "Het <tweede>"),))
    case = view(golden_release, "2022Z00634", language)
    written = case_html(case, site(language, "zaak/2022Z00634"), {}, citations=links)
    page = html.document_fromstring(written)
    (section,) = page.xpath(f"//aside/section[h2='{heading}']")
    assert listed(section, "ul/li/a") == ["Het <tweede>"]
    assert section.xpath("ul/li/a/@href") == [f"/{language}/zaak/2000100010"]

"""Very long texts that were set aside, of which the page of a case shows the beginning."""

from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from kv2rdf.query.case_view.documents import FindingView
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.server.pages.case_page import LONGEST_QUOTATION, case_html
from tests.server.pages.case_pages import listed, site, view

ADDRESS = f"{HOME}/eli/nl/tk/kv/2022Z00634#ander-stuk"


@pytest.mark.parametrize(("length", "is_whole"), [(LONGEST_QUOTATION, True), (10_005, False)])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_long_text_is_shown_with_the_finding(
    golden_release: Path, language: str, length: int, is_whole: object
) -> None:
    text = "nooit " * (length // 6) + "x" * (length % 6)
    finding = FindingView(
        address=ADDRESS, rule="ander-stuk", about=(), place=None, text=text, source=None
    )
    case = replace(view(golden_release, "2022Z00634", language), findings=(finding,))
    page = html.document_fromstring(case_html(case, site(language), {}))
    (shown,) = listed(page, "//p[@class='printed']")
    links = page.xpath("//a[contains(@href, '2022Z00634#ander-stuk')]")
    assert (shown == text.strip()) == is_whole
    assert [link.get("href") for link in links] == (
        [] if is_whole else ["/eli/nl/tk/kv/2022Z00634#ander-stuk"]
    )
    if not is_whole:
        assert shown.endswith("nooit …")
        assert 900 < len(shown) <= 1_002
        assert "10.005" in links[0].text or "10,005" in links[0].text

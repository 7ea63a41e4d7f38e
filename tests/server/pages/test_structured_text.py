"""Texts with lists and tables as HTML. Their structure is kept, and any other markup is removed."""

from pathlib import Path

from lxml import html
from msgspec.structs import replace

from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.pages.structured_text import structured_html
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.test_text_pieces import part

START = '<div xmlns="http://www.w3.org/1999/xhtml">'


def shown(markup: str) -> str | None:
    marked = replace(part("x", marks=((1, "n1"), (2, "n2"))), markup=markup)
    return structured_html(marked, PageWords("nl"), lambda note: (note[1:], f"#{note}"))


def test_lists_emphasis_and_marks_are_kept() -> None:
    markup = (
        f'{START}<p>Kunt u <em class="x">per jaar</em>:<a href="#noot-2"></a></p>'
        "<ol><li><p>a. CO<sub>2</sub></p></li></ol></div>"
    )
    assert shown(markup) == (
        '<p>Kunt u <em>per jaar</em>:<sup><a href="#n2">2</a></sup></p>'
        "<ol><li><p>a. CO<sub>2</sub></p></li></ol>"
    )


def test_a_table_can_be_scrolled_with_the_keyboard() -> None:
    found = shown(f'{START}<table><tr><td colspan="2">12</td></tr></table></div>')
    assert found == (
        '<div class="scroll" role="region" tabindex="0" aria-label="Tabel"><table>'
        '<tr><td colspan="2">12</td></tr></table></div>'
    )


@every_case(("inside", "expected"), [
    ("<script>alert(1)</script>", "alert(1)"),
    ('<p onclick="x">a</p>', "<p>a</p>"),
    ("<p>&lt;b&gt; &amp; c</p>", "<p>&lt;b&gt; &amp; c</p>"),
    ('<a href="javascript:x">a</a>', "a"),
    ('<a href="https://x.nl/?a&amp;b">a</a>',
     '<a href="https://x.nl/?a&amp;b" rel="external">a</a>'),
    ('<a href="#noot-9"></a>', ""),
    ('<td colspan="1&quot;x">a</td>', "<td>a</td>"),
])  # fmt: skip
def test_nothing_else_gets_through(inside: str, expected: str) -> None:
    assert shown(f"{START}{inside}</div>") == expected


@every_case("markup", ["", "<p>a</p>", f"{START}<p>", "<!DOCTYPE x><div/>"])
def test_a_text_in_another_form_is_shown_as_plain_text(markup: str) -> None:
    assert shown(markup) is None


def test_the_page_of_a_case_has_its_lists_and_tables(golden_release: Path) -> None:
    answer = client(golden_release).get("/nl/zaak/ah-tk-20302031-50")
    page = html.document_fromstring(answer.text)
    texts = "//main//*[contains(concat(' ', @class, ' '), ' a ')]"
    for inside in ("table//th[@colspan='2']", "table//td[@rowspan]", "ol/li/p", "li/p/sup"):
        assert page.xpath(f"{texts}//{inside}"), inside
    (region, *_) = page.xpath(f"{texts}//div[@role='region']")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Tabel")

"""The accessibility of every kind of page, in both languages, all sizes and colour schemes."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import SCHEMES, SIZES, context
from tests.requirements import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
PATHS = (
    "", "zoek", "zoek?q=raadsleden", "zaak?stand=te-laat&orde=dagen",
    "persoon", "persoon/palland-hm-1979",
    "naamvorm/Hilde_Palland~~CDA~~tk", "fractie/cda", "ministerie/mnre1034",
    "ambt/minister-min-bzk", "onderwerp/thema/bestuur-gemeenten", "jaar", "jaar/2022",
    "vergaderjaar", "vergaderjaar/2021-2022", "data",
    "cijfers", "cijfers/vragen-per-jaar", "cijfers/fracties?jaar=2005",
    "cijfers/dagen-per-jaar", "cijfers/openstaand", "gaten", "over",
    "zaak/2022Z00634", "zaak/2030412340", "persoon/niemand",
    "begrippen", "begrippen/Question", "begrippen/lijst/standen",
    "bevragen", "bevragen/who-asked-what", "bevragen/open-per-party",
    "bevragen?query=SELECT%20*%20%7B%20%3Fs%20kv%3Atexts%20%3Ft%20%7D",
)  # fmt: skip
TABLES_APART = """
[...document.querySelectorAll("table")].filter(table => {
  const [head, body] = [table.tHead, table.tBodies[0]].map(part => part?.getBoundingClientRect())
  const apart = head && Math.abs(head.left - body.left) + Math.abs(head.width - body.width)
  return head && head.width > 1 && apart > 1
}).length
"""
_FOUND = ".then(found => found.violations.map(v => v.id + ': ' + v.nodes[0].html))"
RUN = f"axe.run(){_FOUND}"
RUN_COLOURS = f"axe.run({{runOnly: ['color-contrast']}}){_FOUND}"
"""The only rule whose result depends on the colour scheme. Checks of all rules include it."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_and_no_page_is_too_wide(
    browser: "Browser", server: str, size: str, scheme: str
) -> None:
    axe = AXE.read_text(encoding="utf-8")
    window = context(browser, size, scheme, has_script=True)
    page = window.new_page()
    # The editor changes its lines while axe looks at them. It has a test of its own.
    page.route("**/query-editor.js*", lambda route: route.abort())
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    # All rules are checked for each language, size and scheme, and the rule for colours for all
    # combinations of schemes and sizes. The languages differ only in words.
    every = (size, scheme) in (("desk", "light"), ("phone", "dark"))
    for language in ("en",) if (size, scheme) == ("phone", "dark") else ("nl",):
        for path in PATHS:
            answer = page.goto(f"{server}/{language}/{path}")
            assert answer is not None
            assert answer.status == (404 if path.endswith("niemand") else 200)
            page.evaluate(axe)
            assert page.evaluate(RUN if every else RUN_COLOURS) == [], path
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= SIZES[size][0], path
            assert page.evaluate(TABLES_APART) == 0, path
    assert hosts == {server.split("/")[2]}
    window.close()


def test_axe_does_find_a_fault(browser: "Browser", server: str) -> None:
    window = context(browser, has_script=True)
    page = window.new_page()
    page.goto(f"{server}/nl/zaak/2022Z00634")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert [found.partition(":")[0] for found in page.evaluate(RUN)] == ["html-has-lang"]
    window.close()


def test_a_page_has_no_bar_to_the_side_at_320_pixels(browser: "Browser", server: str) -> None:
    window = browser.new_context(viewport={"width": 320, "height": 600})
    page = window.new_page()
    for path in PATHS:
        page.goto(f"{server}/nl/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    window.close()

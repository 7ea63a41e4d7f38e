"""The report looks the same from the server and as a file, and its charts need no style sheet."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import SCHEMES, SIZES, context
from tests.requirements import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
NAMES = ("report.html", "report.en.html")
STYLE = "getComputedStyle(document.querySelector('.cards')).display"
WIDTH = "document.documentElement.scrollWidth"
CHARTS = """
[...document.querySelectorAll("svg polyline")].map(line => getComputedStyle(line).fill)
"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_the_report_has_its_style_and_fits(
    browser: "Browser", server: str, golden_release: Path, name: str, size: str
) -> None:
    width, height = SIZES[size]
    window = browser.new_context(viewport={"width": width, "height": height})
    page = window.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    for address in (f"{server}/data/{name}", (golden_release / name).resolve().as_uri()):
        page.goto(address)
        assert page.evaluate(STYLE) == "grid", address
        assert page.evaluate(WIDTH) <= width, address
        fills = page.evaluate(CHARTS)
        assert fills
        assert set(fills) == {"none"}, address
    assert faults == []
    window.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_report(browser: "Browser", server: str, scheme: str) -> None:
    window = context(browser, scheme=scheme, has_script=True)
    page = window.new_page()
    page.goto(f"{server}/data/report.html")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(f => f.violations.map(v => v.id + v.nodes[0].html))")
    assert found == []
    window.close()

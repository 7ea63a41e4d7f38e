"""The query editor in a browser, with the content security policy that every page has."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import SCHEMES, SIZES
from tests.browser.test_accessibility import RUN
from tests.requirements import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser("editor")
EMPTY = "SELECT ?q { } LIMIT 2"


@pytest.fixture
def page(browser: "Browser", server: str) -> Iterator["Page"]:
    """The query page with the editor. The test fails if the browser reports a problem."""
    window = browser.new_context()
    page = window.new_page()
    problems: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.goto(f"{server}/nl/bevragen?query={EMPTY}")
    yield page
    assert problems == []
    assert hosts == {server.split("/")[2]}
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    window.close()


def test_a_reader_completes_a_name_and_runs_the_query_with_the_keyboard(page: "Page") -> None:
    page.get_by_role("textbox", name="De vraag in SPARQL").focus()
    page.keyboard.press("Control+Home")
    for _ in range(len("SELECT ?q { ")):
        page.keyboard.press("ArrowRight")
    page.keyboard.type("?q a kv:QuestionD")
    page.get_by_role("option", name="kv:QuestionDocument").wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/bevragen?query=SELECT+*")
    assert page.get_by_text("2 rijen in").count() == 1
    assert "kv:QuestionDocument" in page.get_by_role("textbox", name="De vraag").inner_text()


def test_tab_leaves_the_editor_and_the_button_sends_its_text(page: "Page") -> None:
    page.get_by_role("textbox", name="De vraag in SPARQL").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("ASK { ?q a kv:Notice }")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Voer uit"
    page.keyboard.press("Enter")
    page.wait_for_url("**/bevragen?query=ASK+*")
    assert page.locator(".figure").inner_text() == "Ja"


def test_an_error_leads_to_the_editor(browser: "Browser", server: str) -> None:
    window = browser.new_context()
    page = window.new_page()
    page.goto(f"{server}/nl/bevragen?query=SELECT")
    page.get_by_role("link", name="Naar de vraag").click()
    editor = page.get_by_role("textbox", name="De vraag in SPARQL")
    assert editor.get_attribute("aria-invalid") == "true"
    assert page.url.endswith("#query-input")
    window.close()


def test_only_a_prefix_that_the_server_does_not_declare_is_marked(page: "Page") -> None:
    marks = page.locator(".parseErrorIcon")
    editor = page.get_by_role("textbox", name="De vraag in SPARQL")
    for query, number in (("?q a kv:Notice ; dct:title ?t", 0), ("?q a unknown:Notice", 1)):
        editor.focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(f"SELECT * {{ {query} }} # remark")
        page.wait_for_timeout(500)
        assert marks.count() == number, query


def test_the_editor_of_a_named_query_is_readable_when_it_is_unfolded(page: "Page") -> None:
    page.goto(page.url.partition("?")[0] + "/counts")
    page.get_by_role("heading", name="Pas de vraag aan").click()
    text = page.get_by_role("textbox", name="De vraag in SPARQL")
    box = text.bounding_box()
    assert box is not None
    assert box["height"] > 100
    assert page.evaluate("document.querySelector('.CodeMirror-sizer').offsetHeight") > 100


def test_without_scripts_the_field_is_used(browser: "Browser", server: str) -> None:
    window = browser.new_context(java_script_enabled=False)
    page = window.new_page()
    page.goto(f"{server}/nl/bevragen")
    page.get_by_label("De vraag in SPARQL").fill("ASK { ?q a kv:Notice }")
    page.get_by_role("button", name="Voer uit").click()
    assert page.locator(".figure").inner_text() == "Ja"
    window.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_in_the_editor(
    browser: "Browser", server: str, size: str, scheme: str
) -> None:
    width, height = SIZES[size]
    window = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = window.new_page()
    for path in ("/nl/bevragen", "/en/bevragen?query=SELECT"):
        page.goto(server + path)
        page.locator("#query-input").focus()
        page.keyboard.press("Control+End")
        page.keyboard.type(" # a remark\n'text' kv:Ques")
        page.get_by_role("option").first.wait_for()
        # axe cannot check lines and lists that change in the meantime.
        page.keyboard.press("Escape")
        page.get_by_role("option").first.wait_for(state="detached")
        page.evaluate("document.activeElement.blur()")
        page.wait_for_timeout(1000)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert page.evaluate(RUN) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    window.close()

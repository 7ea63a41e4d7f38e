"""Chromium, driven by Playwright, with pages from a server with the golden release."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

CHROMIUM = "/usr/bin/chromium"
SIZES = {"desk": (1280, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Start a browser, and end it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only in these tests

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def context(
    browser: "Browser", size: str = "desk", scheme: str = "light", *, has_script: bool = False
) -> "BrowserContext":
    """Return a window of a size, in a colour scheme. Scripts run only if ``has_script`` is true.

    With scripts, the policy of the page is left out, so that a test can add its own script.
    """
    width, height = SIZES[size]
    return browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=has_script,
        bypass_csp=has_script,
    )

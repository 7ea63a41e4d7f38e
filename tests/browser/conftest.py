"""A server with the golden release, and a browser, for the tests of each module."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import chromium
from tests.server.clients import running_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def server(golden_release: Path) -> Iterator[str]:
    """The address of a server of the golden release."""
    with running_server(golden_release) as (address, _):
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A browser without windows."""
    with chromium() as started:
        yield started

"""The local services, and the command that queries them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.commands import run
from tests.exchange.known_elsewhere import STATEMENTS, entities
from tests.exchange.local_services import LocalServices, local_services


@pytest.fixture
def services() -> Iterator[LocalServices]:
    with local_services(LocalServices(STATEMENTS, entities())) as running:
        yield running


def refresh(services: LocalServices, out: Path, *words: str) -> Result:
    contact = ("--contact", "me@example.org", "--retrieved", "2026-11-29")
    return run("link", "refresh", "--output", out, *contact, *services.words, *words)

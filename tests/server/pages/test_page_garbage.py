"""A page leaves no objects that only the garbage collector would free, which stops all requests."""

import gc
from collections.abc import Callable
from pathlib import Path

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.case_page import case_html
from tests.server.pages.case_pages import site, view

SEED = "2022Z00634"


def garbage_of(work: Callable[[], object]) -> int:
    """Return the number of objects that remain after ``work`` and that nothing refers to."""
    work()  # what is kept for later pages
    gc.collect()
    gc.disable()
    try:
        work()
        return gc.collect()
    finally:
        gc.enable()


def test_the_page_of_a_case_leaves_none(seed_release: Path) -> None:
    case, frame = view(seed_release, SEED), site(path=f"zaak/{SEED}")
    assert garbage_of(lambda: case_html(case, frame, {})) == 0


def test_reading_a_case_leaves_none(seed_release: Path) -> None:
    with Release(seed_release) as release:
        assert garbage_of(lambda: release.case_view(SEED)) == 0

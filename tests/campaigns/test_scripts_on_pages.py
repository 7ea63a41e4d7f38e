"""A small round of the campaign that writes scripts into documents and parameters."""

from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.chromium import chromium, context
from tests.campaigns.scripts_on_pages import NO_WINDOWS, faults, page_faults
from tests.server.script_vectors import VECTORS
from tests.vector_documents import documents_with

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.long
@pytest.mark.browser
def test_no_script_runs_on_a_page(tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    assert list(faults(1, Random(1), tmp_path, counts)) == []
    assert counts["documents published"] == 4
    assert counts["run unescaped"] == 1
    assert counts["texts shown"] > 100


@pytest.mark.browser
def test_the_campaign_finds_scripts_that_run_and_elements_that_could() -> None:
    with chromium() as browser:
        window = context(browser, has_script=True)
        window.add_init_script(NO_WINDOWS)
        page = window.new_page()
        assert found(page, "<p>1 &lt;script>") == []
        assert found(page, "<script>alert(7391)</script>")[0] == "a script has run"
        assert found(page, "<a href=' javascript:x'>") == [
            'suspicious: <a href=" javascript:x"></a>'
        ]
        assert found(page, "<p onclick=x>") == ['suspicious: <p onclick="x"></p>']
        assert found(page, "<iframe>") == ["suspicious: <iframe></iframe>"]


def found(page: "Page", content: str) -> list[str]:
    address = "data:text/html," + quote(f"<!doctype html>{content}")
    return list(page_faults(page, address, Counter()))


def test_a_document_of_each_kind_contains_a_script_in_its_fields() -> None:
    documents = documents_with(VECTORS[0], 5)
    assert {Path(name).suffix for name in documents} == {".xml", ".txt", ".json"}
    assert len(documents) == 4
    assert all(content.count(b"alert(7391)") >= 5 for content in documents.values())

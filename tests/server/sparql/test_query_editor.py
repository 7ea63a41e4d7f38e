"""The query page with and without the files of the query editor."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.server import assets


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(assets, "_EDITOR", tmp_path)
    return tmp_path


def test_without_the_editor_the_page_has_no_script(patient: TestClient, editor: Path) -> None:
    # One of the two files is missing.
    (editor / "yasqe.min.css").write_text("a{}", encoding="utf-8")
    assert b"<script" not in patient.get("/nl/bevragen").content
    assert b"data-terms" not in patient.get("/nl/bevragen").content
    assert patient.get("/assets/yasqe.min.css").status_code == 404


def test_with_the_editor_the_page_loads_it_and_names_the_terms_of_the_release(
    patient: TestClient, editor: Path
) -> None:
    for name in ("yasqe.min.css", "yasqe.min.js", "yasqe.min.js.map"):
        (editor / name).write_text(name, encoding="utf-8")
    page = patient.get("/nl/bevragen").text
    for name in ("yasqe.min.js", "query-editor.js", "yasqe.min.css", "query-editor.css"):
        assert f'"/assets/{name}"' in page
        assert patient.get(f"/assets/{name}").status_code == 200
    assert patient.get("/assets/yasqe.min.js").headers["content-type"].startswith("text/javascript")
    assert patient.get("/assets/yasqe.min.js.map").status_code == 404
    terms = page.partition('data-terms="')[2].partition('"')[0].split()
    assert {"kv:Question", "eli-dl:answers_to", "dct:title"} <= {*terms}
    assert "kv:DelayNotice" in terms
    assert all(":" in term for term in terms)


def test_no_other_page_loads_the_editor(patient: TestClient, editor: Path) -> None:
    for name in ("yasqe.min.css", "yasqe.min.js"):
        (editor / name).write_text(name, encoding="utf-8")
    assert b"yasqe" not in patient.get("/nl/zaak/2022Z00634").content

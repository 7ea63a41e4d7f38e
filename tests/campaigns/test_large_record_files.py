"""A file with many records of cases needs no more memory than a file with few."""

from pathlib import Path

import pytest

from kv2rdf.sources.formats import document_hashes
from tests.campaigns import large_record_files
from tests.campaigns.large_record_files import write_records

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("is_page", [False, True])
def test_each_record_of_the_file_is_a_document(*, is_page: bool, tmp_path: Path) -> None:
    path = tmp_path / "zaken.json"
    count = write_records(path, 1, 1_000, is_page=is_page)
    assert path.stat().st_size > 1024 * 1024
    assert len(document_hashes((path,))) == count > 100


@pytest.mark.parametrize(("second", "status"), [(20 << 20, 0), (90 << 20, 1)])
def test_the_campaign_finds_growth(
    second: int, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    peaks = iter([10 << 20] * 3 + [second] * 3)
    monkeypatch.setattr(large_record_files, "measure", lambda *_: (next(peaks), 0.5, 1))
    monkeypatch.setattr(large_record_files, "write_records", lambda *_, **__: 1)
    assert large_record_files.main(["1", "2"]) == status


@pytest.mark.long
def test_the_memory_does_not_grow_with_the_file() -> None:
    assert large_record_files.main(["2", "32"]) == 0

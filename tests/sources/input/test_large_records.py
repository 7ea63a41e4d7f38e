"""Records that are too large, and many records in a file of any size."""

import json
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.documents import list_documents, load_documents
from tests.record_format import record
from tests.sources.input.test_records import NUMBERS, ONE, THREE, TWO, load_all


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("end", [b"\n", b""])
@pytest.mark.parametrize("size", [102, 103, 250])
def test_a_record_that_is_too_large_has_a_problem(
    place: int, end: bytes, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", 100)
    lines = [ONE, TWO, THREE]
    lines[place] = record("Z", "x" * (size - len(record("Z", ""))))
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines) + end)
    loaded = load_all(tmp_path)
    if place == 0:  # It cannot be known that the file contains records.
        assert {d.id: d.problem for d in loaded.values()} == {"a.jsonl": "is larger than 0 MB"}
        return
    assert [d.content for d in loaded.values() if not d.problem] == [
        line for line in lines if len(line) < 100
    ]
    assert {d.id: d.problem for d in loaded.values() if d.problem} == {
        f"a.jsonl-{place + 1}": "is larger than 0 MB"
    }


def test_nothing_after_the_cut_of_a_record_is_lost_unnoticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", 100)
    blanks = b" " * (101 - len(TWO))
    (tmp_path / "a.jsonl").write_bytes(ONE + b"\n" + TWO + blanks + b"more\n" + THREE)
    problems = {d.id: d.problem for d in load_all(tmp_path).values()}
    assert problems == {
        "a.jsonl-Z1": None,
        "a.jsonl-Z2": "is larger than 0 MB",
        "a.jsonl-Z3": None,
    }


def large_lines(size: int) -> Iterable[bytes]:
    text = "w" * 20_000
    for n in range(size // len(text) + 1):
        yield record(f"Z{n}", text) + b"\n"


@pytest.mark.long
def test_a_file_larger_than_a_document_may_be_is_read_line_by_line(tmp_path: Path) -> None:
    size = file_content.MAX_DOCUMENT_BYTES + 1_000_000
    with (tmp_path / "zaken.jsonl").open("wb") as file:
        file.writelines(large_lines(size))
    assert (tmp_path / "zaken.jsonl").stat().st_size > file_content.MAX_DOCUMENT_BYTES
    tracemalloc.start()
    listed = list_documents([tmp_path], NUMBERS)
    count = 0
    for document in load_documents([tmp_path], listed, NUMBERS):
        assert document.problem is None
        assert document.id == f"zaken.jsonl-{json.loads(document.content)['Nummer']}"
        count += 1
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == len(listed) == size // 20_000 + 1
    assert peak < 5_000_000

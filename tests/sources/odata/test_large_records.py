"""Records with too many values, or with values that are nested too deeply."""

import tracemalloc
from pathlib import Path

import pytest
from msgspec.structs import replace

from kv2rdf.audit.archives.documents_in_file import read_documents
from kv2rdf.audit.records import json_values
from kv2rdf.audit.records.text import record_texts
from kv2rdf.errors import ReadError
from kv2rdf.model.limits import VALUES
from kv2rdf.sources.formats import document_hashes, documents_with_ids, recognise
from kv2rdf.sources.input import file_content, json_size
from tests.sources.odata.examples import record


def large_record(number: str, values: str) -> bytes:
    return record(Nummer=number, Volgnummer=7).replace(": 7", f": {values}").encode()


@pytest.fixture(autouse=True)
def _few_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_size, "VALUES", replace(VALUES, most=1_000))
    monkeypatch.setattr(json_values, "_MOST_VALUES", 1_000)


MANY = f"[{', '.join(['[]'] * 1_000)}]"
DEEP = "[" * 40 + "]" * 40


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        (MANY, "has more than 1,000 values in a record in JSON"),
        (DEEP, "has more than 32 levels of nested lists and objects in JSON"),
    ],
)
def test_a_record_that_exceeds_a_limit_is_held_back(
    values: str, problem: str, tmp_path: Path
) -> None:
    large, other = large_record("2031Z00007", values), record().encode()
    files = {
        "one.json": large,
        "lines.json": b"\n".join((large, other)),
        "page.json": b'{"value": [%b, %b]}' % (other, large),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        found = documents_with_ids((tmp_path / name,), document_hashes((tmp_path / name,)))
        held_back = 0
        for document in found:
            if document.content == other:
                assert document.id == f"{name}-2031Z00001"
                recognise(document)
            else:
                with pytest.raises(ReadError) as raised:
                    recognise(document)
                assert problem in raised.value.problem, name
                held_back += 1
        assert held_back == 1
        by_the_audit = read_documents([name], iter([content]))
        listed = document_hashes((tmp_path / name,))
        assert sorted(document.name for document in by_the_audit) == sorted(listed)


def test_a_record_with_too_many_values_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", 1_000_000)
    content = large_record("2031Z00007", f"[{'[],' * 200_000}[]]")
    (tmp_path / "a.json").write_bytes(content)
    tracemalloc.start()
    (document,) = documents_with_ids((tmp_path,), document_hashes((tmp_path,)))
    with pytest.raises(ReadError, match="has more than 1,000 values"):
        recognise(document)
    assert record_texts(content) is None
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 6 * len(content)  # The empty lists would need 20 times as much.

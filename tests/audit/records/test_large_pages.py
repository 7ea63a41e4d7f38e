"""The audit finds the same documents in large and in broken pages as the readers."""

import io
import json
import re
from random import Random

import pytest

from kv2rdf.audit.archives import member
from kv2rdf.audit.archives.documents_in_file import read_documents
from kv2rdf.sources.formats import FORMATS
from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.records import documents_in_file
from tests.random_pages import random_page, random_pieces
from tests.sources.odata.examples import record

LIMIT = 300
_UNUSUAL = re.compile(r"[^A-Za-z0-9._-]")
NUMBERS = [row.record_number for row in FORMATS if row.record_number]


@pytest.fixture(autouse=True)
def _small_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(member, "MAX_BYTES", LIMIT)
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", LIMIT)


def small_record(number: int, **fields: object) -> str:
    known = {"Nummer": f"Z{number}", "Soort": "Vragen", "Onderwerp": "Dorp"}
    return json.dumps(known | fields)


RECORDS = [small_record(n) for n in range(4)] + [small_record(5, a="x" * LIMIT)]
ERRORS = [
    b"?",
    b'"',
    b"\\",
    b"]",
    b"}",
    b"{",
    b"[",
    b",",
    b"\n",
    b"\x00",
    b"\xff",
    b":",
    b"\\ud800",
]


def by_the_audit(pieces: list[bytes]) -> list[tuple[str, str]]:
    return [(found.name, found.sha256) for found in read_documents(["f"], pieces)]


def by_the_readers(content: bytes) -> list[tuple[str, str]]:
    found = documents_in_file("f", io.BytesIO(content), NUMBERS)
    return [
        (f"f-{_UNUSUAL.sub('_', each.record)}" if each.record else "f", each.sha256)
        for each in found
    ]


def test_whole_and_broken_pages_of_any_size_have_the_same_documents_for_both() -> None:
    chance = Random(1702)
    sizes: dict[str, int] = {}
    for at in range(600):
        content = random_page(chance, RECORDS).encode()
        kind = "small" if len(content) <= LIMIT else "large"
        if at % 2:
            kind += ", with an error"
            start = chance.randrange(len(content))
            end = start + chance.choice((0, 0, 1, len(content)))
            content = content[:start] + chance.choice(ERRORS) + content[end:]
        found = by_the_readers(content)
        assert by_the_audit(list(random_pieces(chance, content))) == found, content
        kind += ", split" if len(found) > 1 else ""
        kind += ", held back" if len(found) > 1 and found[-1][0] == "f" else ""
        sizes[kind] = sizes.get(kind, 0) + 1
    assert min(sizes.values()) > 5, sizes
    assert len(sizes) == 9, sizes


@pytest.mark.parametrize("levels", [30, 31, 32, 33, 2_000])
@pytest.mark.parametrize("size", [LIMIT, 100_000])
def test_nested_values_are_the_same_documents_for_both(
    levels: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(member, "MAX_BYTES", size)
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", size)
    nested = small_record(7, a=0).replace("0", "[" * levels + "]" * levels)
    for content in (f"[{RECORDS[0]}, {nested}, {RECORDS[1]}]", f"{RECORDS[0]}\n{nested}", nested):
        assert by_the_audit([content.encode()]) == by_the_readers(content.encode())


def test_every_name_of_a_file_gets_the_problem_of_a_broken_page() -> None:
    content = f"[{', '.join(RECORDS[:4])}, {'1' * LIMIT}".encode()
    found = [(each.name, bool(each.content)) for each in read_documents(["a", "b"], [content])]
    assert found[-2:] == [("a", False), ("b", False)]
    assert found[:2] == [("a-Z0", True), ("b-Z0", True)]


def test_the_examples_are_records_for_both() -> None:
    assert all(NUMBERS[0](text.encode()) for text in (*RECORDS, record()))

"""The audit finds the same documents in a file of records as the readers."""

import hashlib
import io
import json
import tracemalloc
from collections.abc import Iterator
from random import Random

import pytest

from kv2rdf.audit.archives.documents_in_file import read_documents
from kv2rdf.audit.archives.member import MAX_BYTES
from kv2rdf.sources.formats import FORMATS
from kv2rdf.sources.input.records import documents_in_file
from tests.sources.odata.examples import record

ONE, TWO = record().encode(), record(Nummer="2031Z00002").encode()
HALF = record().encode().replace(b"Dorp", rb"Dorp\ud800")
NOT_A_NUMBER = record(Volgnummer=float("nan")).encode()
NOT_UTF_8 = record().encode().replace(b"Dorp", b"Dorp\xff")
LONG = record(Volgnummer=7).encode().replace(b": 7", b": " + b"7" * 5_000)
TWICE = ONE[:-1] + b', "Nummer": "2031Z00009"}'
PRINTED_IN_LINES = json.dumps(json.loads(ONE), indent=1).encode()

FILES = {
    "one record": ONE,
    "lines": ONE + b"\n" + TWO + b"\r\n\n" + ONE,
    "a byte order mark": b"\xef\xbb\xbf" + ONE + b"\n" + TWO,
    "no number": record(Nummer=None).encode() + b"\n" + record(Nummer=7).encode(),
    "an odd number": ONE + b"\n" + record(Nummer="\u00e9/x").encode(),
    "a broken line": ONE + b"\n" + ONE[:40] + b"\n" + TWO,
    "a first line that is broken": ONE[:40] + b"\n" + TWO,
    "a page": b'{"@odata.nextLink": "x", "value": [' + ONE + b" , " + TWO + b' ], "a": 1}',
    "an array": b"[\n" + ONE + b",\n" + TWO + b"\n]",
    "a page with an error": b'{"value": [' + ONE + b", " + HALF + b"]}",
    "a page with NaN": b'{"value": [' + ONE + b", " + NOT_A_NUMBER + b"]}",
    "a page with a byte that is no text": b'{"value": [' + ONE + b", " + NOT_UTF_8 + b"]}",
    "a page with two arrays": b'{"value": [' + ONE + b'], "value":\n[ ' + TWO + b"] }",
    "a page with an escaped name": b'{"value": [' + ONE + rb'], "v\u0061lue": [' + TWO + b"]}",
    "a page with something else": b'{"value": [' + ONE + b'], "value": 1}',
    "a page with a long number": b'{"n": ' + b"9" * 5_000 + b', "value": [' + ONE + b"]}",
    "a page with two arrays and a long number": (
        b'{"value": [], "n": ' + b"9" * 5_000 + b', "value": [' + ONE + b"]}"
    ),
    "a record with a long number": b"[%s, %s]" % (record(Volgnummer=5).encode(), LONG),
    "lines with a long number": LONG + b"\n" + ONE,
    "lines with errors": b"\n".join((HALF, NOT_A_NUMBER, NOT_UTF_8, TWICE)),
    "no known record": b'{"a": 1}\n{"b": 2}\n' + ONE,
    "something else": b"Kamervraag 2031Z00001\n{}",
    "a record in several lines": PRINTED_IN_LINES,
    "nothing": b"",
    "nesting": ONE + b"\n" + b"[" * 100_000,
}


def _by_the_audit(content: bytes, step: int) -> list[tuple[str, str]]:
    chunks = (content[at : at + step] for at in range(0, len(content), step))
    return [(found.name, found.sha256) for found in read_documents(["f.json"], chunks)]


def _by_the_readers(content: bytes) -> list[tuple[str, str]]:
    numbers = [row.record_number for row in FORMATS if row.record_number]
    found = documents_in_file("f.json", io.BytesIO(content), numbers)
    return [
        (
            f"f.json-{each.record}".replace("\u00e9/", "__") if each.record else each.name,
            each.sha256,
        )
        for each in found
    ]


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_the_audit_finds_the_documents_of_the_readers(content: bytes) -> None:
    expected = _by_the_readers(content)
    assert _by_the_audit(content, 8192) == expected
    assert _by_the_audit(content, 7) == expected


def test_lines_are_read_one_by_one() -> None:
    taken = 0

    def chunks() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield ONE + b"\n"

    documents = read_documents(["f.json"], chunks())
    assert [next(documents).name for _ in range(100)] == ["f.json-2031Z00001"] * 100
    assert taken < 110


@pytest.mark.long
def test_a_line_that_is_too_long_is_a_document_without_bytes() -> None:
    long = b"[" + b" " * MAX_BYTES + b"]"
    content = b"\n".join((ONE, long, TWO))
    found = list(read_documents(["f.json"], iter([content])))
    assert [(each.name, bool(each.content)) for each in found] == [
        ("f.json-2031Z00001", True),
        ("f.json-2", False),
        ("f.json-2031Z00002", True),
    ]
    assert _by_the_audit(content, 1 << 20) == _by_the_readers(content)


def test_every_name_of_a_file_gets_its_records() -> None:
    found = read_documents(["a.json", "b.json"], iter([ONE + b"\n" + TWO]))
    assert [each.name for each in found] == [
        f"{name}-2031Z0000{number}" for number in (1, 2) for name in ("a.json", "b.json")
    ]


def test_mixed_files_have_the_same_documents_for_both() -> None:
    chance = Random(17)
    pieces = [ONE, TWO, HALF, NOT_A_NUMBER, NOT_UTF_8, TWICE, PRINTED_IN_LINES, b"{}", b"[1]", b""]
    for _ in range(200):
        content = chance.choice((b"\n", b",")).join(chance.choices(pieces, k=3))
        content = chance.choice((b"%b", b"[%b]", b'{"value": [%b]}')) % content
        assert _by_the_audit(content, 64) == _by_the_readers(content), content


@pytest.mark.parametrize("content", [FILES["something else"], FILES["lines"]])
def test_an_empty_chunk_is_not_the_end_of_a_file(content: bytes) -> None:
    chunks = [b"", content[:9], b"", b"", content[9:], b""]
    assert list(read_documents(["a"], chunks)) == list(read_documents(["a"], [content]))


@pytest.mark.long
@pytest.mark.parametrize("start", [b'{"value": [', b'{"value": [\n', b"text "])
def test_a_file_that_is_too_large_is_in_memory_twice_at_most(start: bytes) -> None:
    step = b" " * (1 << 18)
    chunks = (start, *(step for _ in range(MAX_BYTES // len(step) + 2)))
    tracemalloc.start()
    (found,) = read_documents(["a.json"], chunks)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.content == b""
    assert found.identity == hashlib.sha256(b"".join(chunks)[: MAX_BYTES + 1]).hexdigest()
    assert peak < 2.3 * MAX_BYTES

"""Pages and arrays that are larger than a document may be."""

import hashlib
import json
import tracemalloc
from pathlib import Path

import pytest

from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.documents import list_documents, load_documents
from tests.record_format import record
from tests.sources.input.test_records import NUMBERS, ONE, THREE, TWO, load_all, page

LIMIT = 100
OTHER = b'{"b": "%b"}' % (b"x" * LIMIT)


@pytest.fixture(autouse=True)
def _small_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", LIMIT)


def problems(content: bytes, folder: Path) -> dict[str, str | None]:
    """Return the problem of each document in a file with these bytes."""
    (folder / "a.json").write_bytes(content)
    return {id_.removeprefix("a.json"): d.problem for id_, d in load_all(folder).items()}


@pytest.mark.parametrize(
    "content",
    [
        page(ONE, TWO, THREE),
        b"\xef\xbb\xbf \n" + page(ONE, TWO, THREE),
        b"[" + b" ,\r\n\t".join((ONE, TWO, THREE)) + b"]" + b" " * LIMIT,
        b"[\n" + b",\n".join((ONE, TWO, THREE)) + b"\n]",
        b'{"@odata.nextLink": "%b", "value": [%b, %b, %b]}' % (b"x" * 20, ONE, TWO, THREE),
        b'{"v\\u0061lue": [%b], "a": [[1]], "value": [%b, %b]}' % (ONE, TWO, THREE),
        b'{"value": [%b, %b, %b], "a": {"value": [%b]}}' % (ONE, TWO, THREE, record("Z4")),
    ],
)
def test_the_records_of_a_large_page_are_documents(content: bytes, tmp_path: Path) -> None:
    assert len(content) > LIMIT
    (tmp_path / "a.json").write_bytes(content)
    assert {id_: d.content for id_, d in load_all(tmp_path).items()} == {
        "a.json-Z1": ONE,
        "a.json-Z2": TWO,
        "a.json-Z3": THREE,
    }


@pytest.mark.parametrize(
    ("size", "number", "problem"),
    [
        (LIMIT, "Z2", None),
        (LIMIT + 1, "Z2", "is larger than 0 MB"),
        (LIMIT + 2, "2", "is larger than 0 MB"),  # It is truncated, so its number is not known.
    ],
)
def test_a_record_of_a_large_page_may_have_the_size_of_a_document(
    size: int, number: str, problem: str | None, tmp_path: Path
) -> None:
    large = record("Z2", "x" * (size - len(record("Z2", ""))))
    assert problems(page(ONE, large, THREE), tmp_path) == {
        "-Z1": None,
        f"-{number}": problem,
        "-Z3": None,
    }


@pytest.mark.parametrize("size", [LIMIT, LIMIT + 1])
def test_an_error_in_a_record_holds_back_a_document_or_only_the_record(
    size: int, tmp_path: Path
) -> None:
    content = b"[%b, {truefalse}]" % ONE
    content += b" " * (size - len(content))
    expected = {"": None} if size == LIMIT else {"-Z1": None, "-2": None}
    assert problems(content, tmp_path) == expected


@pytest.mark.parametrize(("place", "is_read"), [(LIMIT, False), (LIMIT + 1, True)])
@pytest.mark.parametrize("bracket", [b"[", b'{"value": ['])
def test_the_records_before_an_error_are_read_if_it_is_after_the_size_of_a_document(
    bracket: bytes, place: int, *, is_read: bool, tmp_path: Path
) -> None:
    start = b"%b%b, %b, " % (bracket, ONE, b'"%b"')
    start %= b"x" * (place + 2 - len(start))
    content = start + b"!, " + THREE + b"]"
    assert content.index(b"!") == place
    found = problems(content, tmp_path)
    if is_read:
        problem = f"byte {place}: not a value; the records before it are read"
        assert found == {"-Z1": None, "-2": None, "": problem}
    else:
        assert found == {"": "is larger than 0 MB"}


def test_a_page_without_an_end_has_a_problem_with_the_place(tmp_path: Path) -> None:
    content = page(ONE, TWO, THREE)[:-16]
    problem = f"byte {len(content)}: the file ends too early; the records before it are read"
    assert problems(content, tmp_path) == {"-Z1": None, "-Z2": None, "-Z3": None, "": problem}
    (broken,) = load_documents([tmp_path], ["a.json"], NUMBERS)
    beginning = hashlib.sha256(content[: LIMIT + 1]).hexdigest()
    assert broken.sha256 == hashlib.sha256(beginning.encode()).hexdigest()


@pytest.mark.parametrize("blanks", [0, 1])
def test_a_record_must_be_in_the_first_bytes_of_a_large_page(blanks: int, tmp_path: Path) -> None:
    start = b'[{"b": "x"}, '
    start += b" " * (LIMIT + 1 - len(start) - len(ONE) + blanks)
    found = problems(start + ONE + b", " + TWO + b"]", tmp_path)
    if blanks:
        assert found == {"": "is larger than 0 MB"}
    else:
        assert found == {"-1": None, "-Z1": None, "-Z2": None}


def test_a_large_page_of_other_things_is_one_document(tmp_path: Path) -> None:
    assert problems(page(OTHER, OTHER), tmp_path) == {"": "is larger than 0 MB"}
    assert problems(b'{"a": [%b, %b, %b]}' % (ONE, TWO, THREE), tmp_path) == {
        "": "is larger than 0 MB"
    }


def test_large_lines_are_not_an_array_because_the_first_one_is_broken(tmp_path: Path) -> None:
    content = b"[" + ONE + b"\n" + b"\n".join((TWO, THREE, record("Z4")))
    assert len(content) > LIMIT
    assert problems(content, tmp_path) == {"-1": None, "-Z2": None, "-Z3": None, "-Z4": None}


def test_memory_does_not_grow_with_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", 500_000)
    count = 300
    with (tmp_path / "a.json").open("wb") as file:
        file.write(b'{"value": [')
        file.writelines(record(f"Z{n}", "w" * 20_000) + b"," for n in range(count))
        file.write(record("Z") + b"]}")
    tracemalloc.start()
    listed = list_documents([tmp_path], NUMBERS)
    for document in load_documents([tmp_path], listed, NUMBERS):
        assert document.id == f"a.json-{json.loads(document.content)['Nummer']}"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(listed) == count + 1
    assert peak < 3_000_000

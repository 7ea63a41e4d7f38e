"""Records in a JSON file, each of which is a separate document."""

import gzip
import hashlib
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kv2rdf.sources.input.documents import InputDocument, list_documents, load_documents
from tests.record_format import number, record

NUMBERS = (number,)
ONE, TWO, THREE = record("Z1"), record("Z2"), record("Z3")


def load_all(*sources: Path) -> dict[str, InputDocument]:
    """Return the documents in ``sources`` by id."""
    listed = list_documents(sources, NUMBERS)
    loaded = {d.id: d for d in load_documents(sources, listed, NUMBERS)}
    assert {d.id: d.sha256 for d in loaded.values()} == listed
    return loaded


def contents(*sources: Path) -> dict[str, bytes]:
    """Return the bytes of the documents in ``sources`` by id."""
    return {id_: d.content for id_, d in sorted(load_all(*sources).items())}


def page(*records: bytes) -> bytes:
    return b'{"@odata.context": "x", "value": [' + b",\n ".join(records) + b'], "next": null}'


@pytest.mark.parametrize(
    "content",
    [
        b"\n".join((ONE, TWO)),
        b"\n".join((ONE, TWO)) + b"\n",
        b"\xef\xbb\xbf" + ONE + b"\r\n" + TWO + b"\r\n",
        page(ONE, TWO),
        b"\xef\xbb\xbf" + page(ONE, TWO),
        b"{\n" + page(ONE, TWO)[1:],
        b"[" + ONE + b", " + TWO + b"]",
        b"[\n" + ONE + b",\n" + TWO + b"\n]\n",
    ],
)
def test_each_record_is_a_document_with_its_own_bytes(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "zaken.json").write_bytes(content)
    loaded = load_all(tmp_path)
    assert {id_: d.content for id_, d in loaded.items()} == {
        "zaken.json-Z1": ONE,
        "zaken.json-Z2": TWO,
    }
    assert {d.record: d.sha256 for d in loaded.values()} == {
        "Z1": hashlib.sha256(ONE).hexdigest(),
        "Z2": hashlib.sha256(TWO).hexdigest(),
    }


def test_a_page_of_one_record_is_not_read_as_lines(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"value": [\n' + ONE + b"\n]}\n")
    assert contents(tmp_path) == {"a.json-Z1": ONE}


@pytest.mark.parametrize("name", [b'"value"', rb'"v\u0061lue"'])
@pytest.mark.parametrize("between", [b"", b' "@odata.count" : 2 ,\n', b'"a": {"value": [1, 2]},'])
def test_no_record_is_lost_if_a_page_has_several_arrays(
    name: bytes, between: bytes, tmp_path: Path
) -> None:
    first = b'{ "value" :\n[ ' + ONE + b" , " + TWO + b"], "
    (tmp_path / "a.json").write_bytes(first + between + name + b":[" + THREE + b"] }")
    assert contents(tmp_path) == {"a.json-Z1": ONE, "a.json-Z2": TWO, "a.json-Z3": THREE}


@pytest.mark.parametrize(
    "content",
    [
        ONE,
        ONE + b"\n",
        b'{"value": []}',
        b'[{"a": 1}, {"b": 2}]',
        b'{"a": 1}\n{"b": 2}\n' + ONE,
        b'{"value": [',
        b'{"value": 1}',
        b"[" * 100_000,
        b"[1,\n2]",
        b"<kvr>\n" + ONE + b"\n" + TWO + b"</kvr>",
        b"text\n" + ONE,
        b"",
        b" \n\n ",
        b"\xef\xbb\xbf",
        b"\xff\xfe{",
    ],
)
def test_a_file_without_known_records_is_one_document(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(content)
    (found,) = load_all(tmp_path).values()
    assert (found.id, found.content, found.record) == ("a.json", content, "")


def test_no_file_is_split_if_no_format_has_records(tmp_path: Path) -> None:
    content = b"\n".join((ONE, TWO))
    (tmp_path / "zaken.jsonl").write_bytes(content)
    (found,) = load_documents([tmp_path], list_documents([tmp_path]))
    assert (found.id, found.content) == ("zaken.jsonl", content)


def test_a_record_without_a_number_is_numbered_by_its_line_or_place(tmp_path: Path) -> None:
    other = b'{"other": 1}'
    nameless = record(None)
    (tmp_path / "a.jsonl").write_bytes(b"\n".join((ONE, b"", nameless, other)))
    (tmp_path / "b.json").write_bytes(page(ONE, nameless, other))
    assert contents(tmp_path) == {
        "a.jsonl-Z1": ONE,
        "a.jsonl-3": nameless,
        "a.jsonl-4": other,
        "b.json-Z1": ONE,
        "b.json-2": nameless,
        "b.json-3": other,
    }


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_a_broken_line_is_a_document_of_its_own(broken: int, tmp_path: Path) -> None:
    lines = [ONE, TWO, THREE]
    lines[broken] = lines[broken][:-3]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    ids = ["a.jsonl-Z1", "a.jsonl-Z2", "a.jsonl-Z3"]
    ids[broken] = f"a.jsonl-{broken + 1}"
    assert contents(tmp_path) == dict(sorted(zip(ids, lines, strict=True)))


def test_records_with_one_number_and_different_bytes_have_different_ids(tmp_path: Path) -> None:
    changed = record("Z1", "Sneeuwt het?")
    for folder, lines in {"a": (ONE, TWO), "b": (TWO, changed, TWO)}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.jsonl").write_bytes(b"\n".join(lines))
    one, two = (f"a.jsonl-Z1~{hashlib.sha256(r).hexdigest()[:8]}" for r in (ONE, changed))
    assert contents(tmp_path) == {"a.jsonl-Z2": TWO, one: ONE, two: changed}
    assert [d.record for d in load_documents([tmp_path], [two], NUMBERS)] == ["Z1"]


def test_a_number_with_unusual_characters_is_safe_in_an_id(tmp_path: Path) -> None:
    odd = record("a/b~c é")
    (tmp_path / "a.jsonl").write_bytes(odd + b"\n" + TWO)
    assert contents(tmp_path) == {"a.jsonl-Z2": TWO, "a.jsonl-a_b_c__": odd}


def test_only_files_that_may_have_the_given_ids_are_opened(tmp_path: Path) -> None:
    (tmp_path / "a-b.jsonl").write_bytes(b"\n".join((ONE, TWO)))
    (tmp_path / "c.jsonl").symlink_to(tmp_path / "nowhere")
    wanted = ["a-b.jsonl-Z2", "a-b.jsonl-Z9"]
    loaded = [(d.id, d.problem) for d in load_documents([tmp_path], wanted, NUMBERS)]
    assert loaded == [(wanted[0], None), (wanted[1], "was there, and is gone or changed")]
    assert list(load_documents([tmp_path / "nowhere"], [], NUMBERS)) == []


def zip_of(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deep/a.jsonl", content)
    return file.getvalue()


def tar_of(content: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:xz") as archive:
        member = tarfile.TarInfo("deep/a.jsonl")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("a.jsonl.gz", gzip.compress),
        ("a.jsonl.xz", lzma.compress),
        ("x.zip", zip_of),
        ("x.tar.xz", tar_of),
    ],
)
def test_records_are_found_in_archives(
    name: str, packed: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(packed(b"\n".join((ONE, TWO))))
    assert contents(tmp_path) == {"a.jsonl-Z1": ONE, "a.jsonl-Z2": TWO}


def test_the_records_before_the_end_of_a_file_that_is_cut_off_are_read(tmp_path: Path) -> None:
    lines = b"".join(
        record(f"Z{n}", hashlib.sha256(b"%d" % n).hexdigest() * 9) + b"\n" for n in range(999)
    )
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-20])
    loaded = load_all(tmp_path)
    problem = loaded.pop("a.jsonl.gz").problem or ""
    assert problem.startswith("cannot be opened: ")
    assert len(loaded) > 500
    assert not any(d.problem for d in loaded.values())

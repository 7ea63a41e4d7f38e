"""Zip archives that are damaged or misstate their members, and the parts of them that are read."""

import struct
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from kv2rdf.sources.input import file_content
from tests.packed_archives import compressed, documents, packed, tar_info, tarred, zipped
from tests.sources.input.test_damaged_tars import read

FILES = documents(3)
ZIP = zipped(FILES)
DIRECTORY = ZIP.index(b"PK\1\2")
SECOND = ZIP.index(b"PK\3\4", 1)
END = len(ZIP) - 22


def changed(at: int, new: bytes, content: bytes = ZIP) -> bytes:
    return content[:at] + new + content[at + len(new) :]


def test_two_members_of_one_name_are_two_documents(tmp_path: Path) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("KVR1.xml", b"<a/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("KVR1.xml", b"<b/>")
    found = read(file.getvalue(), tmp_path, "a.zip")
    assert sorted(document.content for document in found.values()) == [b"<a/>", b"<b/>"]


def test_a_name_that_is_not_utf_8_although_it_should_be_is_escaped(tmp_path: Path) -> None:
    content = zipped({"é.xml": b"<a/>", "b.xml": b"<b/>"}).replace("é".encode(), b"\xff\xfe")
    found = read(content, tmp_path, "a.zip")
    assert {i.partition("~")[0]: d.content for i, d in found.items()} == {
        "__.xml": b"<a/>",
        "b.xml": b"<b/>",
    }


@pytest.mark.parametrize(
    ("content", "missing", "problem"),
    [
        (ZIP[:DIRECTORY], set(), "there is no directory at its end"),
        (ZIP[:-1], set(), "there is no directory at its end"),
        (ZIP[: DIRECTORY - 1], {"KVR3.xml"}, "there is no directory at its end"),
        (changed(END + 10, b"\2"), set(), "the directory has 3 members, but states 2"),
        (ZIP[:-22] + b"x" + ZIP[-22:], set(), "the directory is cut off in an entry"),
        (ZIP[:-22] + b"x" * 46 + ZIP[-22:], set(), "an entry of the directory is broken"),
        (changed(DIRECTORY, b"X"), set(), "has 0 members, but states 3"),
        (changed(DIRECTORY + 32, b"\x36"), set(), "the directory has 2 members, but states 3"),
        (ZIP + zipped({"KVR9.xml": b"<a/>"}), set(), "byte 0: the directory does not list"),
        (ZIP[:-22] + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0, 0, 0, DIRECTORY, 0), set(),
         "the directory has 3 members, but states 0"),
    ],
)  # fmt: skip
def test_what_the_directory_does_not_list_is_read_and_the_zip_is_held_back(
    content: bytes, missing: set[str], problem: str, tmp_path: Path
) -> None:
    found = read(content, tmp_path, "a.zip")
    read_files = {i: d.content for i, d in found.items() if d.problem is None and i != "KVR9.xml"}
    assert read_files == {name: FILES[name] for name in FILES if name not in missing}
    assert (found["a.zip"].problem or "").startswith("is read in part: byte ")
    assert problem in (found["a.zip"].problem or "")


@pytest.mark.parametrize(
    ("content", "held_back", "problem"),
    [
        (changed(SECOND, b"X"), "KVR2.xml", "there is no header at its offset"),
        (changed(SECOND + 30, b"X"), "KVR2.xml", "its header has another name"),
        (changed(SECOND + 60, bytes(9)), "KVR2.xml", "cannot be opened: "),
        (changed(DIRECTORY + 10, b"\x63"), "KVR1.xml", "compression method 99 is not known"),
        (changed(DIRECTORY + 8, b"\1"), "KVR1.xml", "it is encrypted"),
        (changed(DIRECTORY + 16, b"abcd"), "KVR1.xml", "Bad CRC-32"),
        (changed(DIRECTORY + 42, struct.pack("<L", SECOND)), "KVR1.xml", "another name"),
        (changed(DIRECTORY + 20, b"\xff\xff\xff"), "KVR1.xml", "not in a place of its own"),
        (zipped({"KVR1.xml": b"<a/>"}, 12).replace(b"BZh9", b"BZx9"), "KVR1.xml", "Invalid data"),
        (zipped({"KVR1.xml": b"<a/>"}, 14).replace(b"\x09\x04\5\0\x5d", b"\x09\x04\5\0\xff"),
         "KVR1.xml", "its LZMA header is broken"),
        (zipped({"KVR1.xml": b"<a/>"}, 14).replace(b"\0\0\x80\0", b"\1\0\0\x04"),
         "KVR1.xml", "its LZMA dictionary has 67108865 bytes"),
    ],
)  # fmt: skip
def test_a_member_that_cannot_be_read_is_held_back_and_the_others_are_read(
    content: bytes, held_back: str, problem: str, tmp_path: Path
) -> None:
    found = read(content, tmp_path, "a.zip")
    problems = [d.problem for i, d in found.items() if i.partition("~")[0] == held_back]
    assert any(problem in (found_problem or "") for found_problem in problems)
    assert set(found) - {"a.zip"} >= set(FILES) - {held_back, *FILES} | {
        id_ for id_ in found if id_.partition("~")[0] == held_back
    }


@pytest.mark.parametrize("method", [0, 8, 12, 14])
def test_the_methods_that_python_packs_with_are_unpacked(method: int, tmp_path: Path) -> None:
    files = FILES | {"empty.xml": b"", "large.xml": bytes(300_000)}
    found = read(zipped(files, method), tmp_path, "a.ZIP")
    assert {i: d.content for i, d in found.items()} == files


class Pipe(BytesIO):
    """A file in which nothing can seek, so that sizes are written after the content."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError(offset, whence)


@pytest.mark.parametrize("has_directory", [True, False])
def test_members_with_their_sizes_behind_them_are_read(
    *, has_directory: bool, tmp_path: Path
) -> None:
    file = Pipe()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in FILES.items():
            archive.writestr(name, content)
    packed = file.getvalue()
    found = read(packed if has_directory else packed[:-9], tmp_path, "a.zip")
    assert {i: d.content for i, d in found.items() if i != "a.zip"} == FILES
    assert ("a.zip" in found) is not has_directory


@pytest.mark.parametrize("prefix", [b"", b"#!/bin/sh\nexit\n", bytes(70_000)])
def test_a_program_before_the_zip_and_a_comment_behind_it_are_allowed(
    prefix: bytes, tmp_path: Path
) -> None:
    content = prefix + ZIP[:-2] + b"\x0a\0a comment."
    assert {i: d.content for i, d in read(content, tmp_path, "a.zip").items()} == FILES


def test_members_that_share_their_bytes_are_read_once(tmp_path: Path) -> None:
    entry = ZIP[DIRECTORY : ZIP.index(b"PK\1\2", DIRECTORY + 1)]
    directory = entry * 1000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1000, 1000, len(directory), DIRECTORY, 0)
    found = read(ZIP[:DIRECTORY] + directory + end, tmp_path, "a.zip")
    assert sum(document.problem is None for document in found.values()) == 3


@pytest.mark.long
@pytest.mark.parametrize(("kind", "limit"), [(".zip", 7), (".tar", 7), (".tar.xz", 15)])
def test_a_member_that_is_too_large_is_in_memory_once(
    kind: str, limit: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", 4 * 2**20)
    content = packed(kind, {"large.xml": bytes(2**24)})
    tracemalloc.start()
    found = read(content, tmp_path, f"a{kind}")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found["large.xml"].problem == "is larger than 4 MB"
    assert peak < limit * 2**20


@pytest.mark.parametrize(
    "type_",
    [b"L", *(pytest.param(other, marks=pytest.mark.long) for other in (b"K", b"g", b"x"))],
)
def test_a_header_of_many_megabytes_is_not_read_into_memory(type_: bytes, tmp_path: Path) -> None:
    header = tar_info("x", type_, size=2**24).tobuf()
    content = compressed(".tar.xz", header + bytes(2**24) + tarred(FILES))
    tracemalloc.start()
    found = read(content, tmp_path, "a.tar.xz")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert set(found) == {*FILES, "a.tar.xz"}
    assert peak < 12 * 2**20  # xz uses 8 of these.

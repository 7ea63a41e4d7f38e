"""Documents in files, folders and archives."""

import gzip
import hashlib
import io
import lzma
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from kv2rdf.errors import InputError, ReadError
from kv2rdf.sources.input import archives, documents
from kv2rdf.sources.input.documents import Found, content_of, listed

FILES = {"KVR1.xml": b"<kvr>one</kvr>", "below/KVR2.xml": b"<kvr>two</kvr>"}


def _tar(mode: Literal["w", "w:gz", "w:xz"]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with tarfile.open(path, mode) as archive:
            folder = tarfile.TarInfo("below")
            folder.type = tarfile.DIRTYPE
            archive.addfile(folder)
            for name, content in FILES.items():
                member = tarfile.TarInfo(name)
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))

    return write


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("below")
        for name, content in FILES.items():
            archive.writestr(name, content)


def _folder(path: Path) -> None:
    for name, content in FILES.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)


def _all(*sources: Path) -> dict[str, Found]:
    return {found.id: found for found in documents.read(sources, listed(sources))}


def _digits(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("folder", _folder),
        ("some.zip", _zip),
        ("some.tar", _tar("w")),
        ("some.tar.gz", _tar("w:gz")),
        ("some.tgz", _tar("w:gz")),
        ("some.tar.xz", _tar("w:xz")),
    ],
)
def test_a_folder_and_an_archive_give_the_same_documents(
    name: str, write: Callable[[Path], None], tmp_path: Path
) -> None:
    write(tmp_path / name)
    found = _all(tmp_path / name)
    assert {f.id: f.content for f in found.values()} == {
        Path(name).name: content for name, content in FILES.items()
    }
    assert all(f.sha256 == hashlib.sha256(f.content).hexdigest() for f in found.values())
    assert not any(f.problem for f in found.values())


def test_an_archive_may_lie_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    _zip(tmp_path / "deep" / "deeper" / "some.zip")
    (tmp_path / "KVR3.xml").write_bytes(b"<kvr/>")
    assert tuple(listed([tmp_path])) == ("KVR1.xml", "KVR2.xml", "KVR3.xml")


@pytest.mark.parametrize(
    ("ending", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress)], ids=["gz", "xz"]
)
def test_one_packed_file_has_its_name_without_the_packing(
    ending: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    (tmp_path / f"KVR1.xml{ending}").write_bytes(pack(b"<kvr/>"))
    assert _all(tmp_path)["KVR1.xml"].content == b"<kvr/>"


def test_two_files_of_one_name_and_different_bytes_are_told_apart(tmp_path: Path) -> None:
    for name, content in {"a/KVR1.xml": b"<a/>", "b/KVR1.xml": b"<b/>"}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(content)
    one, two = f"KVR1.xml~{_digits(b'<a/>')}", f"KVR1.xml~{_digits(b'<b/>')}"
    found = _all(tmp_path)
    assert {id_: f.content for id_, f in found.items()} == {one: b"<a/>", two: b"<b/>"}
    assert [f.id for f in documents.read([tmp_path], [two])] == [two]


def test_identical_twins_are_one_document(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "KVR1.xml").write_bytes(b"<a/>")
    assert tuple(listed([tmp_path, tmp_path / "a"])) == ("KVR1.xml",)
    assert len(list(documents.read([tmp_path, tmp_path], ["KVR1.xml"]))) == 1


@pytest.mark.parametrize("other", ["KVR1.xml~", "KVR1.xml~old", "KVR1.xml~12345678"])
def test_a_tilde_in_a_name_makes_no_other_document_vanish(other: str, tmp_path: Path) -> None:
    for name in ("KVR1.xml", other):
        (tmp_path / name).write_bytes(name.encode())
    assert {id_: f.content.decode() for id_, f in _all(tmp_path).items()} == {
        "KVR1.xml": "KVR1.xml",
        other: other,
    }


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    for name in (".DS_Store", ".git/KVR1.xml", "KVR2.xml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"<kvr/>")
    assert tuple(listed([tmp_path])) == ("KVR2.xml",)


def test_only_what_is_wanted_is_given(tmp_path: Path) -> None:
    _folder(tmp_path)
    given = [(f.id, f.problem) for f in documents.read([tmp_path], ["KVR2.xml", "KVR9.xml"])]
    assert given == [("KVR2.xml", None), ("KVR9.xml", "was there, and is gone or changed")]


def test_a_corrupt_member_of_a_zip_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.xml", b"<kvr>first</kvr>")
        archive.writestr("b.xml", b"<kvr>second</kvr>")
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(content.replace(b"first", b"fiRst"))
    found = _all(tmp_path)
    assert "Bad CRC-32" in (found["a.xml"].problem or "")
    assert found["b.xml"].content == b"<kvr>second</kvr>"


def test_a_link_to_nothing_is_told_of_and_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "lost.xml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "KVR1.xml").write_bytes(b"<kvr/>")
    found = _all(tmp_path)
    assert found["lost.xml"].problem == "cannot be opened: No such file or directory"
    assert found["KVR1.xml"].problem is None


@pytest.mark.parametrize("ending", ["", ".gz"])
def test_what_is_too_large_is_told_of(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LARGEST", 10)
    for size in (10, 11):
        content = b"x" * size
        (tmp_path / f"{size}.xml{ending}").write_bytes(
            gzip.compress(content) if ending else content
        )
    found = _all(tmp_path)
    assert found["10.xml"].problem is None
    assert found["11.xml"].content == b""
    assert found["11.xml"].problem == "is larger than 0 MB"
    with pytest.raises(ReadError, match=r"11\.xml: file: is larger"):
        content_of(found["11.xml"])


def test_what_is_too_large_is_not_unpacked_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LARGEST", 1000)
    (tmp_path / "bomb.xml.gz").write_bytes(gzip.compress(bytes(20_000_000)))
    tracemalloc.start()
    assert tuple(listed([tmp_path])) == ("bomb.xml",)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2_000_000


def _spoilt(content: bytes, at: int) -> bytes:
    return content[:at] + b"\xff" * 16 + content[at + 16 :]


def _zipped(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.xml", content)
    return file.getvalue()


def _locked(content: bytes) -> bytes:
    head = content.rfind(b"PK\x01\x02") + 8
    return content[:6] + b"\x01" + content[7:head] + b"\x01" + content[head + 1 :]


BYTES = bytes(range(256)) * 100


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.gz", b"no gzip"),
        ("a.gz", gzip.compress(BYTES)[:-20]),
        ("a.gz", _spoilt(gzip.compress(BYTES), 40)),
        ("a.xz", b"no xz"),
        ("a.xz", _spoilt(lzma.compress(BYTES), 40)),
        ("a.zip", b"PK no zip"),
        ("a.zip", _spoilt(_zipped(BYTES), 45)),
        ("a.zip", _locked(_zipped(BYTES))),
        ("a.tar", b"no tar" * 200),
        ("a.tar.gz", b"no tar"),
        ("a.tar.xz", lzma.compress(b"no tar" * 200)),
    ],
)
def test_a_broken_archive_is_told_of(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "KVR1.xml").write_bytes(b"<kvr/>")
    found = _all(tmp_path)
    (told,) = (found[id_] for id_ in found if id_ != "KVR1.xml")
    assert told.content == b""
    assert told.problem is not None
    assert told.problem.startswith("cannot be opened: ")
    assert found["KVR1.xml"].problem is None


def test_what_is_not_there_is_no_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        listed([tmp_path / "nothing"])


@pytest.mark.parametrize("content", [b"", b" \n\t "])
def test_an_empty_document_is_a_fault(content: bytes) -> None:
    with pytest.raises(ReadError, match=r"KVR1\.xml: file: is empty"):
        content_of(Found(id="KVR1.xml", content=content, sha256=""))

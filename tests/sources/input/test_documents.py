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
from kv2rdf.sources.input import documents, file_content
from kv2rdf.sources.input.documents import (
    InputDocument,
    content_of,
    list_and_load,
    list_documents,
    load_documents,
)

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


def _load_all(*sources: Path) -> dict[str, InputDocument]:
    return {d.id: d for d in load_documents(sources, list_documents(sources))}


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
def test_a_folder_and_an_archive_have_the_same_documents(
    name: str, write: Callable[[Path], None], tmp_path: Path
) -> None:
    write(tmp_path / name)
    loaded = _load_all(tmp_path / name)
    assert {d.id: d.content for d in loaded.values()} == {
        Path(name).name: content for name, content in FILES.items()
    }
    assert all(d.sha256 == hashlib.sha256(d.content).hexdigest() for d in loaded.values())
    assert not any(d.problem for d in loaded.values())


def test_an_archive_in_a_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    _zip(tmp_path / "deep" / "deeper" / "some.zip")
    (tmp_path / "KVR3.xml").write_bytes(b"<kvr/>")
    assert tuple(list_documents([tmp_path])) == ("KVR1.xml", "KVR2.xml", "KVR3.xml")


@pytest.mark.parametrize(
    ("ending", "compress"), [(".gz", gzip.compress), (".xz", lzma.compress)], ids=["gz", "xz"]
)
def test_the_id_of_a_compressed_file_is_its_name_without_gz_or_xz(
    ending: str, compress: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    (tmp_path / f"KVR1.xml{ending}").write_bytes(compress(b"<kvr/>"))
    assert _load_all(tmp_path)["KVR1.xml"].content == b"<kvr/>"


def test_two_files_with_the_same_name_and_different_bytes_have_different_ids(
    tmp_path: Path,
) -> None:
    for name, content in {"a/KVR1.xml": b"<a/>", "b/KVR1.xml": b"<b/>"}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(content)
    one, two = f"KVR1.xml~{_digits(b'<a/>')}", f"KVR1.xml~{_digits(b'<b/>')}"
    loaded = _load_all(tmp_path)
    assert {id_: d.content for id_, d in loaded.items()} == {one: b"<a/>", two: b"<b/>"}
    assert [d.id for d in load_documents([tmp_path], [two])] == [two]


def test_two_files_with_the_same_name_and_bytes_are_one_document(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "KVR1.xml").write_bytes(b"<a/>")
    assert tuple(list_documents([tmp_path, tmp_path / "a"])) == ("KVR1.xml",)
    assert len(list(load_documents([tmp_path, tmp_path], ["KVR1.xml"]))) == 1


@pytest.mark.parametrize("other", ["KVR1.xml~", "KVR1.xml~old", "KVR1.xml~12345678"])
def test_a_tilde_in_a_name_does_not_hide_another_document(other: str, tmp_path: Path) -> None:
    for name in ("KVR1.xml", other):
        (tmp_path / name).write_bytes(name.encode())
    assert {id_: d.content.decode() for id_, d in _load_all(tmp_path).items()} == {
        "KVR1.xml": "KVR1.xml",
        other: other,
    }


def test_hidden_files_and_folders_are_ignored(tmp_path: Path) -> None:
    for name in (".DS_Store", ".git/KVR1.xml", "KVR2.xml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"<kvr/>")
    assert tuple(list_documents([tmp_path])) == ("KVR2.xml",)


def test_only_the_documents_with_the_given_ids_are_loaded(tmp_path: Path) -> None:
    _folder(tmp_path)
    loaded = [(d.id, d.problem) for d in load_documents([tmp_path], ["KVR2.xml", "KVR9.xml"])]
    assert loaded == [("KVR2.xml", None), ("KVR9.xml", "was there, and is gone or changed")]


def test_the_other_members_of_a_zip_with_a_corrupt_member_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.xml", b"<kvr>first</kvr>")
        archive.writestr("b.xml", b"<kvr>second</kvr>")
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(content.replace(b"first", b"fiRst"))
    loaded = _load_all(tmp_path)
    assert "Bad CRC-32" in (loaded["a.xml"].problem or "")
    assert loaded["b.xml"].content == b"<kvr>second</kvr>"


def test_a_broken_symlink_is_a_document_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "lost.xml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "KVR1.xml").write_bytes(b"<kvr/>")
    loaded = _load_all(tmp_path)
    assert loaded["lost.xml"].problem == "cannot be opened: No such file or directory"
    assert loaded["KVR1.xml"].problem is None


@pytest.mark.parametrize("ending", ["", ".gz"])
def test_a_document_that_is_too_large_has_a_problem(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", 10)
    for size in (10, 11):
        content = b"x" * size
        (tmp_path / f"{size}.xml{ending}").write_bytes(
            gzip.compress(content) if ending else content
        )
    loaded = _load_all(tmp_path)
    assert loaded["10.xml"].problem is None
    assert loaded["11.xml"].content == b""
    assert loaded["11.xml"].problem == "is larger than 0 MB"
    with pytest.raises(ReadError, match=r"11\.xml: file: is larger"):
        content_of(loaded["11.xml"])


def test_a_document_that_is_too_large_is_not_decompressed_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", 1000)
    (tmp_path / "bomb.xml.gz").write_bytes(gzip.compress(bytes(20_000_000)))
    tracemalloc.start()
    assert tuple(list_documents([tmp_path])) == ("bomb.xml",)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_a_source_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        list_documents([tmp_path / "nothing"])


@pytest.mark.parametrize("content", [b"", b" \n\t "])
def test_an_empty_document_is_an_error(content: bytes) -> None:
    with pytest.raises(ReadError, match=r"KVR1\.xml: file: is empty"):
        content_of(InputDocument(id="KVR1.xml", content=content, sha256=""))


@pytest.mark.parametrize(("most_bytes", "expected"), [(6, ["KVR2.xml", "KVR3.xml"]), (5, [])])
def test_unknown_documents_are_loaded_if_they_are_small_enough_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most_bytes: int, expected: list[str]
) -> None:
    for number in range(1, 4):
        (tmp_path / f"KVR{number}.xml").write_bytes(b"%d." % number + b"." * (number // 3 * 2))
    monkeypatch.setattr(documents, "MOST_BYTES_KEPT", most_bytes)
    known = {("KVR1.xml", hashlib.sha256(b"1.").hexdigest())}
    ids, loaded = list_and_load([tmp_path], lambda *document: document in known)
    assert ids == list_documents([tmp_path])
    assert [document.id for document in loaded] == expected
    assert set(loaded) <= set(_load_all(tmp_path).values())


def test_unknown_documents_with_the_same_name_have_the_ids_of_the_list(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "KVR1.xml").write_text(folder, encoding="utf-8")
    ids, loaded = list_and_load([tmp_path, tmp_path / "a"], lambda *_: False)
    assert {document.id: document for document in loaded} == _load_all(tmp_path)
    assert len(ids) == len(loaded) == 2

"""Archives that are broken, truncated or encrypted."""

import gzip
import io
import lzma
import zipfile
from pathlib import Path

import pytest

from kv2rdf.sources.input.documents import list_documents, load_documents


def _corrupted(content: bytes, at: int) -> bytes:
    return content[:at] + b"\xff" * 16 + content[at + 16 :]


def _zip_of(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.xml", content)
    return file.getvalue()


def _encrypted(content: bytes) -> bytes:
    """Return a zip archive whose flags say that its member is encrypted."""
    flags = content.rfind(b"PK\x01\x02") + 8
    return content[:6] + b"\x01" + content[7:flags] + b"\x01" + content[flags + 1 :]


BYTES = bytes(range(256)) * 100


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.gz", b"no gzip"),
        ("a.gz", gzip.compress(BYTES)[:-20]),
        ("a.gz", _corrupted(gzip.compress(BYTES), 40)),
        ("a.xz", b"no xz"),
        ("a.xz", _corrupted(lzma.compress(BYTES), 40)),
        ("a.zip", b"PK no zip"),
        ("a.zip", _corrupted(_zip_of(BYTES), 45)),
        ("a.zip", _encrypted(_zip_of(BYTES))),
        ("a.tar", b"no tar" * 200),
        ("a.tar.gz", b"no tar"),
        ("a.tar.xz", lzma.compress(b"no tar" * 200)),
    ],
)
def test_a_broken_archive_is_a_document_with_a_problem(
    name: str, content: bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "KVR1.xml").write_bytes(b"<kvr/>")
    ids = list_documents([tmp_path])
    loaded = {document.id: document for document in load_documents([tmp_path], ids)}
    (broken,) = (loaded[id_] for id_ in loaded if id_ != "KVR1.xml")
    assert broken.content == b""
    assert broken.problem is not None
    assert broken.problem.startswith("cannot be opened: ")
    assert loaded["KVR1.xml"].problem is None

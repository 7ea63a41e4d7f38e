"""The opening of input files by the audit."""

import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path
from typing import Literal, TypeAlias

import pytest

from kv2rdf.audit.archives.member import AuditInput
from kv2rdf.audit.input_files import read_inputs
from kv2rdf.errors import InputError

Mode: TypeAlias = Literal["w", "w:gz", "w:xz"]

MODES: dict[str, Mode] = {"x.tar": "w", "x.tar.xz": "w:xz"}
A, B = AuditInput("A.xml", b"<a/>"), AuditInput("B.xml", b"<b/>")


def write_tar(path: Path, mode: Mode) -> None:
    with tarfile.open(path, mode) as archive:
        for document in (A, B):
            entry = tarfile.TarInfo(f"folder/{document.name}")
            entry.size = len(document.content)
            archive.addfile(entry, io.BytesIO(document.content))


@pytest.mark.parametrize("name", ["x.tar", "x.tar.gz", "x.tgz", "x.tar.xz", "x.zip", "folder"])
def test_documents_are_found_in_archives_and_folders(tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    if name == "folder":
        (source / "below").mkdir(parents=True)
        (source / "A.xml.gz").write_bytes(gzip.compress(A.content))
        (source / "below" / "B.xml.xz").write_bytes(lzma.compress(B.content))
        (source / ".hidden.xml").write_bytes(b"<hidden/>")
    elif name == "x.zip":
        with zipfile.ZipFile(source, "w") as archive:
            archive.mkdir("folder")
            for document in (A, B):
                archive.writestr(f"folder/{document.name}", document.content)
    else:
        write_tar(source, MODES.get(name, "w:gz"))
    assert [found for found in read_inputs([source]) if found.is_required] == [A, B]


def test_a_file_that_cannot_be_opened_has_no_bytes(tmp_path: Path) -> None:
    (tmp_path / "A.xml.gz").write_bytes(gzip.compress(A.content)[:-9])
    (tmp_path / "B.zip").write_bytes(b"PK")
    with zipfile.ZipFile(tmp_path / "C.zip", "w") as archive:
        archive.writestr(A.name, A.content)
        archive.writestr(B.name, B.content)
    packed = (tmp_path / "C.zip").read_bytes()
    (tmp_path / "C.zip").write_bytes(packed.replace(A.content, b"<z/>"))
    found = [(i.name, i.content) for i in read_inputs([tmp_path]) if i.is_required]
    assert found == [("A.xml.gz", b""), ("B.zip", b""), (A.name, b""), (B.name, B.content)]


def test_a_source_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.xml: No such file"):
        list(read_inputs([tmp_path / "nowhere.xml"]))

"""Sources at a URL, from which the same documents are read as from local files."""

import gzip
import io
import lzma
import subprocess
import sys
import tarfile
import zipfile
from itertools import count
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner

from kv2rdf.cli import cli
from kv2rdf.errors import InputError
from kv2rdf.sources.input import archives, documents
from kv2rdf.storage.remote_path import RemotePath, input_path, remote_path
from tests.conftest import ROOT

SEED = ROOT / "seeds" / "kamervragen"
_folder_numbers = count()


def remote_copy(folder: Path) -> RemotePath:
    """Return a folder in memory with the files of a local folder."""
    remote = remote_path(f"memory://in{next(_folder_numbers)}/", InputError)
    names = [f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()]
    remote.upload(folder, names)
    return remote


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files of each kind, good and broken, in folders that sort differently from their paths."""
    for name in ("b/1.xml", "b.xml", "b-c/2.xml", "a/d/3.xml", ".hidden/4.xml", "a/.5.xml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<kvr>{name}</kvr>")
    (tmp_path / "empty.xml").touch()
    (tmp_path / "packed.xml.gz").write_bytes(gzip.compress(b"<kvr>gz</kvr>"))
    (tmp_path / "packed.xml.xz").write_bytes(lzma.compress(b"<kvr>xz</kvr>"))
    (tmp_path / "cut off.xml.xz").write_bytes(lzma.compress(b"<kvr>cut</kvr>")[:-20])
    (tmp_path / "no archive.zip").write_bytes(b"PK")
    (tmp_path / "no archive.tar.xz").write_bytes(b"not an archive")
    modes: dict[str, Literal["w", "w:gz", "w:xz"]]
    modes = {"all.tar": "w", "all.tgz": "w:gz", "all.tar.xz": "w:xz"}
    for name, mode in modes.items():
        with tarfile.open(tmp_path / name, mode) as tar:
            for member in ("7.xml", "6.xml"):
                info = tarfile.TarInfo(f"in/{member}")
                info.size = 3
                tar.addfile(info, io.BytesIO(f"<{member[0]}>".encode()))
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("z/9.xml", "<kvr>nine</kvr>" * 1000)
        archive.writestr("8.xml", "<kvr>eight</kvr>")
    return tmp_path


@pytest.mark.remote
def test_a_remote_folder_has_the_documents_of_the_local_one_in_the_same_order(
    folder: Path,
) -> None:
    remote = remote_copy(folder)
    files = list(archives.read_files([folder]))
    assert len(files) == 18
    assert list(archives.read_files([remote])) == files
    listed = documents.list_documents([folder])
    assert documents.list_documents([remote]) == listed
    assert list(documents.load_documents([remote], listed)) == list(
        documents.load_documents([folder], listed)
    )


@pytest.mark.remote
def test_each_remote_file_has_the_documents_of_the_local_one(folder: Path) -> None:
    remote = remote_copy(folder)
    for name in remote.file_sizes():
        assert list(archives.read_files([remote / name])) == list(
            archives.read_files([folder / name])
        ), name


@pytest.mark.remote
@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("s3://bucket/kvr/all.tar.xz", "all.tar.xz"),
        ("s3://bucket/kvr/", "kvr"),
        ("s3://bucket", "bucket"),
        ("s3://bucket/a b?c#d.xml", "a b?c#d.xml"),
        ("https://example.org/kvr/all%20of%20it.tar.xz?sig=secret", "all of it.tar.xz"),
    ],
)
def test_the_name_of_a_remote_path_is_its_last_part(url: str, name: str) -> None:
    assert remote_path(url, InputError).name == name


@pytest.mark.remote
@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nothing://like/it", "Error: nothing://like/it: Protocol not known"),
        ("memory://nothing/there.xml", "Error: memory://nothing/there.xml: is not there"),
        ("memory://a::memory://b", "Error: memory://a::memory://b: is more than one URL"),
        ("s3://", "Error: s3://: "),
        ("https://[bad/kvr.xml", "Error: https://[bad/kvr.xml: "),
        ("http://127.0.0.1:9/kvr.xml?sig=secret", "Error: http://127.0.0.1:9/kvr.xml: Connect"),
        ("s3://me:secret@bucket/kvr", "Error: s3://…: takes no password"),
        ("s3://me:sec/secret@bucket/kvr", "Error: s3://…: takes no password"),
    ],
)
def test_an_unusable_url_is_reported_in_one_line_and_nothing_is_built(
    tmp_path: Path, url: str, message: str
) -> None:
    result = CliRunner().invoke(cli, ["build", url, "--out", str(tmp_path / "release")])
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(message)
    assert "secret" not in line
    assert not (tmp_path / "release").exists()


def test_without_fsspec_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(InputError, match=r"s3://bucket/kvr: needs kv2rdf\[remote\]"):
        input_path("s3://bucket/kvr")


@pytest.mark.remote
def test_with_fsspec_but_without_s3_the_error_says_what_to_install(tmp_path: Path) -> None:
    """Dask installs fsspec, but not the package for S3."""
    arguments = ["build", "s3://bucket/kvr", "--out", str(tmp_path / "release")]
    code = f"import sys; sys.modules['s3fs'] = None; from kv2rdf.cli import cli; cli({arguments})"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: s3://bucket/kvr: needs kv2rdf[remote]: ")


@pytest.mark.long
@pytest.mark.parametrize("source", [str(SEED), f"file://{SEED}"])
def test_a_local_source_is_read_without_fsspec(tmp_path: Path, source: str) -> None:
    arguments = ["build", source, "--out", str(tmp_path / "release")]
    code = (
        f"import sys; from kv2rdf.cli import cli; cli({arguments}, standalone_mode=False)\n"
        "print([name for name in sys.modules if name.partition('.')[0] in ('fsspec', 's3fs')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"
    assert (tmp_path / "release" / "report.json").is_file()

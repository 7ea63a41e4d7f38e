"""Sources at a URL: what is read there is what would be read of the same files here."""

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
from kv2rdf.storage.remote_path import Place, place, source
from tests.conftest import ROOT

SEED = ROOT / "seeds" / "kamervragen"
_numbers = count()


def elsewhere(folder: Path) -> Place:
    """Give a place in memory with the files of a folder."""
    there = place(f"memory://in{next(_numbers)}/", InputError)
    names = [f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()]
    there.put(folder, names)
    return there


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A file of each kind, good and broken, in folders whose order is not that of the paths."""
    for name in ("b/1.xml", "b.xml", "b-c/2.xml", "a/d/3.xml", ".hidden/4.xml", "a/.5.xml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<kvr>{name}</kvr>")
    (tmp_path / "empty.xml").touch()
    (tmp_path / "packed.xml.gz").write_bytes(gzip.compress(b"<kvr>gz</kvr>"))
    (tmp_path / "packed.xml.xz").write_bytes(lzma.compress(b"<kvr>xz</kvr>"))
    (tmp_path / "cut off.xml.xz").write_bytes(lzma.compress(b"<kvr>cut</kvr>")[:-20])
    (tmp_path / "no archive.zip").write_bytes(b"PK")
    (tmp_path / "no archive.tar.xz").write_bytes(b"what is this")
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
def test_a_folder_elsewhere_gives_what_the_folder_here_gives_in_the_same_order(
    folder: Path,
) -> None:
    there = elsewhere(folder)
    here = list(archives.opened([folder]))
    assert len(here) == 18
    assert list(archives.opened([there])) == here
    assert documents.listed([there]) == documents.listed([folder])
    wanted = documents.listed([folder])
    assert list(documents.read([there], wanted)) == list(documents.read([folder], wanted))


@pytest.mark.remote
def test_each_file_elsewhere_gives_what_the_file_here_gives(folder: Path) -> None:
    there = elsewhere(folder)
    for name in there.files():
        assert list(archives.opened([there / name])) == list(archives.opened([folder / name])), name


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
def test_the_name_of_a_place_is_the_last_part_of_its_path(url: str, name: str) -> None:
    assert place(url, InputError).name == name


@pytest.mark.remote
@pytest.mark.parametrize(
    ("url", "told"),
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
def test_what_is_no_place_is_told_in_a_line_and_no_release_is_touched(
    tmp_path: Path, url: str, told: str
) -> None:
    ended = CliRunner().invoke(cli, ["build", url, "--out", str(tmp_path / "release")])
    assert ended.exit_code == 2
    assert ended.stdout == ""
    (line,) = ended.stderr.splitlines()
    assert line.startswith(told)
    assert "secret" not in line
    assert not (tmp_path / "release").exists()


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(InputError, match=r"s3://bucket/kvr: needs kv2rdf\[remote\]"):
        source("s3://bucket/kvr")


@pytest.mark.remote
def test_with_fsspec_alone_it_says_what_to_install(tmp_path: Path) -> None:
    """Dask brings fsspec, and no S3."""
    words = ["build", "s3://bucket/kvr", "--out", str(tmp_path / "release")]
    code = f"import sys; sys.modules['s3fs'] = None; from kv2rdf.cli import cli; cli({words})"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert line.startswith("Error: s3://bucket/kvr: needs kv2rdf[remote]: ")


@pytest.mark.parametrize("named", [str(SEED), f"file://{SEED}"])
def test_a_source_here_is_read_without_fsspec(tmp_path: Path, named: str) -> None:
    words = ["build", named, "--out", str(tmp_path / "release")]
    code = (
        f"import sys; from kv2rdf.cli import cli; cli({words}, standalone_mode=False)\n"
        "print([name for name in sys.modules if name.partition('.')[0] in ('fsspec', 's3fs')])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
    assert (tmp_path / "release" / "report.json").is_file()

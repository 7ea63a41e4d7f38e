"""The input files, opened by the audit itself: files, folders and archives, one after the other."""

import gzip
import hashlib
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from kv2rdf.errors import InputError

_LARGEST = 50 * 1024 * 1024
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz")
_BROKEN = (
    EOFError,
    RuntimeError,  # zipfile: a password is wanted, or a compression is not known
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    gzip.BadGzipFile,
)


@dataclass(frozen=True, slots=True)
class Input:
    """A document of the input: the name of its file, without .gz or .xz, and its bytes."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The sha256 of the bytes, by which the release names its sources."""
        return hashlib.sha256(self.content).hexdigest()


def inputs(sources: Sequence[Path]) -> Iterator[Input]:
    """Give every document in ``sources``; hidden files in folders are passed over.

    What cannot be opened has no bytes. Raises InputError where a source is not there.
    """
    for source in sources:
        if not source.exists():
            raise InputError(f"{source}: No such file or directory")
        if source.is_dir():
            yield from _folder(source)
        else:
            yield from _file(source)


def _folder(folder: Path) -> Iterator[Input]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield from _file(path)


def _file(path: Path) -> Iterator[Input]:
    try:
        if path.name.endswith(_TARS):
            with tarfile.open(path, "r|*") as archive:
                for entry in archive:
                    stream = archive.extractfile(entry) if entry.isfile() else None
                    if stream is not None:
                        yield Input(PurePosixPath(entry.name).name, _capped(stream))
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    if not name.endswith("/"):
                        yield _member(packed, name)
        elif path.suffix == ".gz":
            with gzip.open(path) as unpacked:
                yield Input(path.stem, _capped(unpacked))
        elif path.suffix == ".xz":
            with lzma.open(path) as unxzed:
                yield Input(path.stem, _capped(unxzed))
        else:
            with path.open("rb") as plain:
                yield Input(path.name, _capped(plain))
    except _BROKEN:
        yield Input(path.name, b"")


def _member(archive: zipfile.ZipFile, name: str) -> Input:
    """Open a member of an archive: one that is broken does not take the others with it."""
    try:
        with archive.open(name) as stream:
            return Input(PurePosixPath(name).name, _capped(stream))
    except _BROKEN:
        return Input(PurePosixPath(name).name, b"")


def _capped(stream: IO[bytes] | io.BufferedIOBase) -> bytes:
    """Read a document; one that is too large to be published has no bytes for us."""
    content = stream.read(_LARGEST + 1)
    return content if len(content) <= _LARGEST else b""

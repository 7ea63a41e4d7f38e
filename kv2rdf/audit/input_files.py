"""The input documents in files, folders and archives, opened by the audit itself."""

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

_MAX_BYTES = 50 * 1024 * 1024
_MANIFEST, _DUMP = "manifest-sha256.txt", "kamervragen.nq.gz"
"""The files by which the folder of a release is known."""

_TAR_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.xz")
_CORRUPT = (
    EOFError,
    RuntimeError,  # zipfile: a password is needed, or the compression is unknown
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    gzip.BadGzipFile,
)


@dataclass(frozen=True, slots=True)
class AuditInput:
    """An input document: the name of its file, without .gz or .xz, and its bytes."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The sha256 of the bytes. A release states this hash for each source."""
        return hashlib.sha256(self.content).hexdigest()


def read_inputs(sources: Sequence[Path]) -> Iterator[AuditInput]:
    """Yield every document in ``sources``, except hidden files and releases in folders.

    A document that cannot be opened or is too large to be published is yielded without bytes.
    Raises InputError if a source does not exist.
    """
    for source in sources:
        if not source.exists():
            raise InputError(f"{source}: No such file or directory")
        if source.is_dir():
            yield from _read_folder(source)
        else:
            yield from _read_file(source)


def _read_folder(folder: Path) -> Iterator[AuditInput]:
    releases = {path.parent for path in folder.rglob(_DUMP) if (path.parent / _MANIFEST).exists()}
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not is_hidden and releases.isdisjoint(path.parents):
            yield from _read_file(path)


def _read_file(path: Path) -> Iterator[AuditInput]:
    try:
        if path.name.endswith(_TAR_ENDINGS):
            with tarfile.open(path, "r|*") as archive:
                for member in archive:
                    stream = archive.extractfile(member) if member.isfile() else None
                    if stream is not None:
                        yield AuditInput(PurePosixPath(member.name).name, _read_bytes(stream))
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as zip_file:
                for name in zip_file.namelist():
                    if not name.endswith("/"):
                        yield _read_zip_member(zip_file, name)
        elif path.suffix == ".gz":
            with gzip.open(path) as gzip_file:
                yield AuditInput(path.stem, _read_bytes(gzip_file))
        elif path.suffix == ".xz":
            with lzma.open(path) as xz_file:
                yield AuditInput(path.stem, _read_bytes(xz_file))
        else:
            with path.open("rb") as file:
                yield AuditInput(path.name, _read_bytes(file))
    except _CORRUPT:
        yield AuditInput(path.name, b"")


def _read_zip_member(zip_file: zipfile.ZipFile, name: str) -> AuditInput:
    """Return a member, without bytes if it is corrupt. The other members can still be read."""
    try:
        with zip_file.open(name) as stream:
            return AuditInput(PurePosixPath(name).name, _read_bytes(stream))
    except _CORRUPT:
        return AuditInput(PurePosixPath(name).name, b"")


def _read_bytes(stream: IO[bytes] | io.BufferedIOBase) -> bytes:
    content = stream.read(_MAX_BYTES + 1)
    return content if len(content) <= _MAX_BYTES else b""

"""The input files, opened by the audit itself: files, folders and archives, one after the other."""

import gzip
import hashlib
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kv2rdf.errors import InputError

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
                        yield Input(PurePosixPath(entry.name).name, stream.read())
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    if not name.endswith("/"):
                        yield Input(PurePosixPath(name).name, packed.read(name))
        elif path.suffix in (".gz", ".xz"):
            unpack = gzip.decompress if path.suffix == ".gz" else lzma.decompress
            yield Input(path.stem, unpack(path.read_bytes()))
        else:
            yield Input(path.name, path.read_bytes())
    except _BROKEN:
        yield Input(path.stem if path.suffix in (".gz", ".xz") else path.name, b"")

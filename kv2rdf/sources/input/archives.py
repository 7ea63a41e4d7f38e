"""Files, folders and archives, here or at a URL, opened one document at a time.

Nothing is unpacked or downloaded to disk.
"""

import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import IO

from kv2rdf.errors import InputError
from kv2rdf.storage.remote_path import Anywhere, Place

LARGEST = 50 * 1024 * 1024
"""The most bytes a document may have."""

_TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz")
_COMPRESSED = (".gz", ".xz")
_CANNOT_BE_OPENED = (
    OSError,
    EOFError,
    RuntimeError,  # zipfile: a password is wanted, or a compression is not known
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)


Opened = tuple[str, bytes, str | None]
"""A document's name and bytes, or the reason why the bytes cannot be had."""


Wanted = Callable[[str], bool]
"""Tells by the name of a document whether it is wanted: what is not is not opened."""


def opened(sources: Sequence[Anywhere], wanted: Wanted = lambda _: True) -> Iterator[Opened]:
    """Give every wanted document in ``sources``. Raises InputError where a folder cannot be looked
    into, or a place elsewhere cannot be read to its end: what is there would be missing from the
    release without a word."""
    for source in sources:
        inside = _elsewhere(source) if isinstance(source, Place) else _files(source, set())
        for path in inside:
            yield from _file(path, wanted)


def _elsewhere(source: Place) -> Iterator[Place]:
    """Give the files in a folder elsewhere, in the order of those in a folder here."""
    if not source.is_folder():
        yield source
        return
    for name in source.files():
        if not any(part.startswith(".") for part in name.split("/")):
            yield source / name


def _files(source: Path, seen: set[Path], *, named: bool = True) -> Iterator[Path]:
    """Give the files in a folder and those below it; a link back to a folder is followed once.

    A source that is ``named`` on the command line must be there.
    """
    try:
        if not source.is_dir():
            if named:
                source.stat()
            yield source
            return
        real = source.resolve()
        inside = [] if real in seen else sorted(source.iterdir())
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}") from error
    seen.add(real)
    for path in inside:
        if not path.name.startswith("."):
            yield from _files(path, seen, named=False)


def _file(path: Anywhere, wanted: Wanted) -> Iterator[Opened]:
    try:
        if isinstance(path, Path) and not stat.S_ISREG(path.stat().st_mode):
            yield path.name, b"", "is no file"
        elif path.name.endswith(_TARS):
            yield from _tar(path, wanted)
        elif path.suffix == ".zip":
            yield from _zip(path, wanted)
        elif not wanted(path.name) and not (path.suffix in _COMPRESSED and wanted(path.stem)):
            return
        elif path.suffix in _COMPRESSED:
            unpacked = gzip.open if path.suffix == ".gz" else lzma.open
            with path.open("rb") as packed, unpacked(packed) as stream:
                yield path.stem, *_capped(stream)
        else:
            with path.open("rb") as stream:
                yield path.name, *_capped(stream)
    except _CANNOT_BE_OPENED as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield path.name, b"", f"cannot be opened: {reason}"


def _tar(path: Anywhere, wanted: Wanted) -> Iterator[Opened]:
    with path.open("rb") as file, tarfile.open(fileobj=file, mode="r|*") as archive:
        for member in archive:
            name = PurePosixPath(member.name).name
            stream = archive.extractfile(member) if member.isfile() and wanted(name) else None
            if stream is not None:
                yield name, *_capped(stream)


def _zip(path: Anywhere, wanted: Wanted) -> Iterator[Opened]:
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        for member in sorted(archive.namelist()):
            name = PurePosixPath(member).name
            if not member.endswith("/") and wanted(name):
                yield name, *_member(archive, member)


def _member(archive: zipfile.ZipFile, member: str) -> tuple[bytes, str | None]:
    """Read a member, or say why it cannot be: the others are not lost with it."""
    try:
        with archive.open(member) as stream:
            return _capped(stream)
    except _CANNOT_BE_OPENED as error:
        return b"", f"cannot be opened: {error}"


def _capped(stream: IO[bytes] | io.BufferedIOBase) -> tuple[bytes, str | None]:
    """Read a document, or say that it is too large."""
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        return b"", f"is larger than {LARGEST // 1024 // 1024} MB"
    return content, None

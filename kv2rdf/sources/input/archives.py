"""Files, folders and archives, on this machine or at a URL, read one document at a time.

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
from kv2rdf.storage.remote_path import InputPath, RemotePath

MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
"""The maximum number of bytes in a document."""

_TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz")
_COMPRESSED = (".gz", ".xz")
_OPENING_ERRORS = (
    OSError,
    EOFError,
    RuntimeError,  # zipfile: a password is needed, or the compression is not known
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)

FileContent = tuple[str, bytes, str | None]
"""The name of a document, its bytes, and None or the reason why the bytes cannot be read."""

NameFilter = Callable[[str], bool]
"""A function that returns whether to open the document with a given name."""


def read_files(
    sources: Sequence[InputPath], is_wanted: NameFilter = lambda _: True
) -> Iterator[FileContent]:
    """Yield every wanted document in ``sources``, including members of archives.

    A document that cannot be opened, or is larger than MAX_DOCUMENT_BYTES, is yielded with a reason
    and without bytes. Raises InputError if a folder cannot be listed, or if a file at a URL cannot
    be read to its end. Otherwise a document could be missing from the release unnoticed.
    """
    for source in sources:
        paths = (
            _remote_files(source) if isinstance(source, RemotePath) else _local_files(source, set())
        )
        for path in paths:
            yield from _documents_in(path, is_wanted)


def _remote_files(source: RemotePath) -> Iterator[RemotePath]:
    """Yield the files at a URL, in the order that ``_local_files`` uses for local files."""
    if not source.is_folder():
        yield source
        return
    for name in source.file_sizes():
        if not any(part.startswith(".") for part in name.split("/")):
            yield source / name


def _local_files(source: Path, seen: set[Path], *, must_exist: bool = True) -> Iterator[Path]:
    """Yield a file itself, or the files in a folder and in the folders below it.

    No folder is listed twice, even if a symlink leads back to it. A source from the command line
    must exist. A broken symlink in a folder is yielded too, and fails when it is opened.
    """
    try:
        if not source.is_dir():
            if must_exist:
                source.stat()
            yield source
            return
        folder = source.resolve()
        paths = [] if folder in seen else sorted(source.iterdir())
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}") from error
    seen.add(folder)
    for path in paths:
        if not path.name.startswith("."):
            yield from _local_files(path, seen, must_exist=False)


def _documents_in(path: InputPath, is_wanted: NameFilter) -> Iterator[FileContent]:
    """Yield the documents in a file: the members of an archive, or the file itself."""
    try:
        if isinstance(path, Path) and not stat.S_ISREG(path.stat().st_mode):
            yield path.name, b"", "is no file"
        elif path.name.endswith(_TARS):
            yield from _tar_members(path, is_wanted)
        elif path.suffix == ".zip":
            yield from _zip_members(path, is_wanted)
        elif path.suffix in _COMPRESSED and (is_wanted(path.name) or is_wanted(path.stem)):
            decompress = gzip.open if path.suffix == ".gz" else lzma.open
            with path.open("rb") as compressed, decompress(compressed) as stream:
                yield path.stem, *_read_capped(stream)
        elif is_wanted(path.name):
            with path.open("rb") as stream:
                yield path.name, *_read_capped(stream)
    except _OPENING_ERRORS as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield path.name, b"", f"cannot be opened: {reason}"


def _tar_members(path: InputPath, is_wanted: NameFilter) -> Iterator[FileContent]:
    with path.open("rb") as file, tarfile.open(fileobj=file, mode="r|*") as archive:
        for member in archive:
            name = PurePosixPath(member.name).name
            stream = archive.extractfile(member) if member.isfile() and is_wanted(name) else None
            if stream is not None:
                yield name, *_read_capped(stream)


def _zip_members(path: InputPath, is_wanted: NameFilter) -> Iterator[FileContent]:
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        for member in sorted(archive.namelist()):
            name = PurePosixPath(member).name
            if not member.endswith("/") and is_wanted(name):
                yield name, *_read_zip_member(archive, member)


def _read_zip_member(archive: zipfile.ZipFile, member: str) -> tuple[bytes, str | None]:
    """Return the bytes of a member, or the reason why it cannot be read.

    The error is caught here, so that the other members are still read.
    """
    try:
        with archive.open(member) as stream:
            return _read_capped(stream)
    except _OPENING_ERRORS as error:
        return b"", f"cannot be opened: {error}"


def _read_capped(stream: IO[bytes] | io.BufferedIOBase) -> tuple[bytes, str | None]:
    """Return the bytes of a document, or, if there are too many, a reason instead."""
    content = stream.read(MAX_DOCUMENT_BYTES + 1)
    if len(content) > MAX_DOCUMENT_BYTES:
        return b"", f"is larger than {MAX_DOCUMENT_BYTES // 1024 // 1024} MB"
    return content, None

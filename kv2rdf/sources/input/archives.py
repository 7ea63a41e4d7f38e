"""Files, folders and archives, on this machine or at a URL, read one document at a time.

Nothing is unpacked or downloaded to disk.
"""

import gzip
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from kv2rdf.errors import InputError
from kv2rdf.sources.input.file_content import ByteStream, FileContent, whole_file
from kv2rdf.storage.release_folder import has_release_files
from kv2rdf.storage.remote_path import InputPath, RemotePath

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

NameFilter = Callable[[str], bool]
"""A function that returns whether to open the file with a given name."""

FileReader = Callable[[str, ByteStream], Iterable[FileContent]]
"""A function that yields the documents in a file, given its name and its bytes as a stream."""


def _one_document(name: str, stream: ByteStream) -> tuple[FileContent]:
    return (whole_file(name, stream),)


def read_files(
    sources: Sequence[InputPath],
    is_wanted: NameFilter = lambda _: True,
    read_file: FileReader = _one_document,
) -> Iterator[FileContent]:
    """Yield every document in the wanted files in ``sources``, including members of archives.

    A file that cannot be opened, or read to its end, is yielded as a document with a problem and
    without bytes. Raises InputError if a folder cannot be listed, or if a file at a URL cannot be
    read to its end. Otherwise a document could be missing from the release unnoticed.
    """
    for source in sources:
        paths = (
            _remote_files(source) if isinstance(source, RemotePath) else _local_files(source, set())
        )
        for path in paths:
            yield from _documents_in(path, is_wanted, read_file)


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
    must exist. A broken symlink in a folder is yielded too, and fails when it is opened. Releases
    are left out, because the release that is built may be in this folder.
    """
    try:
        if not source.is_dir():
            if must_exist:
                source.stat()
            yield source
            return
        folder = source.resolve()
        is_left_out = folder in seen or has_release_files(folder)
        paths = [] if is_left_out else sorted(source.iterdir())
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}") from error
    seen.add(folder)
    for path in paths:
        if not path.name.startswith("."):
            yield from _local_files(path, seen, must_exist=False)


def _documents_in(
    path: InputPath, is_wanted: NameFilter, read_file: FileReader
) -> Iterator[FileContent]:
    """Yield the documents in a file, or in the members of an archive."""
    try:
        if isinstance(path, Path) and not stat.S_ISREG(path.stat().st_mode):
            yield FileContent(path.name, b"", "is no file")
        elif path.name.endswith(_TARS):
            yield from _tar_documents(path, is_wanted, read_file)
        elif path.suffix == ".zip":
            yield from _zip_documents(path, is_wanted, read_file)
        elif path.suffix in _COMPRESSED and (is_wanted(path.name) or is_wanted(path.stem)):
            decompress = gzip.open if path.suffix == ".gz" else lzma.open
            with path.open("rb") as compressed, decompress(compressed) as stream:
                yield from read_file(path.stem, stream)
        elif is_wanted(path.name):
            with path.open("rb") as stream:
                yield from read_file(path.name, stream)
    except _OPENING_ERRORS as error:
        yield FileContent(path.name, b"", f"cannot be opened: {_reason(error)}")


def _tar_documents(
    path: InputPath, is_wanted: NameFilter, read_file: FileReader
) -> Iterator[FileContent]:
    with path.open("rb") as file, tarfile.open(fileobj=file, mode="r|*") as archive:
        for member in archive:
            name = PurePosixPath(member.name).name
            stream = archive.extractfile(member) if member.isfile() and is_wanted(name) else None
            if stream is not None:
                yield from read_file(name, stream)


def _zip_documents(
    path: InputPath, is_wanted: NameFilter, read_file: FileReader
) -> Iterator[FileContent]:
    """Yield the documents in the members of a zip.

    An error in a member is caught here, so that the other members are still read.
    """
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        for member in sorted(archive.namelist()):
            name = PurePosixPath(member).name
            if member.endswith("/") or not is_wanted(name):
                continue
            try:
                with archive.open(member) as stream:
                    yield from read_file(name, stream)
            except _OPENING_ERRORS as error:
                yield FileContent(name, b"", f"cannot be opened: {error}")


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)

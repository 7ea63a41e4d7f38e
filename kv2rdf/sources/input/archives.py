"""The reading of files, folders and archives, on this machine or at a URL.

Documents are read one at a time. Nothing is unpacked or downloaded to disk.
"""

import stat
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from kv2rdf.errors import InputError
from kv2rdf.sources.input.archive_file import ArchiveFile, FileReader, NameFilter
from kv2rdf.sources.input.decompression import DECOMPRESSION_ERRORS, decompressed_stream
from kv2rdf.sources.input.file_content import ByteStream, FileContent, whole_file
from kv2rdf.sources.input.tar_archive import TarArchive
from kv2rdf.sources.input.zip_archive import ZipArchive
from kv2rdf.storage.release_folder import has_release_files
from kv2rdf.storage.remote_path import InputPath, RemotePath

_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz")
_COMPRESSED = (".gz", ".bz2", ".xz")
_ENDINGS = (*_TARS, ".zip", *_COMPRESSED)
"""The extensions of archives and compressed files. Upper and lower case are both accepted."""


def _one_document(name: str, stream: ByteStream) -> tuple[FileContent]:
    return (whole_file(name, stream),)


def read_files(
    sources: Sequence[InputPath],
    is_wanted: NameFilter = lambda _: True,
    read_file: FileReader = _one_document,
) -> Iterator[FileContent]:
    """Yield every document in the wanted files in ``sources``, including the members of archives.

    Raises InputError if a source does not exist, if a folder cannot be listed, or if a URL cannot
    be read. If a file on this machine cannot be opened, or if any file is damaged, a document with
    a problem and without bytes is yielded for the file.
    """
    for source in sources:
        paths = (
            _remote_files(source) if isinstance(source, RemotePath) else _local_files(source, set())
        )
        for path in paths:
            yield from _documents_in(path, is_wanted, read_file)


def _remote_files(source: RemotePath) -> Iterator[RemotePath]:
    """Yield the files at a URL, in the same order as ``_local_files``."""
    if not source.is_folder():
        yield source
        return
    for name in source.file_sizes():
        if not any(part.startswith(".") for part in name.split("/")):
            yield source / name


def _local_files(source: Path, seen: set[Path], *, must_exist: bool = True) -> Iterator[Path]:
    """Yield ``source`` if it is a file, or else the files in the folder and its subfolders.

    No folder is listed twice, even if a symbolic link leads back to it. ``seen`` contains the
    folders that have been listed. ``must_exist`` is true for a source from the command line. A
    broken symbolic link in a folder is yielded; it causes an error when it is opened. Releases are
    left out, because the new release may be in the same folder.
    """
    try:
        if not source.is_dir():
            if must_exist:
                source.stat()
            yield source
            return
        folder = source.resolve()
        is_left_out = folder in seen or has_release_files(folder)
        paths = [] if is_left_out else sorted(source.iterdir(), key=attrgetter("name"))
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}") from error
    seen.add(folder)
    for path in paths:
        if not path.name.startswith("."):
            yield from _local_files(path, seen, must_exist=False)


def _documents_in(
    path: InputPath, is_wanted: NameFilter, read_file: FileReader
) -> Iterator[FileContent]:
    """Yield the documents in a file or in the members of an archive."""
    file, name = ArchiveFile(path), path.name
    ending = next(filter(name.lower().endswith, _ENDINGS), "")
    try:
        if isinstance(path, Path) and not stat.S_ISREG(path.stat().st_mode):
            yield FileContent(name, b"", "is no file")
        elif ending in _TARS:
            yield from TarArchive(file, is_wanted, read_file).documents()
        elif ending == ".zip":
            yield from ZipArchive(file, is_wanted, read_file).documents()
        elif ending and (is_wanted(name) or is_wanted(name[: -len(ending)])):
            with (
                path.open("rb") as compressed,
                decompressed_stream(compressed, ending[1:]) as stream,
            ):
                yield from read_file(name[: -len(ending)], stream)
        elif not ending and is_wanted(name):
            with path.open("rb") as stream:
                yield from read_file(name, stream)
    except DECOMPRESSION_ERRORS as error:
        yield file.without_bytes(f"cannot be opened: {_reason(error)}")


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)

"""The documents in files, folders and archives, found without unpacking anything to disk."""

import gzip
import hashlib
import io
import lzma
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from kv2rdf.errors import InputError, ReadError

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document before it is read: its bytes, or the reason why they cannot be had."""

    id: str
    content: bytes
    sha256: str
    problem: str | None = None


def listed(sources: Sequence[Path]) -> tuple[str, ...]:
    """Give the ids of all documents in ``sources``, sorted, each once.

    An id is the file's name with its ending, without .gz or .xz; two files of one name and
    different bytes have ``~`` and eight digits of their sha256 behind it.
    """
    named = {(name, _digest(content, problem)) for name, content, problem in _opened(sources)}
    return tuple(sorted(_ids(named).values()))


def read(sources: Sequence[Path], wanted: Iterable[str]) -> Iterator[Found]:
    """Give the documents with the ``wanted`` ids, in the order they lie, each once."""
    left = set(wanted)
    marked = {id_ for id_ in left if "~" in id_}
    for name, content, problem in _opened(sources):
        sha256 = _digest(content, problem)
        id_ = f"{name}~{sha256[:8]}"
        if id_ not in marked:
            id_ = name
        if id_ in left:
            left.remove(id_)
            yield Found(id=id_, content=content, sha256=sha256, problem=problem)


def _ids(named: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    often = Counter(name for name, _ in named)
    return {
        (name, sha256): f"{name}~{sha256[:8]}" if often[name] > 1 else name
        for name, sha256 in named
    }


def _digest(content: bytes, problem: str | None) -> str:
    return hashlib.sha256(content if problem is None else problem.encode()).hexdigest()


_Opened = tuple[str, bytes, str | None]


def _opened(sources: Sequence[Path]) -> Iterator[_Opened]:
    for source in sources:
        for path in _files(source):
            yield from _file(path)


def _files(source: Path) -> Iterator[Path]:
    """Give the files in a folder and those below it. An unreadable folder is an InputError:
    what is in it would be missing from the release without a word."""
    try:
        if not source.is_dir():
            source.stat()
            yield source
            return
        inside = sorted(source.iterdir())
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}") from error
    for path in inside:
        if not path.name.startswith("."):
            yield from _files(path)


def _file(path: Path) -> Iterator[_Opened]:
    try:
        if path.name.endswith(_TARS):
            yield from _tar(path)
        elif path.suffix == ".zip":
            yield from _zip(path)
        elif path.suffix in _COMPRESSED:
            opener = gzip.GzipFile if path.suffix == ".gz" else lzma.LZMAFile
            with opener(path) as stream:
                yield path.stem, *_capped(stream)
        else:
            with path.open("rb") as stream:
                yield path.name, *_capped(stream)
    except _CANNOT_BE_OPENED as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield path.name, b"", f"cannot be opened: {reason}"


def _tar(path: Path) -> Iterator[_Opened]:
    with tarfile.open(path, "r|*") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is not None:
                yield PurePosixPath(member.name).name, *_capped(stream)


def _zip(path: Path) -> Iterator[_Opened]:
    with zipfile.ZipFile(path) as archive:
        for member in sorted(archive.namelist()):
            if not member.endswith("/"):
                with archive.open(member) as stream:
                    yield PurePosixPath(member).name, *_capped(stream)


def _capped(stream: IO[bytes] | io.BufferedIOBase) -> tuple[bytes, str | None]:
    """Read a document, or say that it is too large."""
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        return b"", f"is larger than {LARGEST // 1024 // 1024} MB"
    return content, None


def content_of(found: Found) -> bytes:
    """Give the bytes of a document; raises ReadError where they cannot be had, or are none."""
    if found.problem is not None:
        raise ReadError(found.id, "file", found.problem)
    if not found.content.strip():
        raise ReadError(found.id, "file", "is empty")
    return found.content

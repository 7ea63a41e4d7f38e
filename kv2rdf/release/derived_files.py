"""Checksums of the files that are not in the manifest: store, text index and state.

RocksDB and SQLite may write different bytes in each build. The manifest must be the same for the
same documents, so it cannot list these files. Their checksums are CRC-32, which detects accidental
damage. Without these checksums, a store whose list of files is truncated would open as an empty
store, and every query would have no results. A build would also publish damaged papers from the
state. The manifest also has a checksum here, because the state is valid only for this release.
"""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from kv2rdf.errors import ReleaseError
from kv2rdf.release.files import ReleaseFiles

_Checksums: TypeAlias = dict[str, dict[str, Any]]
_CHUNK_BYTES = 1024 * 1024
_WHAT_TO_DO = "build the release again, or copy all of it again"
_NOT_READ = ("LOCK", "LOG")
_LARGE = 131_072
"""The maximum size in bytes of files that are always read in full."""


def write_checksums(release: ReleaseFiles, previous: ReleaseFiles | None) -> None:
    """Write the size, time and CRC-32 of the manifest and of the files that are not in it.

    The checksum of a file that is a hard link to a file of the ``previous`` release is not computed
    again.
    """
    known = _known_checksums(previous) if previous else {}
    found: _Checksums = {}
    for path in _files(release):
        name = release.name(path)
        status = path.stat()
        found[name] = {"size": status.st_size, "modified": status.st_mtime_ns}
        old = previous.folder / name if previous and name in known else None
        if old and old.exists() and old.samefile(path):
            found[name]["crc32"] = known[name]["crc32"]
        else:
            found[name]["crc32"] = _crc32(path)
    release.checksums.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def check_store(release: ReleaseFiles) -> None:
    """Raise ReleaseError if the store is not the one that was published, or lacks checksums.

    The content of a large file is checked only if the file was written after the build, because
    RocksDB itself checks the data that it reads.
    """
    for name, stated in _checksums(release).items():
        path = release.folder / name
        if path.parent == release.store and (problem := _quick_problem(path, stated)):
            raise ReleaseError(f"the store cannot be read: {path} {problem}; {_WHAT_TO_DO}")


def check_text_index(release: ReleaseFiles) -> None:
    """Raise ReleaseError if the text index is not the one that was published.

    A downloaded release has no checksums, so its index is not checked.
    """
    if not release.checksums.exists():
        return
    path = release.text_index
    stated = _checksums(release)[release.name(path)]
    if problem := _quick_problem(path, stated):
        raise ReleaseError(f"the text index cannot be read: {path} {problem}; {_WHAT_TO_DO}")


def derived_problems(release: ReleaseFiles) -> Iterator[str]:
    """Yield a message for each file that does not match its checksum, or that lacks one."""
    try:
        checksums = _checksums(release)
        unknown = {release.name(path) for path in _files(release)} - checksums.keys()
    except OSError as error:
        yield f"{release.folder}: {error.strerror}"
        return
    except ReleaseError as error:
        yield str(error)
        return
    yield from (f"{name}: is not in {release.checksums.name}" for name in sorted(unknown))
    for name, stated in checksums.items():
        if problem := _content_problem(release.folder / name, stated):
            yield f"{name}: {problem}"


def _quick_problem(path: Path, stated: dict[str, Any]) -> str | None:
    """Return a description of what is wrong with a file, or None if nothing is wrong.

    ``stated`` contains the size, the modification time and the CRC-32 of the published file. The
    content of a large file is checked only if the file was written after the build.
    """
    if path.is_file():
        status = path.stat()
        is_as_built = (status.st_size, status.st_mtime_ns) == (stated["size"], stated["modified"])
        if is_as_built and status.st_size > _LARGE:
            return None
    return _content_problem(path, stated)


def _content_problem(path: Path, stated: dict[str, Any]) -> str | None:
    if not path.is_file():  # Nothing else is opened, because reading a pipe would never end.
        return "is missing"
    try:
        if (size := path.stat().st_size) != stated["size"]:
            return f"has {size} bytes instead of {stated['size']}"
        is_same = _crc32(path) == stated["crc32"]
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return None if is_same else "is not the file that was published (crc32)"


def _files(release: ReleaseFiles) -> Iterator[Path]:
    """Yield the files that have a checksum: four required files, and those in two folders."""
    yield from (release.manifest, release.text_index, release.ledger, release.spool)
    if release.store.is_dir():
        yield from (p for p in sorted(release.store.iterdir()) if not p.name.startswith(_NOT_READ))
    yield from (path for path in sorted(release.seeds.rglob("*")) if path.is_file())


def _checksums(release: ReleaseFiles) -> _Checksums:
    if release.checksums.exists() and not release.checksums.is_file():
        raise ReleaseError(f"{release.checksums}: is damaged: it is not a file")
    try:
        found: _Checksums = json.loads(release.checksums.read_bytes())
        is_complete = all(
            isinstance(stated["size"], int)
            and isinstance(stated["modified"], int)
            and isinstance(stated["crc32"], int)
            for stated in found.values()
        )
    except FileNotFoundError as error:
        raise ReleaseError(
            f"{release.checksums}: is missing, so the store cannot be checked"
        ) from error
    except OSError as error:
        raise ReleaseError(f"{release.checksums}: {error.strerror}") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReleaseError(f"{release.checksums}: is damaged: {error}") from error
    if not is_complete or release.name(release.text_index) not in found:
        raise ReleaseError(f"{release.checksums}: is damaged")
    return found


def _known_checksums(release: ReleaseFiles) -> _Checksums:
    try:
        return _checksums(release)
    except ReleaseError:
        return {}


def _crc32(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while content := file.read(_CHUNK_BYTES):
            checksum = zlib.crc32(content, checksum)
    return checksum

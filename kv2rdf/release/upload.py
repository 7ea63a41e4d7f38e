"""Releases elsewhere: each whole in a folder of its own, and a small file that names the newest.

The folder is named by the first 16 digits of the sha256 of its manifest. It is filled before
``current`` names it: a reader finds the old release or the new one, never half of one.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release import manifest
from kv2rdf.storage.remote_path import Place, place

POINTER = "current"
BESIDE = ("run.json", "textindex.sqlite")
"""What is sent, and is in no manifest: another build of the same release has others."""

_NAME = re.compile(r"[0-9a-f]{16}")
_MOST_AT_ONCE = 100
_HEAVY = 16 * 1024 * 1024
_Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploaded:
    """What an upload came to: the folder's name, how many files it has, how many were sent."""

    name: str
    files: int
    sent: int


def target(url: str) -> Place:
    """Give the place releases go to. Raises ReleaseError where none can."""
    to = place(url, ReleaseError)
    if to.is_of_the_web:
        raise ReleaseError(f"{to}: can be read only")
    return to


def upload(release: Path, to: Place, progress: _Progress) -> Uploaded:
    """Copy a release to a place elsewhere, and let it stand there in the place of the old one.

    What an upload that broke off has sent is not sent again. Of the releases there the one before
    is kept; older ones are removed. Raises ReleaseError, the old release standing, where a file of
    the release is not as it was published, or something cannot be sent.
    """
    release = release.resolve()
    listed = manifest.read(release)
    name = manifest.file_sha256(release / manifest.NAME)[:16]
    before = _current(to)
    folder = to / name
    sizes = {file: _size(release / file) for file in (*listed, *BESIDE)}
    there = folder.files()
    whole = there.get(manifest.NAME) == _size(release / manifest.NAME)
    lacking = _lacking(sizes, there, whole=whole)
    sent = 0
    for batch in _batches(lacking, sizes):
        _hold_against(listed, release, batch)
        folder.put(release, batch)
        sent += len(batch)
        progress("upload", sent, len(lacking))
    if lost := _lacking(sizes, folder.files(), whole=True):
        raise ReleaseError(f"{folder / lost[0]}: was sent, and is not there")
    if not whole:
        folder.put(release, [manifest.NAME])
    if name != before:
        (to / POINTER).write(f"{name}\n".encode())
        for old in to.folders():
            if _NAME.fullmatch(old) and old not in {name, before}:
                (to / old).remove()
    return Uploaded(name=name, files=len(sizes) + 1, sent=sent + (not whole))


def problems(at: Place) -> Iterator[str]:
    """Tell of every file of a release elsewhere that is not there, or not what was published.

    Each is read as a stream. Raises ReleaseError where no release is there, or it cannot be read.
    """
    name = _current(at)
    if name is None:
        raise ReleaseError(f"{at}: is no release: no {POINTER}")
    folder = at / name
    content = (folder / manifest.NAME).read()
    if content is None:
        yield f"{manifest.NAME}: is not there"
        return
    if not hashlib.sha256(content).hexdigest().startswith(name):
        yield f"{manifest.NAME}: is not the one that names its folder (sha256)"
        return
    for file, (published, _) in manifest.parsed(content).items():
        sha256 = (folder / file).sha256()
        if sha256 is None:
            yield f"{file}: is not there"
        elif sha256 != published:
            yield f"{file}: is not the file that was published (sha256)"
    for file in BESIDE:
        if not (folder / file).is_there():
            yield f"{file}: is not there"


def _current(at: Place) -> str | None:
    content = (at / POINTER).read()
    if content is None:
        return None
    name = content.decode("utf-8", "replace").removesuffix("\n")
    if not _NAME.fullmatch(name):
        raise ReleaseError(f"{at / POINTER}: names no release of ours")
    return name


def _lacking(sizes: Mapping[str, int], there: Mapping[str, int], *, whole: bool) -> list[str]:
    """Give the files that have to be sent.

    A folder has one manifest only, so a file of it that has the right size is the right file. What
    is beside the manifest may be of another build, until the manifest says that all is there.
    """
    return [
        file
        for file, size in sizes.items()
        if file not in there or (not whole if file in BESIDE else there[file] != size)
    ]


def _batches(files: Sequence[str], sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """Cut files into lists that are sent at once: of at most a hundred, or some 16 MB."""
    batch: list[str] = []
    heavy = 0
    for file in files:
        batch.append(file)
        heavy += sizes[file]
        if len(batch) == _MOST_AT_ONCE or heavy >= _HEAVY:
            yield batch
            batch, heavy = [], 0
    if batch:
        yield batch


def _hold_against(
    listed: Mapping[str, tuple[str, str]], release: Path, files: Sequence[str]
) -> None:
    for file in files:
        if file in listed and manifest.file_sha256(release / file) != listed[file][0]:
            raise ReleaseError(f"{release / file}: is not the file that was published (sha256)")


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError as error:
        raise ReleaseError(f"{file}: {error.strerror}") from error

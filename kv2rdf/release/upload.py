"""The upload of a release.

If an upload is interrupted, readers still find the previous release.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release import manifest
from kv2rdf.release.file_hash import file_sha256
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.remote_release import (
    POINTER,
    UNLISTED,
    current_folder,
    folder_name,
    is_release_folder,
)
from kv2rdf.storage.release_folder import MANIFEST, real_path
from kv2rdf.storage.remote_path import RemotePath, remote_path

_MAX_FILES_PER_BATCH = 100
_FULL_BATCH = 16 * 1024 * 1024
_Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadResult:
    """The name of the uploaded folder, the number of its files, and the number of files sent."""

    name: str
    files: int
    sent: int


def upload_target(url: str) -> RemotePath:
    """Return the path for a URL to which releases are to be uploaded.

    Raises ReleaseError if the URL is not valid, or if nothing can be written to URLs of its kind.
    """
    root = remote_path(url, ReleaseError)
    if root.is_http:
        raise ReleaseError(f"{root}: cannot be written to; http and https are read-only")
    return root


def upload(release: ReleaseFiles, root: RemotePath, progress: _Progress) -> UploadResult:
    """Copy a release to a folder of ``root``, and make it the newest release there.

    ``progress`` is called after each batch with the word "upload", the number of files sent, and
    the number of files to send. Files in the manifest that were sent by an interrupted upload are
    not sent again. The previous release is kept, and older ones are removed. Raises ReleaseError if
    a file is missing, does not match the manifest or cannot be sent. In that case, the previous
    release remains the newest one.
    """
    release = ReleaseFiles(real_path(release.folder))
    listed = manifest.read_manifest(release)
    name = folder_name(file_sha256(release.manifest))
    previous = current_folder(root)
    folder = root / name
    sizes = {file: _size(release.folder / file) for file in (*listed, *UNLISTED)}
    present = folder.file_sizes()
    is_complete = present.get(MANIFEST) == _size(release.manifest)
    missing = _missing(sizes, present, is_complete=is_complete)
    sent = 0
    for batch in _batches(missing, sizes):
        _check_hashes(listed, release.folder, batch)
        folder.upload(release.folder, batch)
        sent += len(batch)
        progress("upload", sent, len(missing))
    if lost := _missing(sizes, folder.file_sizes(), is_complete=True):
        raise ReleaseError(f"{folder / lost[0]}: was sent, but is not there")
    if not is_complete:
        folder.upload(release.folder, [MANIFEST])
    if name != previous:
        (root / POINTER).write(f"{name}\n".encode())
        for old in root.folder_names():
            if is_release_folder(old) and old not in {name, previous}:
                (root / old).remove()
    return UploadResult(name=name, files=len(sizes) + 1, sent=sent + (not is_complete))


def _missing(
    sizes: Mapping[str, int], present: Mapping[str, int], *, is_complete: bool
) -> list[str]:
    """Return the files that have to be sent.

    ``sizes`` maps the files of the release, and ``present`` those in its remote folder, to their
    sizes in bytes. A folder is named after its manifest, so a file in the manifest that is already
    in the folder and has the correct size need not be sent. A file in ``UNLISTED`` may come from
    another build, so it is sent again unless ``is_complete`` is true, that is, unless the manifest,
    which is sent last, is already in the folder.
    """
    return [
        file
        for file, size in sizes.items()
        if file not in present or (not is_complete if file in UNLISTED else present[file] != size)
    ]


def _batches(files: Sequence[str], sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """Yield the files in batches. A batch ends at a hundred files, or when it reaches 16 MB."""
    batch: list[str] = []
    size = 0
    for file in files:
        batch.append(file)
        size += sizes[file]
        if len(batch) == _MAX_FILES_PER_BATCH or size >= _FULL_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _check_hashes(
    listed: Mapping[str, manifest.Hashes], release: Path, files: Sequence[str]
) -> None:
    for file in files:
        if file in listed and file_sha256(release / file) != listed[file].file:
            raise ReleaseError(f"{release / file}: is not the file that was published (sha256)")


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError as error:
        raise ReleaseError(f"{file}: {error.strerror}") from error

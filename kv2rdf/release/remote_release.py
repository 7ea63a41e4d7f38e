"""Uploaded releases: each in a folder of its own, and a small file that names the newest.

A folder is named by the first 16 digits of the sha256 of its manifest. It is complete before the
file ``current`` names it: a reader finds the previous release or the new one, never a part of one.
"""

import hashlib
import re
from collections.abc import Iterator

from kv2rdf.errors import ReleaseError
from kv2rdf.release import manifest
from kv2rdf.storage.remote_path import RemotePath

POINTER = "current"
UNLISTED = ("run.json", "textindex.sqlite")
"""Files that are uploaded but not in a manifest: they differ between builds of one release."""

_FOLDER_NAME = re.compile(r"[0-9a-f]{16}")


def is_release_folder(name: str) -> bool:
    """Whether a folder has the name of an uploaded release."""
    return _FOLDER_NAME.fullmatch(name) is not None


def folder_name(manifest_sha256: str) -> str:
    """Return the name of the folder for the release with this manifest."""
    return manifest_sha256[:16]


def current_folder(root: RemotePath) -> str | None:
    """Return the name of the newest release's folder in ``root``, or None without a release.

    Raises ReleaseError if the pointer names something else or cannot be read.
    """
    content = (root / POINTER).read()
    if content is None:
        return None
    name = content.decode("utf-8", "replace").removesuffix("\n")
    if not is_release_folder(name):
        raise ReleaseError(f"{root / POINTER}: does not name a kv2rdf release")
    return name


def remote_problems(root: RemotePath) -> Iterator[str]:
    """Yield a message for each file of the newest release that is missing, or not as published.

    Each file is read as a stream. Raises ReleaseError if there is no release, or if it cannot be
    read.
    """
    name = current_folder(root)
    if name is None:
        raise ReleaseError(f"{root}: not a release: it has no file {POINTER}")
    folder = root / name
    content = (folder / manifest.FILE_NAME).read()
    if content is None:
        yield f"{manifest.FILE_NAME}: is missing"
        return
    if folder_name(hashlib.sha256(content).hexdigest()) != name:
        yield f"{manifest.FILE_NAME}: is not the manifest that its folder is named after (sha256)"
        return
    for file, published in manifest.parse_manifest(content).items():
        sha256 = (folder / file).sha256()
        if sha256 is None:
            yield f"{file}: is missing"
        elif sha256 != published.file:
            yield f"{file}: is not the file that was published (sha256)"
    for file in UNLISTED:
        if not (folder / file).exists():
            yield f"{file}: is missing"

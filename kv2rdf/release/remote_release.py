"""Releases at a URL. Each has its own folder, and the file ``current`` names the newest.

The name of a folder consists of the first 16 digits of the sha256 of its manifest. ``current`` is
changed only when the new folder is complete, so readers always find a complete release: the
previous one or the new one.
"""

import hashlib
import re
from collections.abc import Iterator

from kv2rdf.errors import ReleaseError
from kv2rdf.release import manifest
from kv2rdf.release.files import RUN, TEXT_INDEX
from kv2rdf.storage.release_folder import MANIFEST
from kv2rdf.storage.remote_path import RemotePath

POINTER = "current"
UNLISTED = (RUN, TEXT_INDEX)
"""Uploaded files that are not in the manifest, because two builds may write different bytes."""

_LONGEST_POINTER = 1_000
_LARGEST_MANIFEST = 64 * 1024 * 1024
"""The maximum size of a manifest, in bytes. That of all KVR XML has 2.3 million bytes."""

_FOLDER_NAME = re.compile(r"[0-9a-f]{16}")


def is_release_folder(name: str) -> bool:
    """Whether a name can be the name of the folder of an uploaded release."""
    return _FOLDER_NAME.fullmatch(name) is not None


def folder_name(manifest_sha256: str) -> str:
    """Return the name of a release's folder, computed from the sha256 of its manifest."""
    return manifest_sha256[:16]


def current_folder(root: RemotePath) -> str | None:
    """Return the name of the newest release's folder in ``root``, or None if there is no release.

    Raises ReleaseError if the file ``current`` cannot be read, or does not name a release.
    """
    content = (root / POINTER).read(_LONGEST_POINTER)
    if content is None:
        return None
    name = content.decode("utf-8", "replace").removesuffix("\n")
    if not is_release_folder(name):
        raise ReleaseError(f"{root / POINTER}: does not name a kv2rdf release")
    return name


def remote_problems(root: RemotePath) -> Iterator[str]:
    """Yield a message for each file of the newest release that is missing or was changed.

    If the manifest is missing or was changed, no other file is checked. A file in ``UNLISTED`` is
    reported only if it is missing. Only the manifest is held in memory in full. Raises ReleaseError
    if there is no release, or if a file cannot be read.
    """
    name = current_folder(root)
    if name is None:
        raise ReleaseError(f"{root}: not a release: it has no file {POINTER}")
    folder = root / name
    content = (folder / MANIFEST).read(_LARGEST_MANIFEST)
    if content is None:
        yield f"{MANIFEST}: is missing"
        return
    if folder_name(hashlib.sha256(content).hexdigest()) != name:
        yield f"{MANIFEST}: is not the manifest that its folder is named after (sha256)"
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

"""The files of a release that must be equal in two builds, and those that are uploaded."""

import hashlib
from pathlib import Path

from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.manifest import read_manifest
from kv2rdf.release.remote_release import UNLISTED

NOT_HASHED = {
    "run.json",
    "audit.json",
    "checksums.json",
    "store",
    "textindex.sqlite",
    "state",
}


def digest(link: Path) -> dict[str, str]:
    """Return the hash of every file of a release that must be the same everywhere, by path."""
    release = link.resolve()
    return {
        path.relative_to(release).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(release.rglob("*"))
        if path.is_file() and path.relative_to(release).parts[0] not in NOT_HASHED
    }


def uploaded_files(release: Path) -> set[str]:
    """Return the names of all files of a release that are uploaded."""
    files = ReleaseFiles(release.resolve())
    return {*read_manifest(files), files.name(files.manifest), *UNLISTED}

"""The cases whose files differ between two releases, according to the manifests."""

from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.manifest import read_manifest

_FOLDER = f"{ReleaseFiles(Path()).dossiers}/"


class Change(StrEnum):
    """How a case differs between an older and a newer release."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class ChangedCase(NamedTuple):
    """A case that differs, with its identifier."""

    case: str
    change: Change


def changed_cases(old: ReleaseFiles, new: ReleaseFiles) -> list[ChangedCase]:
    """Return the cases that are only in one of two releases, or whose files differ, in order.

    Only the manifests are read. Raises ReleaseError if a manifest is missing or cannot be read.
    """
    before, after = _hashes(old), _hashes(new)
    changes = {
        case: Change.ADDED if case not in before
        else Change.REMOVED if case not in after
        else Change.CHANGED
        for case in before.keys() | after.keys()
        if before.get(case) != after.get(case)
    }  # fmt: skip
    return [ChangedCase(case, change) for case, change in sorted(changes.items())]


def _hashes(release: ReleaseFiles) -> dict[str, str]:
    """Return the sha256 of the file of each case, by the identifier of the case."""
    return {
        PurePosixPath(name).stem: hashes.file
        for name, hashes in read_manifest(release).items()
        if name.startswith(_FOLDER)
    }

"""What must be equal in two builds of the same documents."""

import hashlib
from pathlib import Path

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

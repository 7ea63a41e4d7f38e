"""The sha256 of a file, and whether it is as expected."""

import hashlib
from pathlib import Path


def file_sha256(path: Path) -> str:
    """Return the sha256 of a file's bytes, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_problem(path: Path, sha256: str) -> str | None:
    """Return why a path is not a file with this sha256, or None."""
    if not path.is_file():  # nothing else is opened: a pipe would never end
        return "is missing"
    try:
        is_same = file_sha256(path) == sha256
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return None if is_same else "is not the file that was published (sha256)"

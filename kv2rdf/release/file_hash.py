"""The sha256 of a file, and the comparison with the expected value."""

import errno
import hashlib
import os
import stat
from pathlib import Path

_CHUNK_BYTES = 1024 * 1024


def file_sha256(path: Path) -> str:
    """Return the sha256 of a file's bytes, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_problem(path: str, sha256: str) -> str | None:
    """Return a description of what is wrong with a file, or None if it has the expected sha256.

    A build checks thousands of small files, so each file is read with as few system calls as
    possible.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # Opening a pipe must not block.
    except OSError as error:
        return "is missing" if error.errno == errno.ENOENT else f"cannot be read: {error.strerror}"
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return "is missing"
        found = hashlib.sha256()
        while content := os.read(descriptor, _CHUNK_BYTES):
            found.update(content)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    finally:
        os.close(descriptor)
    is_same = found.hexdigest() == sha256
    return None if is_same else "is not the file that was published (sha256)"

"""The folder of temporary files. If it is in memory, tests need not wait for a disk."""

import os
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
"""A file system in memory, on Linux."""
ROOM = 8 * 2**30
"""The number of bytes that must be free. All tests together write a fifth of that."""


def use_memory() -> None:
    """Write temporary files to memory from now on, also in processes that are started later.

    Nothing changes if TMPDIR is set, or if there is no such file system with enough room in which
    programs can be run.
    """
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and has_room(MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def has_room(folder: Path) -> bool:
    """Whether a file system has room for the tests, and programs in it can be run."""
    system = os.statvfs(folder)
    return system.f_bavail * system.f_frsize > ROOM and not system.f_flag & os.ST_NOEXEC

"""The lock that allows only one build at a time to work on a release."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from kv2rdf.errors import ReleaseError
from kv2rdf.release.postponed_signals import postpone_signals

_LOCK = ".lock"


@contextmanager
def lock_folder(folder: Path, link: Path) -> Iterator[None]:
    """Create ``folder``, which contains the releases, and lock it against other builds.

    The lock is released when this process ends, even if it is killed. At the end of the context,
    the lock file is removed. The folder, and those of its parents that were created for it, are
    also removed if they are empty. Raises ReleaseError if another build is running. ``link``, the
    path of the link to the release, is used only in the message.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    lock = folder / _LOCK
    file: IO[str] | None = None
    try:
        with postpone_signals():
            file = _locked_file(lock, link)
        yield
    finally:
        with postpone_signals(), suppress(OSError):  # A folder that is not empty stays.
            if file is not None:
                lock.unlink(missing_ok=True)
                file.close()
            for path in missing or (folder,):
                path.rmdir()


def _locked_file(lock: Path, link: Path) -> IO[str]:
    """Return the lock file, opened and locked.

    If another build ends at this moment and removes the lock file and the folder, they are created
    again. Raises ReleaseError if another build has locked the file.
    """
    while True:
        lock.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError), ExitStack() as opened:
            file = opened.enter_context(lock.open("a"))
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ReleaseError(f"{link}: another build is running here") from error
            if os.path.samestat(os.fstat(file.fileno()), lock.stat()):
                opened.pop_all()
                return file

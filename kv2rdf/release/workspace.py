"""The folders of releases, and the link to the newest one.

If the link is named ``R``, the releases are in numbered folders inside the folder ``R.d``. Every
build uses a new folder. The link is replaced in one step, after the build is complete, so a reader
always finds a complete release.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.files import ReleaseFiles

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ReleaseWorkspace:
    """The link to the newest release, and the new folder that a release is built in."""

    link: Path
    files: ReleaseFiles

    @property
    def previous(self) -> ReleaseFiles | None:
        """The release that the link points to now, or None if there is no release yet."""
        is_release = self.link.is_symlink() and self.link.exists()
        return ReleaseFiles(self.link.resolve()) if is_release else None

    def swap_in(self) -> None:
        """Make the new folder the newest release, and keep only the previous release besides it."""
        folder, previous = self.files.folder, self.previous
        new = self.link.with_name(f".{self.link.name}.new")
        new.unlink(missing_ok=True)
        new.symlink_to(Path(folder.parent.name) / folder.name)
        new.replace(self.link)
        kept = {folder.name, previous.folder.name if previous else None}
        for old in _numbered(folder.parent):
            if old.name not in kept:
                shutil.rmtree(old)


@contextmanager
def release_workspace(link: Path) -> Iterator[ReleaseWorkspace]:
    """Yield a workspace with a new folder.

    The folder is removed at the end, unless ``swap_in`` was called. Raises ReleaseError if ``link``
    exists and is not a symbolic link, if another build is running there, or if the folder cannot be
    written.
    """
    link = link.absolute()
    if link.exists() and not link.is_symlink():
        raise ReleaseError(f"{link} exists and is not a kv2rdf release")
    folders = link.with_name(f"{link.name}.d")
    try:
        folders.mkdir(parents=True, exist_ok=True)
        with _lock(link.with_name(f"{link.name}.lock")):
            number = 1 + max((int(f.name) for f in _numbered(folders)), default=0)
            folder = folders / str(number)
            folder.mkdir()
            workspace = ReleaseWorkspace(link, ReleaseFiles(folder))
            try:
                yield workspace
            finally:
                if workspace.previous != ReleaseFiles(folder.resolve()):
                    shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise ReleaseError(f"{link}: {error.strerror or error}") from error


def link_files(previous: Path, folder: Path, names: Iterable[str]) -> None:
    """Make hard links in ``folder`` to files of a previous release, at the same relative paths.

    Where the disk does not support hard links, the files are copied.
    """
    parent: Path | None = None
    for name in names:
        new = folder / name
        if new.parent != parent:
            parent = new.parent
            parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(previous / name, new)
        except OSError:
            shutil.copyfile(previous / name, new)


def _numbered(folders: Path) -> list[Path]:
    return [folder for folder in folders.iterdir() if _NUMBER.fullmatch(folder.name)]


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Lock out other builds.

    The lock is released when this process ends, even if it crashes.
    """
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ReleaseError(f"{path}: another build is running here") from error
        yield

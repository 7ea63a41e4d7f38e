"""The folders of releases, and the link to the newest one.

``R`` is a symbolic link into the folder ``R.d``, which has one numbered folder for each release.
A release is built in a new folder. When it is complete, the link is replaced in one step: a reader
sees the previous release or the new one, never a part of one.
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

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ReleaseWorkspace:
    """The link to the newest release, and the new folder that a release is built in."""

    link: Path
    folder: Path

    @property
    def state(self) -> Path:
        """What the next build starts from."""
        return self.folder / "state"

    @property
    def parts(self) -> Path:
        """The lines that the workers write; removed before the release is complete."""
        return self.folder / "parts"

    @property
    def previous_parts(self) -> Path:
        """The lines of the previous release for the clusters that have changed."""
        return self.parts / "before"

    @property
    def dossiers(self) -> Path:
        """A file for each case."""
        return self.folder / "dossiers"

    @property
    def previous(self) -> Path | None:
        """The folder that the link points to now: the previous release, or None."""
        return self.link.resolve() if self.link.is_symlink() and self.link.exists() else None

    def swap_in(self) -> None:
        """Point the link at the new folder, and remove all releases before the previous one."""
        previous = self.previous
        new = self.link.with_name(f".{self.link.name}.new")
        new.unlink(missing_ok=True)
        new.symlink_to(Path(self.folder.parent.name) / self.folder.name)
        new.replace(self.link)
        kept = {self.folder.name, previous.name if previous else None}
        for folder in self.folder.parent.iterdir():
            if folder.name not in kept and _NUMBER.fullmatch(folder.name):
                shutil.rmtree(folder)


@contextmanager
def release_workspace(link: Path) -> Iterator[ReleaseWorkspace]:
    """Yield a workspace with a new folder, which is removed at the end unless it was swapped in.

    Raises ReleaseError if ``link`` exists and is not a link to a release, if another build is
    running there, or if the folder cannot be written.
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
            workspace = ReleaseWorkspace(link, folder)
            try:
                yield workspace
            finally:
                if workspace.previous != folder.resolve():
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
    """Lock out other builds. The lock is released when this process ends, however it ends."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ReleaseError(f"{path}: another build is running here") from error
        yield

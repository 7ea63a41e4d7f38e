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

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ReleaseWorkspace:
    """The link to the newest release, and the new folder that a release is built in."""

    link: Path
    folder: Path

    @property
    def state(self) -> Path:
        """The folder of what the next build starts from."""
        return self.folder / "state"

    @property
    def parts(self) -> Path:
        """The folder of the lines that the workers write. It is not part of the release."""
        return self.folder / "parts"

    @property
    def previous_parts(self) -> Path:
        """The folder of the lines that the changed clusters had in the previous release."""
        return self.parts / "before"

    @property
    def dossiers(self) -> Path:
        """The folder with a file for each case."""
        return self.folder / "dossiers"

    @property
    def previous(self) -> Path | None:
        """The folder that the link points to now, or None if there is no release yet."""
        return self.link.resolve() if self.link.is_symlink() and self.link.exists() else None

    def swap_in(self) -> None:
        """Make the new folder the newest release, and keep only the previous release besides it."""
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
    """Lock out other builds.

    The lock is released when this process ends, even if it crashes.
    """
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ReleaseError(f"{path}: another build is running here") from error
        yield

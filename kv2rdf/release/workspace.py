"""Where releases go: a new folder each, and a link that points at the one that stands.

``R`` is a symbolic link into ``R.d``. A release is built in a new folder, and the link is swapped
in one step when it is whole: a reader sees the old release or the new one, never half of one.
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
class Workplace:
    """A new folder to build in, and the place of the link."""

    link: Path
    folder: Path

    @property
    def state(self) -> Path:
        """What the next build starts from."""
        return self.folder / "state"

    @property
    def parts(self) -> Path:
        """What the workers write."""
        return self.folder / "parts"

    @property
    def parts_before(self) -> Path:
        """What the release before said of the clusters that have changed."""
        return self.parts / "before"

    @property
    def dossiers(self) -> Path:
        """A file for each dossier."""
        return self.folder / "dossiers"

    @property
    def before(self) -> Path | None:
        """The release that stands now."""
        return self.link.resolve() if self.link.is_symlink() and self.link.exists() else None

    def swap_in(self) -> None:
        """Let the link point at the new folder, and remove all but the one before it."""
        before = self.before
        new = self.link.with_name(f".{self.link.name}.new")
        new.unlink(missing_ok=True)
        new.symlink_to(Path(self.folder.parent.name) / self.folder.name)
        new.replace(self.link)
        kept = {self.folder.name, before.name if before else None}
        for folder in self.folder.parent.iterdir():
            if folder.name not in kept and _NUMBER.fullmatch(folder.name):
                shutil.rmtree(folder)


@contextmanager
def workplace(link: Path) -> Iterator[Workplace]:
    """Give a new folder to build a release in; take it away again where it is not swapped in.

    Raises ReleaseError where ``link`` is something else than a release of ours, where another
    build is at work on it, and where there is no right or room to write.
    """
    link = link.absolute()
    if link.exists() and not link.is_symlink():
        raise ReleaseError(f"{link}: is in the place of the release, and is no release of ours")
    folders = link.with_name(f"{link.name}.d")
    try:
        folders.mkdir(parents=True, exist_ok=True)
        with _lock(link.with_name(f"{link.name}.lock")):
            number = 1 + max((int(f.name) for f in _numbered(folders)), default=0)
            folder = folders / str(number)
            folder.mkdir()
            place = Workplace(link, folder)
            try:
                yield place
            finally:
                if place.before != folder.resolve():
                    shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise ReleaseError(f"{link}: {error.strerror or error}") from error


def linked(before: Path, folder: Path, names: Iterable[str]) -> None:
    """Take files of the release before into a new one, by hard link where the disk has them."""
    above: Path | None = None
    for name in names:
        new = folder / name
        if new.parent != above:
            above = new.parent
            above.mkdir(parents=True, exist_ok=True)
        try:
            os.link(before / name, new)
        except OSError:
            shutil.copyfile(before / name, new)


def _numbered(folders: Path) -> list[Path]:
    return [folder for folder in folders.iterdir() if _NUMBER.fullmatch(folder.name)]


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Keep other builds away: the lock goes when this process does, however it ends."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ReleaseError(f"{path}: another build is at work here") from error
        yield

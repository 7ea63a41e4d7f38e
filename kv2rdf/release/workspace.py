"""The folders of releases, and the link to the newest one.

If the link is named ``R``, the releases are in numbered folders inside the folder ``R.d``. Every
build writes into a hidden folder inside ``R.d``. When the build is complete, the folder is given a
number, and the link is replaced in one step. Readers therefore always find a complete release.
"""

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.build_lock import lock_folder
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.postponed_signals import postpone_signals
from kv2rdf.storage.release_folder import has_release_files

_NUMBER = re.compile(r"\d+")
_HALF_MADE = re.compile(r"\.(\d+)\.(building|removed)")


@dataclass(frozen=True, slots=True)
class ReleaseWorkspace:
    """The link to the newest release, and the new folder in which a release is built."""

    link: Path
    files: ReleaseFiles

    @property
    def previous(self) -> ReleaseFiles | None:
        """The release that the link points to now, or None if there is no release yet."""
        is_release = self.link.is_symlink() and self.link.exists()
        return ReleaseFiles(self.link.resolve()) if is_release else None

    def start_over(self) -> None:
        """Remove the contents of the new folder."""
        shutil.rmtree(self.files.folder)
        self.files.folder.mkdir()

    def swap_in(self) -> None:
        """Make the new folder the newest release, and keep only one older release.

        All releases before the previous one are removed.
        """
        folder, previous = self.files.folder, self.previous
        number = folder.name.split(".")[1]
        with postpone_signals():
            folder.rename(folder.with_name(number))
            new = _new_link(self.link)
            new.symlink_to(Path(folder.parent.name) / number)
            new.replace(self.link)
        kept = {number, previous.folder.name if previous else None}
        for old in folder.parent.iterdir():
            if _NUMBER.fullmatch(old.name) and old.name not in kept and has_release_files(old):
                shutil.rmtree(old, ignore_errors=True)


@contextmanager
def release_workspace(link: Path) -> Iterator[ReleaseWorkspace]:
    """Return a context with a workspace, in whose new folder a release can be built.

    At the end of the context, the new folder is removed unless ``swap_in`` was called. The folders
    of killed builds are removed too. Raises ReleaseError if ``link`` exists and is not a link to a
    release, if another build is running there, or if the folder cannot be written.
    """
    link = Path(os.path.abspath(link))  # noqa: PTH100 - resolve() would follow the link
    folders = link.with_name(f"{link.name}.d")
    try:
        _check_link(link, folders)
        with lock_folder(folders, link):
            try:
                with postpone_signals():
                    _remove_half_made(folders)
                    _new_link(link).unlink(missing_ok=True)
                    folder = folders / f".{_next_number(folders)}.building"
                    folder.mkdir()
                yield ReleaseWorkspace(link, ReleaseFiles(folder))
            finally:
                with postpone_signals():
                    _remove_half_made(folders)
    except OSError as error:
        raise ReleaseError(f"{link}: {error.strerror or error}") from error


def link_files(previous: Path, folder: Path, names: Iterable[str]) -> None:
    """Make hard links in ``folder`` to files of a previous release, at the same relative paths.

    If the disk does not support hard links, the files are copied.
    """
    parent: str | None = None
    for name in names:  # There is one for every case, so they are joined as text.
        above, _, _ = name.rpartition("/")
        if above != parent:
            parent = above
            (folder / above).mkdir(parents=True, exist_ok=True)
        old, new = f"{previous}/{name}", f"{folder}/{name}"
        try:
            os.link(old, new)
        except OSError:
            shutil.copyfile(old, new)


def _check_link(link: Path, folders: Path) -> None:
    """Raise ReleaseError if ``link`` is not a link to a release, or ``folders`` is not a folder.

    A path that does not exist is accepted.
    """
    if not link.is_symlink():
        is_foreign = link.exists()
    elif link.exists():
        target = link.resolve()
        is_foreign = target.parent != folders.resolve() and not has_release_files(target)
    else:  # The release to which it points no longer exists.
        is_foreign = Path(os.path.abspath(link.parent / link.readlink())).parent != folders  # noqa: PTH100
    if is_foreign:
        raise ReleaseError(f"{link} exists and is not a kv2rdf release")
    if folders.exists() and not folders.is_dir():
        raise ReleaseError(f"{folders} exists and is not a folder")


def _new_link(link: Path) -> Path:
    return link.with_name(f".{link.name}.new")


def _remove_half_made(folders: Path) -> None:
    """Remove the folders of builds that were not completed.

    A folder is renamed first, because threads of a store that was being written may still add files
    to it, which would prevent its removal.
    """
    for folder in list(folders.iterdir()):
        if match := _HALF_MADE.fullmatch(folder.name):
            removed = folder.with_name(f".{match[1]}.removed")
            if folder != removed:
                shutil.rmtree(removed, ignore_errors=True)
                folder.rename(removed)
            shutil.rmtree(removed, ignore_errors=True)


def _next_number(folders: Path) -> int:
    names = [folder.name for folder in folders.iterdir()]
    found = [
        match for name in names if (match := re.fullmatch(r"\.?(\d+)(\.building|\.removed)?", name))
    ]
    return 1 + max((int(match[1]) for match in found), default=0)

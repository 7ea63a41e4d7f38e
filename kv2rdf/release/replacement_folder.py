"""A new folder of files, written next to an old folder, which it replaces in one step."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.postponed_signals import postpone_signals


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderKind:
    """A kind of folder and its files. A folder of another kind is never replaced.

    ``name`` is the word for the files in messages. ``required`` is a file name that every complete
    folder contains, and ``files`` contains the other names that may occur in it. ``temporary``
    contains names that only an unfinished folder contains.
    """

    name: str
    required: str
    files: frozenset[str]
    temporary: frozenset[str] = frozenset()


@contextmanager
def replacement_folder(out: Path, kind: FolderKind) -> Iterator[Path]:
    """Return a context with a new folder, which replaces ``out`` unless an error is raised.

    Raises ReleaseError if ``out``, or a new or an old folder that a killed run left next to it, is
    not a folder of this kind, or if another process is writing to the new folder.
    """
    new, old = (out.with_name(f".{out.name}.{word}") for word in ("new", "old"))
    for folder in (out, old, new):
        _check_content(folder, kind, complete=folder is not new)
    with unfinished_folder(new, kind.name):
        # A run was killed between the two calls of ``rename`` below.
        if old.exists() and not out.exists():
            old.rename(out)
        yield new
        with postpone_signals():
            _replace(out, new, old)


def _replace(out: Path, new: Path, old: Path) -> None:
    """Rename the new folder to ``out``, and remove the folder that had this name before."""
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _check_content(folder: Path, kind: FolderKind, *, complete: bool) -> None:
    """Raise ReleaseError if ``folder`` is not a folder of the given kind.

    A path that does not exist is accepted, and so is an empty folder. If ``complete`` is true, any
    other folder must contain the required file, and no temporary files. If it is false, the folder
    may have been left behind by a killed run.
    """
    if not folder.exists() and not folder.is_symlink():
        return
    allowed = {kind.required, *kind.files}
    if not complete:
        allowed |= kind.temporary
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    is_of_kind = names <= allowed and (kind.required in names or not complete or not names)
    if folder.is_symlink() or not folder.is_dir() or not is_of_kind:
        raise ReleaseError(f"{folder} exists and is not a folder of kv2rdf {kind.name}")


@contextmanager
def unfinished_folder(folder: Path, what: str) -> Iterator[None]:
    """Return a context with an empty folder, which is removed at the end of the context.

    No other process can use the folder meanwhile. Files that a killed run left in it are removed.
    Parents that were created for the folder are removed too if they are empty. ``what`` is the word
    for the files in the folder. Raises ReleaseError if another process uses the folder.
    """
    missing = [path for path in folder.parents if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder, what):
        try:
            for path in folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            yield
        finally:
            with postpone_signals(), suppress(OSError):  # A folder that is not empty stays.
                shutil.rmtree(folder, ignore_errors=True)
                for path in missing:
                    path.rmdir()


@contextmanager
def _locked(folder: Path, what: str) -> Iterator[None]:
    """Return a context in which no other process can lock the folder.

    The lock is released at the end of the context, or when this process ends. ``what`` is the word
    for the files in the message. Raises ReleaseError if another process has locked the folder.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise ReleaseError(f"{folder}: another process is writing {what} here") from error
    finally:
        os.close(handle)

"""The folder of the tables. It is written beside the old folder, and replaces it when complete."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.tables import csvw_metadata, parquet
from kv2rdf.tables.all_tables import TABLES

LOOKUP_FILE = "lookup.sqlite"


@contextmanager
def replacement_folder(out: Path) -> Iterator[Path]:
    """Return a context with a new folder, which replaces ``out`` unless an error is raised.

    Raises ReleaseError if ``out`` or one of the folders beside it holds anything but tables, or if
    another process is writing tables there.
    """
    new, old = (out.with_name(f".{out.name}.{word}") for word in ("new", "old"))
    for folder in (out, old, new):
        _check_holds_tables(folder, complete=folder is not new)
    new.mkdir(parents=True, exist_ok=True)
    with _locked(new):
        try:
            for path in new.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            if old.exists() and not out.exists():  # a run was killed between the renames below
                old.rename(out)
            yield new
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
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _check_holds_tables(folder: Path, *, complete: bool) -> None:
    """Raise ReleaseError if the path exists, and is not a folder or contains anything but tables.

    If ``complete`` is false, the folder may be one that a killed run left behind.
    """
    if not folder.exists() and not folder.is_symlink():
        return
    allowed = {
        csvw_metadata.FILE_NAME,
        *map(csvw_metadata.csv_name, TABLES),
        *map(parquet.parquet_name, TABLES),
    }
    if not complete:
        allowed |= {LOOKUP_FILE, parquet.SPILL_FOLDER}
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    has_tables = names <= allowed and (
        csvw_metadata.FILE_NAME in names or not complete or not names
    )
    if folder.is_symlink() or not folder.is_dir() or not has_tables:
        raise ReleaseError(f"{folder} exists and is not a folder of kv2rdf tables")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Return a context in which other processes cannot lock the folder.

    The lock ends with the context, or with this process.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise ReleaseError(f"{folder}: another process is writing tables here") from error
    finally:
        os.close(handle)

"""The folder of the tables: made beside the one that stands, and put in its place when whole."""

import csv
import fcntl
import gzip
import os
import shutil
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.dumps import dump
from kv2rdf.tables import csvw_metadata, parquet
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.lookup import lookup
from kv2rdf.tables.rows import rows

_LOOKUP = "lookup.sqlite"
_Progress = Callable[[str, int, int], None]


def write(release: Path, out: Path, progress: _Progress, *, with_parquet: bool) -> dict[str, int]:
    """Write the tables of a release into the folder ``out``; give how many rows each has.

    The tables that stand there are replaced, whole. Raises ReleaseError where the release cannot
    be read, ``out`` is something else than tables of ours, or the disk refuses.
    """
    source = release.resolve() / dump.NQUADS
    if not source.is_file():
        raise ReleaseError(f"{release}: is no release: it has no {dump.NQUADS}")
    if out.resolve().is_relative_to(release.resolve()):
        raise ReleaseError(f"{out}: is in the release, which stays as it was published")
    if with_parquet:
        parquet.library()
    try:
        with _replaced(out.absolute()) as folder:
            counts, longest = _write(source, folder, progress)
            if with_parquet:
                progress("write Parquet", 0, 0)
                parquet.write(folder, longest)
            return counts
    except (EOFError, ValueError, zlib.error, gzip.BadGzipFile) as error:
        raise ReleaseError(f"{release}: {dump.NQUADS} is damaged: {error}") from error
    except OSError as error:
        raise ReleaseError(f"{error.filename or out}: {error.strerror or error}") from error


def _write(
    source: Path, folder: Path, progress: _Progress
) -> tuple[dict[str, int], dict[str, int]]:
    """Write the files; give the rows of each, and how many characters its longest has."""
    counts: Counter[str] = Counter({table.name: 0 for table in TABLES})
    longest: dict[str, int] = {}
    progress("read the release", 0, 0)
    with ExitStack() as stack:
        others = stack.enter_context(lookup(dump.lines_of(source), folder / _LOOKUP))
        writers = {}
        for table in TABLES:
            path = folder / csvw_metadata.file_name(table)
            file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            writers[table.name] = csv.writer(file, lineterminator="\r\n")
            writers[table.name].writerow([column.name for column in table.columns])
        progress("write the tables", 0, 0)
        for table, row in rows(dump.lines_of(source), others):
            writers[table.name].writerow(row)
            counts[table.name] += 1
            longest[table.name] = max(longest.get(table.name, 0), sum(map(len, row)))
        (folder / csvw_metadata.NAME).write_text(
            csvw_metadata.metadata(others.itself), encoding="utf-8"
        )
    return dict(counts), longest


@contextmanager
def _replaced(out: Path) -> Iterator[Path]:
    """Give a new folder, which takes the place of ``out`` unless something goes wrong."""
    new, old = (out.with_name(f".{out.name}.{word}") for word in ("new", "old"))
    for folder in (out, old, new):
        _hold_ours(folder, whole=folder is not new)
    new.mkdir(parents=True, exist_ok=True)
    with _locked(new):
        try:
            for left in new.iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            if old.exists() and not out.exists():  # killed between the two steps below
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


def _hold_ours(folder: Path, *, whole: bool) -> None:
    """Raise ReleaseError where what stands there is not a folder of tables, and of nothing else.

    One that is not ``whole`` may be what a killed run has left.
    """
    if not folder.exists() and not folder.is_symlink():
        return
    names = {
        csvw_metadata.NAME,
        *map(csvw_metadata.file_name, TABLES),
        *map(parquet.file_name, TABLES),
    }
    if not whole:
        names |= {_LOOKUP, parquet.SPILLED}
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    is_ours = there <= names and (csvw_metadata.NAME in there or not whole or not there)
    if folder.is_symlink() or not folder.is_dir() or not is_ours:
        raise ReleaseError(f"{folder}: is in the place of the tables, and holds something else")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep others away from the new folder; the lock goes with this process."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise ReleaseError(f"{folder}: tables are being written here") from error
    finally:
        os.close(handle)

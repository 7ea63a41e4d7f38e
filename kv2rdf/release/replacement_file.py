"""A new file, written in a separate folder, that replaces an old file in one step."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.replacement_folder import unfinished_folder


@contextmanager
def replacement_file(out: Path, what: str, temporary: frozenset[str]) -> Iterator[Path]:
    """Return a context with the path of a new file, which replaces ``out`` unless an error occurs.

    The new file has the name of ``out``, and is in a separate folder, in which files with the names
    in ``temporary`` may also be written. The content of the file is flushed to disk before the file
    replaces ``out``. Files left behind by a killed run are removed. ``what`` is the word for the
    file in messages. Raises ReleaseError if the separate folder already contains any other file, or
    if another process is writing to it.
    """
    folder = out.with_name(f".{out.name}.new")
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    if folder.is_symlink() or not names <= {out.name, *temporary}:
        raise ReleaseError(f"{folder} exists and does not contain the remains of {what}")
    with unfinished_folder(folder, what):
        new = folder / out.name
        yield new
        with new.open("rb") as file:
            os.fsync(file.fileno())
        new.replace(out)

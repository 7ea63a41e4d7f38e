"""The files that distinguish the folder of a release from other folders."""

import os
from pathlib import Path

MANIFEST = "manifest-sha256.txt"
NQUADS = "kamervragen.nq.gz"
TURTLE = "kamervragen.ttl.gz"


def has_release_files(folder: Path) -> bool:
    """Whether a folder contains the files by which a release is recognised."""
    return (folder / MANIFEST).is_file() and (folder / NQUADS).is_file()


def real_path(path: Path) -> Path:
    """Return a path without symbolic links.

    A link that leads back to itself is kept, so opening the returned path is an error.
    ``Path.resolve`` raises RuntimeError for such a link before Python 3.13.
    """
    return Path(os.path.realpath(path))


def containing_release(path: Path) -> Path | None:
    """Return the folder of the release that contains a path, or None if no release contains it.

    If the path is a folder ``R.d``, which contains the releases to which the link ``R`` has
    pointed, return one of those releases.
    """
    real = real_path(path)
    for folder in (real, *real.parents):
        if has_release_files(folder):
            return folder
    if real.suffix == ".d" and real.is_dir():
        return next((folder for folder in real.iterdir() if has_release_files(folder)), None)
    return None

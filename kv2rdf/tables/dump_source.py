"""The dump that tables are made from, and the handling of errors."""

import gzip
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.files import ReleaseFiles


def table_source(release: ReleaseFiles, out: Path) -> Path:
    """Return the path of the dump of a release.

    Raises ReleaseError if there is no dump, or if ``out``, the path of the tables, is inside the
    release.
    """
    folder = release.folder
    real = Path(os.path.realpath(folder))  # resolve() fails for a link that leads back to itself
    source = ReleaseFiles(real).nquads
    if not source.is_file():
        raise ReleaseError(f"{folder} is not a kv2rdf release: it has no {source.name}")
    if Path(os.path.realpath(out)).is_relative_to(real):
        raise ReleaseError(f"{out} is inside the release, which must not be changed")
    return source


@contextmanager
def explained_errors(release: ReleaseFiles, out: Path) -> Iterator[None]:
    """Return a context in which damage to the dump or a disk error raises ReleaseError."""
    try:
        yield
    except (EOFError, ValueError, zlib.error, gzip.BadGzipFile) as error:
        name = release.nquads.name
        raise ReleaseError(f"{release.folder}: {name} is damaged: {error}") from error
    except OSError as error:
        raise ReleaseError(f"{error.filename or out}: {error.strerror or error}") from error

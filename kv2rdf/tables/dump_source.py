"""The dump that tables are made from, and the handling of errors while they are made."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.existing_release import check_has_file, check_is_outside
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.storage.release_folder import real_path


def table_source(release: ReleaseFiles, out: Path) -> Path:
    """Return the path of the dump of a release.

    Raises ReleaseError if there is no dump, or if ``out``, the path of the tables, is inside the
    release.
    """
    folder = release.folder
    source = ReleaseFiles(real_path(folder)).nquads
    check_has_file(folder, source.name)
    check_is_outside(out, folder)
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

"""Functions that check that a folder is a release, or that a path is outside a release."""

from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.storage.release_folder import real_path


def existing_release(folder: Path) -> ReleaseFiles:
    """Return the files of the release in ``folder``, which may be a link to a release.

    Raises ReleaseError if there is no release.
    """
    files = ReleaseFiles(real_path(folder))
    check_has_file(folder, files.manifest.name)
    return files


def check_has_file(folder: Path, name: str) -> None:
    """Raise ReleaseError if ``folder`` is not a release that contains the file ``name``."""
    if (folder / name).is_file():
        return
    if not folder.exists():
        problem = "it does not exist; kv2rdf build makes a release"
    elif not folder.is_dir():
        problem = "it is a file, but a release is a folder"
    else:
        problem = f"it has no {name}"
    raise ReleaseError(f"{folder} is not a kv2rdf release: {problem}")


def check_is_outside(out: Path, release: Path) -> None:
    """Raise ReleaseError if ``out`` is ``release`` or inside it. A release must not be changed."""
    if real_path(out).is_relative_to(real_path(release)):
        raise ReleaseError(f"{out} is inside the release, which must not be changed")

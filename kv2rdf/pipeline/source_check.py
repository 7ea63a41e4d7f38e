"""A check that no source is a release, and the error if the sources contain no documents."""

from collections.abc import Iterable
from pathlib import Path

from kv2rdf.errors import InputError
from kv2rdf.storage.release_folder import NQUADS, TURTLE, containing_release, real_path
from kv2rdf.storage.remote_path import InputPath


def refuse_releases(sources: Iterable[InputPath]) -> None:
    """Raise InputError if a source is a release or a part of one."""
    for source in sources:
        if str(source).rpartition("/")[2] in (NQUADS, TURTLE):
            raise InputError(f"{source}: is a dump of a kv2rdf release, not a document")
        if isinstance(source, Path) and (release := containing_release(source)) is not None:
            what = "is" if release == real_path(source) else f"is a part of {release}, which is"
            raise InputError(f"{source}: {what} a kv2rdf release, not a source of documents")


def no_documents_error(sources: Iterable[InputPath]) -> InputError:
    """Return the error to raise if ``sources`` contain no documents."""
    return InputError(f"there is no document in the input: {', '.join(map(str, sources))}")

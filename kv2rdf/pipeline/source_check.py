"""A check that no source is a release or part of a release."""

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

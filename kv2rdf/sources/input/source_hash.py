"""A hash of the source files. As long as it is the same, no document in them has changed."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from kv2rdf.storage.remote_path import InputPath


def sources_sha256(sources: Sequence[InputPath]) -> str | None:
    """Return a hash of the names and the bytes of all sources, in order.

    Return None if a source is not a file on this machine, or if it cannot be read. Folders are not
    hashed, because hashing the many small files in a folder would take as long as listing the
    documents in it.
    """
    whole = hashlib.sha256()
    for source in sources:
        if not isinstance(source, Path) or not source.is_file():
            return None
        try:
            with source.open("rb") as file:
                content = hashlib.file_digest(file, "sha256")
        except OSError:
            return None
        whole.update(hashlib.sha256(source.name.encode("utf-8", "surrogateescape")).digest())
        whole.update(content.digest())
    return whole.hexdigest()

"""The documents in files, folders and archives, found without unpacking anything to disk."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kv2rdf.errors import ReadError
from kv2rdf.sources.input import archives
from kv2rdf.storage.remote_path import Anywhere

_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\ud800-\udfff\u2028\u2029]")
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document before it is read: its bytes, or the reason why they cannot be had."""

    id: str
    content: bytes
    sha256: str
    problem: str | None = None


def listed(sources: Sequence[Anywhere]) -> dict[str, str]:
    """Give the ids of all documents in ``sources``, sorted, each with its sha256.

    An id is the file's name with its ending, without .gz or .xz; two files of one name and
    different bytes, and one with a name that no file of ours could have, have ``~`` and eight
    digits of the sha256 behind it.
    """
    named = {
        (name, _digest(content, problem)) for name, content, problem in archives.opened(sources)
    }
    return dict(sorted((id_, sha256) for (_, sha256), id_ in _ids(named).items()))


def read(sources: Sequence[Anywhere], wanted: Iterable[str]) -> Iterator[Found]:
    """Give the documents with the ``wanted`` ids, in the order they lie, each once."""
    left = set(wanted)
    marked = {id_ for id_ in left if "~" in id_}
    for name, content, problem in archives.opened(
        sources, lambda name: bool(marked) or name in left
    ):
        sha256 = _digest(content, problem)
        id_ = _marked(name, sha256)
        if id_ not in marked:
            id_ = name
        if id_ in left:
            left.remove(id_)
            yield Found(id=id_, content=content, sha256=sha256, problem=problem)
    for id_ in sorted(left):
        yield Found(id=id_, content=b"", sha256="", problem="was there, and is gone or changed")


def _ids(named: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    often = Counter(_plain(name) for name, _ in named)
    return {
        (name, sha256): _marked(name, sha256)
        if often[_plain(name)] > 1 or _plain(name) != name
        else name
        for name, sha256 in named
    }


def _marked(name: str, sha256: str) -> str:
    return f"{_plain(name)}~{sha256[:8]}"


def _plain(name: str) -> str:
    """Give a name that every file system and every line can hold."""
    return _UNFIT.sub("_", name)[:_LONGEST]


def _digest(content: bytes, problem: str | None) -> str:
    return hashlib.sha256(content if problem is None else problem.encode()).hexdigest()


def content_of(found: Found) -> bytes:
    """Give the bytes of a document; raises ReadError where they cannot be had, or are none."""
    if found.problem is not None:
        raise ReadError(found.id, "file", found.problem)
    if not found.content.strip():
        raise ReadError(found.id, "file", "is empty")
    return found.content

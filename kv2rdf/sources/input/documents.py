"""The input documents in files, folders and archives: their ids and their bytes."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kv2rdf.errors import ReadError
from kv2rdf.sources.input import archives
from kv2rdf.sources.input.file_content import FileContent
from kv2rdf.sources.input.records import RecordNumber, documents_in_file
from kv2rdf.storage.remote_path import InputPath

_UNSAFE_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\ud800-\udfff\u2028\u2029]")
_UNUSUAL_CHARACTER = re.compile(r"[^A-Za-z0-9._-]")
_MAX_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class InputDocument:
    """A document with its bytes or, if they cannot be read, with the problem.

    ``record`` is the number of the record that the document is, and empty for a whole file.
    """

    id: str
    content: bytes
    sha256: str
    problem: str | None = None
    record: str = ""


def list_documents(
    sources: Sequence[InputPath], record_numbers: Sequence[RecordNumber] = ()
) -> dict[str, str]:
    """Return a map from the id of each document in ``sources`` to its sha256, sorted by id.

    An id is the name of the file, with its ending but without .gz or .xz; for a record ``-`` and
    its number are added to it. ``~`` and eight digits of the sha256 are added if another document
    has the same name and different bytes, or if the name is too long or contains characters that
    are not allowed in the file names of a release. Records in a file are documents of their own if
    one of ``record_numbers`` knows them.

    Raises InputError if a source cannot be read.
    """
    read_file = partial(documents_in_file, record_numbers=record_numbers)
    files = {
        (_name(file), _digest(file)) for file in archives.read_files(sources, read_file=read_file)
    }
    return dict(sorted((id_, sha256) for (_, sha256), id_ in _ids(files).items()))


def load_documents(
    sources: Sequence[InputPath], ids: Iterable[str], record_numbers: Sequence[RecordNumber] = ()
) -> Iterator[InputDocument]:
    """Yield the documents with these ids, each once, in the order of ``sources``.

    ``record_numbers`` are those with which the documents were listed. A document that is no longer
    in ``sources`` comes last, with a problem. Raises InputError if a source cannot be read. Without
    ids, no source is opened.
    """
    missing = set(ids)
    if not missing:
        return
    ids_with_digits = {id_ for id_ in missing if "~" in id_}
    wanted_files = set(missing)
    if record_numbers:
        wanted_files |= {id_[: at.start()] for id_ in missing for at in re.finditer("-", id_)}

    def may_be_missing(name: str) -> bool:
        # An id with digits can belong to any file: the digits depend on the bytes of the file.
        return bool(ids_with_digits) or name in wanted_files

    read_file = partial(documents_in_file, record_numbers=record_numbers)
    for file in archives.read_files(sources, may_be_missing, read_file):
        name, sha256 = _name(file), _digest(file)
        id_ = _id_with_digits(name, sha256)
        if id_ not in ids_with_digits:
            id_ = name
        if id_ in missing:
            missing.remove(id_)
            yield InputDocument(
                id=id_,
                content=file.content,
                sha256=sha256,
                problem=file.problem,
                record=_record_in_id(file),
            )
    problem = "was there, and is gone or changed"
    for id_ in sorted(missing):
        yield InputDocument(id=id_, content=b"", sha256="", problem=problem)


def content_of(document: InputDocument) -> bytes:
    """Return the bytes of a document. Raises ReadError if it has a problem or is empty."""
    if document.problem is not None:
        raise ReadError(document.id, "file", document.problem)
    if not document.content.strip():
        raise ReadError(document.id, "file", "is empty")
    return document.content


def _ids(files: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the id of each file. A file is given as its name and its sha256."""
    uses = Counter(_safe_name(name) for name, _ in files)
    return {
        (name, sha256): _id_with_digits(name, sha256)
        if uses[_safe_name(name)] > 1 or _safe_name(name) != name
        else name
        for name, sha256 in files
    }


def _id_with_digits(name: str, sha256: str) -> str:
    return f"{_safe_name(name)}~{sha256[:8]}"


def _safe_name(name: str) -> str:
    """Return a name that is safe in every file system and in a line of text."""
    return _UNSAFE_CHARACTERS.sub("_", name)[:_MAX_NAME_LENGTH]


def _name(file: FileContent) -> str:
    """Return the name of a document: that of its file and, for a record, its number."""
    return f"{file.name}-{_record_in_id(file)}" if file.record else file.name


def _record_in_id(file: FileContent) -> str:
    return _UNUSUAL_CHARACTER.sub("_", file.record)


def _digest(file: FileContent) -> str:
    content = file.content if file.problem is None else file.problem.encode()
    return hashlib.sha256(content).hexdigest()

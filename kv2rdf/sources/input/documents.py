"""The input documents in files, folders and archives: their ids and their bytes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kv2rdf.errors import ReadError
from kv2rdf.sources.input import archives, document_ids
from kv2rdf.sources.input.document_ids import DocumentIds
from kv2rdf.sources.input.file_content import FileContent
from kv2rdf.sources.input.records import RecordNumber, documents_in_file
from kv2rdf.sources.input.wanted_ids import WantedIds
from kv2rdf.storage.remote_path import InputPath

_UNUSUAL_CHARACTER = re.compile(r"[^A-Za-z0-9._-]")

MOST_BYTES_KEPT = 32_000_000
"""The maximum size of all documents that ``list_and_load`` returns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputDocument:
    """An input document: its bytes, or the reason why they cannot be read.

    If the document is a record in a file, ``record`` is the number of the record. If the document
    is a whole file, ``record`` is empty. If it is neither, ``other_kind`` states what it is, such
    as a symbolic link in an archive.
    """

    id: str
    content: bytes
    sha256: str
    problem: str | None = None
    record: str = ""
    other_kind: str = ""


def list_documents(
    sources: Sequence[InputPath], record_numbers: Sequence[RecordNumber] = ()
) -> DocumentIds:
    """Return a mapping from the id of each document in ``sources`` to its sha256, sorted by id.

    An id is the name of the file with its extension, but without .gz, .bz2 or .xz. The id of a
    record also contains ``-`` and the number of the record. Digits of the sha256 are added if
    necessary (see ``document_ids``). A record in a file is a separate document if one of
    ``record_numbers`` recognises it. If the bytes of a document cannot be read, its sha256 is the
    hash of a string that distinguishes it from other documents.

    Raises InputError if a source cannot be read.
    """
    return _ids(sources, record_numbers)


def list_and_load(
    sources: Sequence[InputPath],
    is_known: Callable[[str, str], bool],
    record_numbers: Sequence[RecordNumber] = (),
) -> tuple[DocumentIds, tuple[InputDocument, ...]]:
    """Return the result of ``list_documents``, and the documents that are not known.

    ``is_known`` is called with the name and the sha256 of each document. If the documents that are
    not known have more than ``MOST_BYTES_KEPT`` bytes together, none of them is returned. Raises
    InputError if a source cannot be read.
    """
    kept: dict[tuple[str, str], FileContent] = {}
    free = MOST_BYTES_KEPT

    def names_and_hashes() -> Iterator[tuple[str, str]]:
        nonlocal free
        for file in _files(sources, record_numbers):
            key = (_name(file), file.sha256)
            if free >= 0 and key not in kept and not is_known(*key):
                free -= len(file.content)
                kept[key] = file
                if free < 0:
                    kept.clear()
            yield key

    ids = DocumentIds(names_and_hashes())
    found = ((ids.id(*key), file) for key, file in kept.items())
    return ids, tuple(_document(id_, file) for id_, file in found if id_ is not None)


def load_documents(
    sources: Sequence[InputPath], ids: Iterable[str], record_numbers: Sequence[RecordNumber] = ()
) -> Iterator[InputDocument]:
    """Yield the documents with these ids, without duplicates, in the order of ``sources``.

    ``record_numbers`` must be the same as when the documents were listed. Documents that no longer
    exist are yielded last, with a problem. If there are no ids, no source is opened. Raises
    InputError if a source cannot be read.
    """
    wanted = WantedIds(ids, has_records=bool(record_numbers))
    if not wanted:
        return
    all_ids: DocumentIds | None = None
    read_file = partial(documents_in_file, record_numbers=record_numbers)
    for file in archives.read_files(sources, wanted.may_be_in_file, read_file):
        name, sha256 = _name(file), file.sha256
        if document_ids.has_digits(name) and wanted.is_missing(name):
            # The id belongs to this document or to another document with the same digits.
            all_ids = _ids(sources, record_numbers) if all_ids is None else all_ids
            id_ = all_ids.id(name, sha256) or ""
        else:
            id_ = wanted.spelling(name, sha256)
        if wanted.mark_as_loaded(id_):
            yield _document(id_, file)
    problem = "was there, and is gone or changed"
    for id_ in wanted.missing():
        yield InputDocument(id=id_, content=b"", sha256="", problem=problem)


def content_of(document: InputDocument) -> bytes:
    """Return the bytes of a document.

    Raises ReadError if the bytes cannot be read, or if there are none except white space.
    """
    if document.problem is not None:
        raise ReadError(document.id, "file", document.problem)
    if not document.content.strip():
        raise ReadError(document.id, "file", "is empty")
    return document.content


def _ids(sources: Sequence[InputPath], record_numbers: Sequence[RecordNumber]) -> DocumentIds:
    return DocumentIds((_name(file), file.sha256) for file in _files(sources, record_numbers))


def _files(
    sources: Sequence[InputPath], record_numbers: Sequence[RecordNumber]
) -> Iterator[FileContent]:
    read_file = partial(documents_in_file, record_numbers=record_numbers)
    return archives.read_files(sources, read_file=read_file)


def _document(id_: str, file: FileContent) -> InputDocument:
    return InputDocument(
        id=id_,
        content=file.content,
        sha256=file.sha256,
        problem=file.problem,
        record=_record_in_id(file),
        other_kind=file.other_kind,
    )


def _name(file: FileContent) -> str:
    """Return the name of a document: the name of its file and, for a record, also its number."""
    return f"{file.name}-{_record_in_id(file)}" if file.record else file.name


def _record_in_id(file: FileContent) -> str:
    return _UNUSUAL_CHARACTER.sub("_", file.record)

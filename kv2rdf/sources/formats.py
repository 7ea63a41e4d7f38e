"""The formats of input documents, which are recognised by their content.

This is the only module that imports the packages of formats (docs/add-a-source.md).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kv2rdf.model.paper import Paper
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, Lookups, NotAPublicationError, Publication
from kv2rdf.sources.html.format import HTML
from kv2rdf.sources.identifiers.format import IDENTIFIERS
from kv2rdf.sources.input import documents
from kv2rdf.sources.input.documents import InputDocument, list_documents, load_documents
from kv2rdf.sources.input.records import RecordNumber
from kv2rdf.sources.kvr.format import KVR
from kv2rdf.sources.odata.format import ODATA
from kv2rdf.sources.official.format import OFFICIAL
from kv2rdf.sources.official.metadata_format import METADATA
from kv2rdf.sources.openkamer.format import OPENKAMER
from kv2rdf.sources.other.json_data import OTHER_JSON
from kv2rdf.sources.other.markup import OTHER_XML
from kv2rdf.sources.other.signatures import ARCHIVE, IMAGE, OFFICE_FILE, PDF
from kv2rdf.sources.other.text import OTHER_TEXT
from kv2rdf.storage.remote_path import InputPath

FORMATS: tuple[Format[Any], ...] = (
    KVR,
    OPENKAMER,
    ODATA,
    METADATA,
    OFFICIAL,
    HTML,
    IDENTIFIERS,
    PDF,
    OFFICE_FILE,
    ARCHIVE,
    IMAGE,
    OTHER_XML,  # must come after all other XML formats
    OTHER_JSON,  # must come after all formats of JSON
    OTHER_TEXT,  # must come last, because it recognises every document
)
"""All formats, in the order in which they are tried."""


def recognise(document: InputDocument) -> Publication:
    """Return a document with its format: the first of ``FORMATS`` that recognises it.

    Raises ReadError if the document is empty or invalid, and NotAPublicationError if it is neither
    a file nor a record.
    """
    if document.other_kind:
        raise NotAPublicationError(document.other_kind)
    content = DocumentContent(document)
    tried = ((row, row.recognises(content)) for row in FORMATS)
    row, parsed = next((row, parsed) for row, parsed in tried if parsed is not None)
    return Publication(document=document, format=row, parsed=parsed)


def read_publication(document: InputDocument, lookups: Lookups) -> tuple[Paper, ...]:
    """Return the papers in a document. Raises the errors of ``recognise`` and ``papers``."""
    return recognise(document).papers(lookups)


def document_hashes(sources: Sequence[InputPath]) -> Mapping[str, str]:
    """Return a mapping from the id of each document in ``sources`` to its sha256, sorted by id.

    The mapping is kept on disk if there are very many documents.

    A record in a file is a separate document if one of the formats recognises such records. Raises
    InputError if a source cannot be read.
    """
    return list_documents(sources, _record_numbers())


def hashes_and_new_documents(
    sources: Sequence[InputPath], is_known: Callable[[str, str], bool]
) -> tuple[Mapping[str, str], tuple[InputDocument, ...]]:
    """Return the result of ``document_hashes``, and the documents that are not known.

    ``is_known`` is called with the name and the sha256 of each document. There are no documents in
    the result if they are too large together (see ``documents.list_and_load``).
    """
    return documents.list_and_load(sources, is_known, _record_numbers())


def documents_with_ids(sources: Sequence[InputPath], ids: Iterable[str]) -> Iterator[InputDocument]:
    """Yield the documents with these ids, as ``load_documents`` does.

    Records are separate documents, as in ``document_hashes``.
    """
    return load_documents(sources, ids, _record_numbers())


def _record_numbers() -> tuple[RecordNumber, ...]:
    return tuple(row.record_number for row in FORMATS if row.record_number is not None)

"""The reading of papers from documents, for the Python API."""

from collections.abc import Sequence

from kv2rdf.model.paper import Paper
from kv2rdf.pipeline.source_check import no_documents_error
from kv2rdf.reference import register_files, shipped_folders
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.formats import document_hashes, documents_with_ids, read_publication
from kv2rdf.storage.remote_path import InputPath


def papers(sources: Sequence[InputPath]) -> tuple[Paper, ...]:
    """Return the papers in ``sources``, sorted by the ids of their documents.

    Documents that are not publications are skipped. Raises InputError if ``sources`` contain no
    documents, and ReadError if a publication cannot be read.
    """
    lookups = register_files.read_seeds(shipped_folders.folder("seeds")).lookups
    ids = document_hashes(sources)
    if not ids:
        raise no_documents_error(sources)
    found: dict[str, tuple[Paper, ...]] = {}
    for document in documents_with_ids(sources, ids):
        try:
            found[document.id] = read_publication(document, lookups)
        except NotAPublicationError:
            continue
    return tuple(paper for id_ in sorted(found) for paper in found[id_])

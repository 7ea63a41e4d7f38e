"""The format of official metadata: metadata.xml and metadata_owms.xml."""

from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, KindAndSession, Lookups, NotAPublicationError
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.metadata_fields import (
    LIST_TAG,
    OWMS_TAG,
    loose_values,
    metadata_fields,
)
from kv2rdf.sources.official.metadata_papers import described_paper
from kv2rdf.sources.phrases.sessions import SESSION

_QUESTIONS_AND_REPLIES = ("ah-", "kv-")


def _root(content: DocumentContent) -> Node | None:
    """Return the root element of a metadata file, or None for any other document.

    Raises ReadError if the document has a document type or is in a namespace, or if another XML
    parser could read different words from the same bytes.
    """
    root = content.checked_element(LIST_TAG, OWMS_TAG)
    return root.without_document_type().without_namespace() if root is not None else None


def _papers(source: Source, root: Node, _lookups: Lookups) -> tuple[Paper, ...]:
    identifiers = tuple(loose_values(root, "identifier"))
    if identifiers and not any(found.startswith(_QUESTIONS_AND_REPLIES) for found in identifiers):
        raise NotAPublicationError("metadata of another kind of paper")
    return (described_paper(source, metadata_fields(root)),)


def _kind_and_session(root: Node, _lookups: Lookups) -> KindAndSession:
    sessions = filter(SESSION.fullmatch, loose_values(root, "vergaderjaar"))
    return SourceKind.OFFICIAL_METADATA, next(sessions, None)


METADATA = Format(
    name="official metadata",
    kind=SourceKind.OFFICIAL_METADATA,
    recognises=_root,
    read=_papers,
    describe=_kind_and_session,
)

"""The format of KVR documents."""

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, KindAndSession, Lookups
from kv2rdf.sources.kvr.document import read_kvr_document
from kv2rdf.sources.kvr.size import check_size
from kv2rdf.sources.kvr.vindplaats import read_only_vindplaats
from kv2rdf.sources.markup.xml_node import Node


def _root(content: DocumentContent) -> Node | None:
    """Return the root element of a KVR document, or None for any other document.

    Raises ReadError if the document has a document type or is in a namespace, or if another XML
    parser could read different words from the same bytes.
    """
    root = content.checked_element("kvr")
    return root.without_document_type().without_namespace() if root is not None else None


def _papers(source: Source, root: Node, lookups: Lookups) -> tuple[Paper, ...]:
    check_size(root)
    return (read_kvr_document(source, root, lookups),)


def _kind_and_session(root: Node, lookups: Lookups) -> KindAndSession:
    """Return the kind and session in the Vindplaats, or UNKNOWN and None if it is unreadable."""
    try:
        printed = read_only_vindplaats(root.one("meta"), lookups.get("vindplaats", {}))
    except ReadError:
        return SourceKind.UNKNOWN, None
    return printed.kind, printed.session_year


KVR = Format(
    name="KVR XML",
    kind=SourceKind.KVR,
    recognises=_root,
    read=_papers,
    describe=_kind_and_session,
)

"""XML that is invalid or is not a publication."""

from kv2rdf.errors import ReadError
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import format_of_other_files


def _reason(content: DocumentContent) -> str | None:
    """Return a description of an XML document, or None if the document is not XML.

    Raises ReadError if the XML is invalid.
    """
    root = content.xml
    if isinstance(root, ReadError):
        raise root
    return None if root is None else f"XML of another kind ({root.without_document_type().tag})"


OTHER_XML = format_of_other_files("other XML", _reason)

"""Any other files: text that is not a publication, and binary files."""

from kv2rdf.errors import ReadError
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import format_of_other_files


def _reason(content: DocumentContent) -> str:
    if isinstance(content.text, ReadError):
        return "bytes that are no text"
    return "text that is no publication we know"


OTHER_TEXT = format_of_other_files("other file", _reason)

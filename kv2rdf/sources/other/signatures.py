"""Files that are recognised by their first bytes."""

from collections.abc import Callable

from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import format_of_other_files


def _reason(start: bytes, reason: str) -> Callable[[DocumentContent], str | None]:
    return lambda content: reason if content.raw.startswith(start) else None


PDF = format_of_other_files("PDF", _reason(b"%PDF-", "a PDF"))
ARCHIVE = format_of_other_files("zip or ODT", _reason(b"PK\x03\x04", "a zip archive or an ODT"))
IMAGE = format_of_other_files("PNG image", _reason(b"\x89PNG", "an image"))

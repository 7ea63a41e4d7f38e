"""The format of papers that are HTML web pages."""

import re

from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import format_without_reader

_TAG = "html"
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html[^\[>]*>|<html[\s>])",
    re.IGNORECASE,
)


def _is_html(content: DocumentContent) -> bool:
    """Whether a document is XHTML or begins like HTML. HTML need not be well-formed XML."""
    return content.element(_TAG) is not None or _START.match(content.raw) is not None


HTML = format_without_reader("HTML", _TAG, _is_html)

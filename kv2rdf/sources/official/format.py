"""The format of official XML, which is not read yet."""

from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import format_without_reader

_TAG = "officiele-publicatie"


def _is_official(content: DocumentContent) -> bool:
    return content.element(_TAG) is not None


OFFICIAL = format_without_reader("official XML", _TAG, _is_official)

"""JSON and JSON Lines that are invalid or contain no record of a known format."""

import json

import msgspec

from kv2rdf.errors import ReadError
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import format_of_other_files


def _reason(content: DocumentContent) -> str | None:
    """Return a description of a JSON document, or None if a document is not JSON.

    Raises ReadError if the JSON, or a line of JSON Lines, is broken.
    """
    text = content.text
    if isinstance(text, ReadError) or not text.lstrip().startswith(("{", "[")):
        return None
    error = _error(text)
    if error is not None and (lines := _json_lines(text)):
        error = next(filter(None, map(_error, lines)), None)
    if error is not None:
        raise ReadError(content.document.id, "JSON", f"broken: {error}")
    return "JSON that is no record we know"


def _json_lines(text: str) -> list[str]:
    """Return the lines of JSON Lines, or () if neither of the first two lines is JSON."""
    lines = [line for line in text.split("\n") if line.strip()]
    starts = [line for line in lines[:2] if line.lstrip().startswith(("{", "["))]
    return lines if any(_error(line) is None for line in starts) else []


def _error(text: str) -> Exception | None:
    """Return the error in a text that is not valid JSON, or None if it is valid.

    NaN and unpaired surrogates are errors.
    """
    try:
        json.loads(text)
        msgspec.json.decode(text)
    except (ValueError, RecursionError) as error:
        return error
    return None


OTHER_JSON = format_of_other_files("other JSON", _reason)

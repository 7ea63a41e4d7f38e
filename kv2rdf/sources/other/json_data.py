"""JSON and JSON Lines that are invalid or contain no record of a known format."""

import json

import msgspec

from kv2rdf.errors import ReadError
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import format_of_other_files
from kv2rdf.sources.input.json_size import size_problem
from kv2rdf.sources.input.page_parts import PageError, page_parts

_SUFFIXES = (".json", ".jsonl", ".ndjson")


def _reason(content: DocumentContent) -> str | None:
    """Return a description of a JSON document, or None if the document is not JSON.

    Raises ReadError if the JSON, or a line of JSON Lines, is broken or exceeds a limit.
    """
    text = content.text
    if isinstance(text, ReadError) or not text.lstrip().startswith(("{", "[")):
        return None
    problem = _problem(text)
    if problem is not None and (lines := _json_lines(text)):
        problem = next(filter(None, map(_problem, lines)), None)
    if problem is not None:
        if not content.document.id.lower().endswith(_SUFFIXES):
            problem = f"{problem}. If the file is not JSON, leave it out of the input"
        raise ReadError(content.document.id, "JSON", problem)
    return "JSON that is no record we know"


def _json_lines(text: str) -> list[str]:
    """Return the lines of JSON Lines, or [] if the text is not JSON Lines.

    The text must have at least two lines, and one of the first two must be an object or an array.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    starts = [line for line in lines[:2] if line.lstrip().startswith(("{", "["))]
    return lines if len(lines) > 1 and any(_problem(line) is None for line in starts) else []


def _problem(text: str) -> str | None:
    """Return the reason why a text cannot be read as JSON, or None if it can be read.

    In an array or an OData page, the limits apply to each element separately.
    """
    content = text.encode()
    too_large = size_problem(content)
    if too_large is None:
        return _error(content)
    is_page = False
    try:
        for part in page_parts((content,)):
            is_page = is_page or part.is_element
            if problem := size_problem(part.content) or _error(part.content):
                return problem
    except PageError as error:
        return f"broken: {error}"
    return None if is_page else too_large


def _error(content: bytes) -> str | None:
    """Return a description of the error in JSON, or None if the JSON is valid.

    NaN and unpaired surrogates are errors.
    """
    try:
        json.loads(content)
        msgspec.json.decode(content)
    except (ValueError, RecursionError) as error:
        return f"broken: {error}"
    return None


OTHER_JSON = format_of_other_files("other JSON", _reason)

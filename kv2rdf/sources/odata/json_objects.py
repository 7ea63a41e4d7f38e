"""The JSON object of a record, and the check that it can be read without loss."""

import json
from typing import Any

import msgspec

from kv2rdf.errors import ReadError
from kv2rdf.sources.input.json_size import size_problem

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FIELDS = {"Nummer", "Soort", "Onderwerp"}


def record_object(content: bytes) -> dict[str, Any] | None:
    """Return the fields of a record of a case of any kind, or None for anything else.

    Invalid JSON is accepted if it can still be recognised as a record, for example if it contains
    NaN, half of a surrogate pair, or bytes that are not UTF-8. None is returned for JSON that
    exceeds a limit, because it is not parsed.
    """
    if size_problem(content) is not None:
        return None
    value = _valid_json(content)
    if value is None:
        value = _tolerant_json(content)
    return value if isinstance(value, dict) and value.keys() >= _FIELDS else None


def check_json(document: str, content: bytes) -> None:
    """Raise ReadError if a record is not valid JSON, or contains the same field twice."""
    if _valid_json(content) is None:
        problem = "broken: a number, a character or a byte that JSON does not allow"
        raise ReadError(document, "JSON", problem)
    repeated: list[str] = []

    def note_repeated(pairs: list[tuple[str, object]]) -> None:
        known: set[str] = set()
        for name, _ in pairs:
            if name in known:
                repeated.append(name)
            known.add(name)

    json.loads(content.removeprefix(_BYTE_ORDER_MARK), object_pairs_hook=note_repeated)
    if repeated:
        raise ReadError(document, repeated[0][:60], "is given twice")


def _valid_json(content: bytes) -> object:
    try:
        return msgspec.json.decode(content.removeprefix(_BYTE_ORDER_MARK))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _tolerant_json(content: bytes) -> object:
    text = content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "replace")
    if not text.lstrip().startswith("{"):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None

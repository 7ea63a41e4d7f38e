"""JSON as read by the audit: the values of records, and whether a text is JSON."""

import codecs
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any, NoReturn

from kv2rdf.audit.records.listed_values import (
    BrokenListError,
    CutListError,
    is_balanced,
    listed_values,
)

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|.)", re.DOTALL)
_FIELDS_OF_A_RECORD = {"Nummer", "Soort", "Onderwerp"}
_ERRORS = (ValueError, RecursionError)
_PIECE = 1 << 20
_MOST_VALUES = 100_000
_MOST_DEPTH = 32
_COUNTED = re.compile(
    rb'(?P<text>"(?:\\.|[^"\\])*+"?)'
    rb"|(?P<empty>\[[ \t\r\n]*+\]|\{[ \t\r\n]*+\}|\[[ \t\r\n]*+\}|\{[ \t\r\n]*+\])"
    rb"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)",
    re.DOTALL,
)


def record_value(content: bytes) -> dict[str, Any] | None:
    """Return the fields of a record of a case, or None if ``content`` is anything else.

    A record that contains unpaired surrogates or bytes that are not UTF-8 is also returned,
    although it must not be published. None is returned for a record that is too large (see
    ``is_too_large``).
    """
    if is_too_large(content):
        return None
    text = content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "replace")
    if not text.lstrip().startswith("{"):
        return None
    try:
        value = json.loads(text)
    except _ERRORS:
        return None
    is_record = isinstance(value, dict) and value.keys() >= _FIELDS_OF_A_RECORD
    return value if is_record else None


def is_too_large(content: bytes) -> bool:
    """Whether JSON contains more than 100,000 values or more than 32 levels of nesting."""
    brackets = content.count(b"{") + content.count(b"[")
    if brackets <= _MOST_DEPTH and brackets + content.count(b",") < _MOST_VALUES:
        return False
    count, depth = 1, 0
    for found in _COUNTED.finditer(content):
        kind = found.lastgroup
        count += kind in {"open", "comma"}
        depth += {"open": 1, "close": -1}.get(kind or "", 0)
        if count > _MOST_VALUES or depth + (kind == "empty") > _MOST_DEPTH:
            return True
    return False


def is_valid_json(content: bytes) -> bool:
    """Whether ``content`` is a single JSON value in UTF-8, without unpaired surrogates.

    If the value is too large, only its encoding and its structure are checked (see
    ``is_balanced``).
    """
    content = content.removeprefix(_BYTE_ORDER_MARK)
    try:
        pieces = (content[at : at + _PIECE] for at in range(0, len(content), _PIECE))
        deque(codecs.iterdecode(pieces, "utf-8"), maxlen=0)
    except UnicodeDecodeError:
        return False
    return _is_parsed(content)


def has_listed_record(chunks: Iterator[bytes], longest: int, *, is_whole: bool) -> bool:
    """Whether an array or an OData page contains a record of at most ``longest`` bytes.

    If ``is_whole`` is true, all values must be valid JSON of at most ``longest`` bytes. If it is
    false, the end of the array or page may be missing.
    """
    has_record = False
    try:
        for value in listed_values(chunks, longest):
            if is_whole and not _is_parsed(value.content):
                return False
            if value.is_listed and not has_record:
                has_record = record_value(value.content) is not None
    except CutListError:
        return has_record and not is_whole
    except BrokenListError:
        return False
    return has_record


def _is_parsed(content: bytes) -> bool:
    """Whether the bytes are a JSON value.

    If the value is too large, only its structure is checked (see ``is_balanced``).
    """
    if is_too_large(content):
        return is_balanced(content)
    text = content.decode("utf-8", "surrogateescape")
    try:
        # Numbers are kept as text, because Python refuses to convert more than 4,300 digits.
        json.loads(text, parse_constant=_refuse, parse_int=str)
    except _ERRORS:
        return False
    return not _has_half_characters(text)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _has_half_characters(text: str) -> bool:
    """Whether an escape in valid JSON is one half of a surrogate pair without the other half."""
    if "\\u" not in text:
        return False
    end, is_open = -1, False
    for found in _ESCAPE.finditer(text):
        code = int(found[1] or "0", 16)
        is_low = 0xDC00 <= code <= 0xDFFF
        if is_open != (is_low and found.start() == end) or (is_low and not is_open):
            return True
        is_open, end = 0xD800 <= code <= 0xDBFF, found.end()
    return is_open

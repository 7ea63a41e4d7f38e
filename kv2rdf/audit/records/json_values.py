"""The parsing of JSON into the bytes of each value, and into the fields of records."""

import json
import re
from collections.abc import Generator, Iterator
from typing import Any, NoReturn

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SPACE = re.compile(r"[ \t\n\r]*")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|.)", re.DOTALL)
_FIELDS_OF_A_RECORD = {"Nummer", "Soort", "Onderwerp"}
_ERRORS = (ValueError, RecursionError)
# Numbers are kept as text, because Python refuses to convert more than 4,300 digits.


def record_value(content: bytes) -> dict[str, Any] | None:
    """Return the fields of a record of a case, or None if ``content`` is anything else.

    The record is returned even if it contains unpaired surrogates or bytes that are not UTF-8,
    although it must be held back.
    """
    text = content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "replace")
    if not text.lstrip().startswith("{"):
        return None
    try:
        value = json.loads(text)
    except _ERRORS:
        return None
    is_record = isinstance(value, dict) and value.keys() >= _FIELDS_OF_A_RECORD
    return value if is_record else None


def is_valid_json(content: bytes) -> bool:
    """Whether ``content`` is a single JSON value in UTF-8, without unpaired surrogates."""
    try:
        text = content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
        json.loads(text, parse_constant=_refuse, parse_int=str)
    except _ERRORS:
        return False
    return not _has_half_characters(text)


def listed_values(content: bytes) -> list[bytes]:
    """Return the bytes of each value in an array or in an OData page (``{"value": [ … ]}``).

    The list is empty if ``content`` is anything else.
    """
    text = content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "surrogateescape")
    try:
        values = list(_values(text))
    except _ERRORS:
        return []
    if _has_half_characters(text):
        return []
    return [value.encode("utf-8", "surrogateescape") for value in values]


def _values(text: str) -> Iterator[str]:
    """Yield the text of each value in an array or a page. Raises ValueError for other text."""
    decoder = json.JSONDecoder(parse_constant=_refuse, parse_int=str)
    at = _skip(text, 0)
    if text[at : at + 1] == "[":
        at = yield from _array(text, at, decoder)
    elif text[at : at + 1] == "{":
        at = yield from _page(text, at, decoder)
    else:
        raise ValueError("neither an array nor an object")
    if _skip(text, at) != len(text):
        raise ValueError("something follows")


def _page(text: str, at: int, decoder: json.JSONDecoder) -> Generator[str, None, int]:
    has_values = False
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        name, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        if not isinstance(name, str) or text[at : at + 1] != ":":
            raise ValueError("not a name and a value")
        at = _skip(text, at + 1)
        if name == "value":
            if text[at : at + 1] != "[":
                raise ValueError("the value is not an array")
            has_values = True
            at = yield from _array(text, at, decoder)
        else:
            _, at = decoder.raw_decode(text, at)
        at = _next(text, at, "}")
    if not has_values:
        raise ValueError("no values")
    return at + 1


def _array(text: str, at: int, decoder: json.JSONDecoder) -> Generator[str, None, int]:
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        start = at
        _, at = decoder.raw_decode(text, at)
        yield text[start:at]
        at = _next(text, at, "]")
    return at + 1


def _next(text: str, at: int, closing: str) -> int:
    """Return the offset of the next item after a comma, or of the closing bracket."""
    at = _skip(text, at)
    if text[at : at + 1] == closing:
        return at
    following = _skip(text, at + 1)
    if text[at : at + 1] != "," or text[following : following + 1] == closing:
        raise ValueError("not a list of items")
    return following


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


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

"""The records in a JSON file. Each record is a separate document.

A file with records is JSON Lines, an OData page (``{"value": [ … ]}``), or an array. JSON Lines are
read line by line, so such a file may have any size. A page or an array is read as a whole, so it
must not be larger than MAX_DOCUMENT_BYTES. Its records consist of exactly the bytes in the file.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.file_content import (
    ByteStream,
    FileContent,
    capped_content,
    whole_file,
)

RecordNumber = Callable[[bytes], str | None]
"""Takes the bytes of a record, and returns its number.

It returns an empty string for a record without a number, and None for a record of another format.
"""

_PARSE_ERRORS = (msgspec.DecodeError, RecursionError, UnicodeDecodeError)
_BETWEEN_FIELDS = re.compile(r"[ \t\r\n,]*")
_BEFORE_VALUE = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")


class _Page(msgspec.Struct):
    value: list[msgspec.Raw]


def documents_in_file(
    name: str, stream: ByteStream, record_numbers: Sequence[RecordNumber]
) -> Iterator[FileContent]:
    """Yield the records in a file or, if it contains no record of a known format, the whole file.

    A record is of a known format if one of ``record_numbers`` returns a string for it. A page or an
    array is split if at least one of its records is of a known format, and JSON Lines if one of the
    first two lines is. A record that has no number, or is of an unknown format, is numbered by its
    position. In JSON Lines, that is the number of the line.
    """

    def is_known(record: bytes) -> bool:
        return any(number(record) is not None for number in record_numbers)

    head, lines = _head(stream) if record_numbers else (b"", [])
    is_lines = len(lines) == 2 and any(map(is_known, lines))
    records: Iterable[bytes] = ()
    if is_lines and _is_json(lines[0]):
        records = _lines(stream, head)
    elif lines:  # The first line is broken, or is part of a value that spans several lines.
        head += stream.read(file_content.MAX_DOCUMENT_BYTES + 1 - len(head))
        elements = _elements(head)
        if any(map(is_known, elements)):
            records = elements
        elif is_lines and not _is_json(head):
            records = _lines(stream, head)
    if not records:
        yield whole_file(name, stream, head)
    for ordinal, record in enumerate(records, start=1):
        if record:
            number = next(filter(None, (number(record) for number in record_numbers)), "")
            yield capped_content(name, record, number or str(ordinal))


def _head(stream: ByteStream) -> tuple[bytes, list[bytes]]:
    """Return all bytes up to the end of the second line that is not blank, and the first two lines.

    The list of lines is empty if the file does not begin like JSON. Blank lines do not count.
    """
    head, lines = b"", list[bytes]()
    while len(lines) < 2 and len(head) <= file_content.MAX_DOCUMENT_BYTES:
        line = stream.readline(file_content.MAX_DOCUMENT_BYTES + 1 - len(head))
        if not line:
            break
        head += line
        if stripped := (line if lines else line.removeprefix(codecs.BOM_UTF8)).strip():
            lines.append(stripped)
        if lines and lines[0][:1] not in {b"{", b"["}:
            return head, []
    return head, lines


def _lines(stream: ByteStream, head: bytes) -> Iterator[bytes]:
    """Yield the lines of ``head`` and then those of ``stream``, without white space at their ends.

    A line that is too long for a document is cut off one byte after the limit, so that
    ``capped_content`` detects it.
    """
    *lines, line = head.removeprefix(codecs.BOM_UTF8).split(b"\n")
    yield from (each.strip() for each in lines)
    longest = file_content.MAX_DOCUMENT_BYTES + 1
    line += stream.readline(longest - len(line))
    while line:
        is_cut = len(line) == longest and not line.endswith(b"\n")
        yield line if is_cut else line.strip()
        while len(line) == longest and not line.endswith(b"\n"):
            line = stream.readline(longest)
        line = stream.readline(longest)


def _elements(content: bytes) -> list[bytes]:
    """Return the elements of a page or an array, or an empty list for any other content."""
    content = content.removeprefix(codecs.BOM_UTF8)
    if len(content) > file_content.MAX_DOCUMENT_BYTES:
        return []
    try:
        if content.lstrip().startswith(b"["):
            return _array_elements(content)
        elements = [bytes(raw) for raw in msgspec.json.decode(content, type=_Page).value]
        may_have_more = content.count(b'"value"') > 1 or b"\\u" in content
        return _elements_of_all_arrays(content.decode()) if may_have_more else elements
    except _PARSE_ERRORS:
        return []


def _array_elements(content: bytes | str) -> list[bytes]:
    return [bytes(raw) for raw in msgspec.json.decode(content, type=list[msgspec.Raw])]


def _elements_of_all_arrays(page: str) -> list[bytes]:
    """Return the elements of a page in which ``value`` may be given more than once.

    msgspec, like most parsers, would return only the last array.
    """
    decoder = json.JSONDecoder(parse_int=str, parse_float=str)
    elements = list[bytes]()
    at = page.index("{") + 1
    while page[(at := _after(_BETWEEN_FIELDS, page, at))] != "}":
        name, at = decoder.raw_decode(page, at)
        start = _after(_BEFORE_VALUE, page, at)
        _, at = decoder.raw_decode(page, start)
        if name == "value":
            elements += _array_elements(page[start:at])
    return elements


def _after(separator: re.Pattern[str], page: str, at: int) -> int:
    found = separator.match(page, at)
    return found.end() if found else at


def _is_json(content: bytes) -> bool:
    try:
        msgspec.json.decode(content.removeprefix(codecs.BOM_UTF8), type=Any)
    except _PARSE_ERRORS:
        return False
    return True

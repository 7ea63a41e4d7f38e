"""The records in a JSON file. Each record is a separate document.

A file with records is JSON Lines, an OData page (``{"value": [ … ]}``), or an array. It is read
line by line or element by element, so it may have any size. The bytes of a record are exactly those
in the file.
"""

import codecs
import hashlib
from collections.abc import Callable, Iterator, Sequence

import msgspec

from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.file_content import (
    ByteStream,
    FileContent,
    capped_content,
    whole_file,
)
from kv2rdf.sources.input.json_lines import all_lines, first_lines
from kv2rdf.sources.input.json_size import size_problem
from kv2rdf.sources.input.page_parts import CutPageError, PageError, is_one_value, page_parts

RecordNumber = Callable[[bytes], str | None]
"""A function that takes the bytes of a record and returns its number.

It returns an empty string for a record without a number, and None for a record of another format.
"""

_CHUNK_BYTES = 256 * 1024


def documents_in_file(
    name: str, stream: ByteStream, record_numbers: Sequence[RecordNumber]
) -> Iterator[FileContent]:
    """Yield the records in a file or, if it contains no record of a known format, the whole file.

    The format of a record is known if one of ``record_numbers`` returns a string for it. A page or
    an array is split if the format of at least one of its records is known, and JSON Lines are
    split if this is true of one of the first two lines. A record without a number, or in an unknown
    format, is numbered by its position, which in JSON Lines is the number of the line.

    If a page or an array is larger than a document may be, only its beginning, up to that size, is
    checked before it is split. The beginning must contain a record in a known format, and must not
    contain an error. If there is an error after the beginning, the records before the error are
    yielded, followed by a document for the file itself, with the problem and without bytes.
    """

    def is_known(record: bytes) -> bool:
        return any(number(record) is not None for number in record_numbers)

    head, lines = first_lines(stream) if record_numbers else (b"", [])
    is_begun, may_be_lines = bool(lines), len(lines) == 2 and any(map(is_known, lines))
    is_lines = may_be_lines and _is_json(lines[0])
    del lines  # The lines may be large.
    is_page = False
    if is_begun and not is_lines:  # The first line is broken, or a value spans several lines.
        head += stream.read(file_content.MAX_DOCUMENT_BYTES + 1 - len(head))
        is_page = _is_page(head, is_known)
        is_lines = may_be_lines and not is_page and not _is_json(head)
    if not is_page and not is_lines:
        yield whole_file(name, stream, head)
        return
    identity = hashlib.sha256(head).hexdigest() if is_page else ""
    records = all_lines(stream, head) if is_lines else _elements(stream, head)
    del head  # The head may be as large as a document.
    try:
        for ordinal, record in enumerate(records, start=1):
            if record:
                number = next(filter(None, (number(record) for number in record_numbers)), "")
                yield capped_content(name, record, number or str(ordinal))
    except PageError as error:
        yield FileContent(name, b"", f"{error}; the records before it are read", identity=identity)


def _elements(stream: ByteStream, head: bytes) -> Iterator[bytes]:
    """Yield the elements of a page or array that consists of ``head`` followed by ``stream``."""
    chunks = _chunks(stream, head)
    del head
    yield from (part.content for part in page_parts(chunks) if part.is_element)


def _chunks(stream: ByteStream | None, head: bytes) -> Iterator[bytes]:
    for at in range(0, len(head), _CHUNK_BYTES):
        yield head[at : at + _CHUNK_BYTES]
    del head
    while stream is not None and (chunk := stream.read(_CHUNK_BYTES)):
        yield chunk


def _is_page(head: bytes, is_known: Callable[[bytes], bool]) -> bool:
    """Whether a file is a page or an array with a record of a known format.

    ``head`` is the whole file or, if the file is larger than a document may be, its beginning. Each
    part of a whole file must be valid JSON. ``is_known`` returns whether a record has a known
    format.
    """
    is_cut = len(head) > file_content.MAX_DOCUMENT_BYTES
    has_known = False
    try:
        for part in page_parts(_chunks(None, head)):
            if not is_cut and not _is_parsed(part.content):
                return False
            has_known = has_known or (part.is_element and is_known(part.content))
    except CutPageError:
        return is_cut and has_known
    except PageError:
        return False
    return has_known


def _is_json(content: bytes) -> bool:
    """Whether the bytes are one JSON value in UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(None, content):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return _is_parsed(content.removeprefix(codecs.BOM_UTF8))


def _is_parsed(content: bytes) -> bool:
    """Whether a JSON value is valid.

    If it is too large for a record, only its structure is checked.
    """
    if size_problem(content) is not None:
        return is_one_value(content)
    try:
        msgspec.json.decode(content, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True

"""The documents in a file: its records if it contains records, or else the file itself.

A file that contains records is JSON Lines, an array, or an OData page. JSON Lines are read line by
line.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kv2rdf.audit.archives.member import MAX_BYTES, AuditInput, read_document, short_name
from kv2rdf.audit.records.json_values import is_valid_json, listed_values, record_value

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONGEST = MAX_BYTES + 1
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9._-]")


def read_documents(names: Sequence[str], chunks: Iterable[bytes]) -> Iterator[AuditInput]:
    """Yield the documents in a file, once for each name of the file.

    A document that is too large is yielded without bytes.
    """
    file = _Lines(chunk for chunk in chunks if chunk)  # an empty chunk is not the end
    head, first_lines = _head(file)
    is_lines = len(first_lines) == 2 and any(map(_is_record, first_lines))
    records: Iterable[bytes] = ()
    if is_lines and is_valid_json(first_lines[0]):
        records = _lines(file, head)
    elif first_lines:
        head += file.take(_LONGEST - len(head))
        values = listed_values(head) if len(head) < _LONGEST else []
        if any(map(_is_record, values)):
            records = values
        elif is_lines and not is_valid_json(head):
            records = _lines(file, head)
    if not records:
        if len(head) < _LONGEST:
            document = read_document("", _rest(file, head))
        else:  # It is not copied, because it is as large as the memory for a document may be.
            document = AuditInput("", b"", hashlib.sha256(head).hexdigest())
        for name in names:
            yield AuditInput(short_name(name), document.content, document.identity)
        return
    for ordinal, record in enumerate(records, start=1):
        if record:
            yield from _record_documents(names, record, ordinal)


def _record_documents(names: Sequence[str], record: bytes, ordinal: int) -> Iterator[AuditInput]:
    value = record_value(record)
    number = value["Nummer"] if value is not None else None
    number = number if isinstance(number, str) and number else str(ordinal)
    identity = hashlib.sha256(record).hexdigest() if len(record) > MAX_BYTES else ""
    for name in names:
        in_id = f"{short_name(name)}-{_NOT_IN_ID.sub('_', number)}"
        yield AuditInput(in_id, b"" if identity else record, identity)


def _is_record(content: bytes) -> bool:
    return record_value(content) is not None


@dataclass(slots=True)
class _Lines:
    """A file that is read in chunks and consumed line by line."""

    chunks: Iterator[bytes]
    _rest: bytearray = field(default_factory=bytearray)

    def line(self, longest: int) -> bytes:
        """Return the next line with its line feed, or ``longest`` bytes of a longer line."""
        searched = 0
        while (end := self._rest.find(b"\n", searched)) < 0 and len(self._rest) < longest:
            searched = len(self._rest)
            if not (chunk := next(self.chunks, b"")):
                break
            self._rest += chunk
        return self._cut(min(len(self._rest) if end < 0 else end + 1, longest))

    def take(self, length: int) -> bytes:
        """Return the next ``length`` bytes, or fewer if the file ends before that."""
        while len(self._rest) < length and (chunk := next(self.chunks, b"")):
            self._rest += chunk
        return self._cut(min(len(self._rest), max(length, 0)))

    def _cut(self, length: int) -> bytes:
        with memoryview(self._rest) as rest:
            taken = bytes(rest[:length])
        del self._rest[:length]
        return taken


def _head(file: _Lines) -> tuple[bytes, list[bytes]]:
    """Return the beginning of a file, and its first two lines that are not blank.

    The list of lines is empty if the file does not begin like JSON.
    """
    head, size = list[bytes](), 0
    lines = list[bytes]()
    while len(lines) < 2 and size < _LONGEST and (line := file.line(_LONGEST - size)):
        head.append(line)
        size += len(line)
        content = (line if lines else line.removeprefix(_BYTE_ORDER_MARK)).strip()
        if content:
            lines.append(content)
        if lines and lines[0][:1] not in (b"{", b"["):
            lines = []
            break
    return b"".join(head), lines


def _lines(file: _Lines, head: bytes) -> Iterator[bytes]:
    """Yield the lines of a file whose beginning is ``head``.

    A line that is too long for a document is cut off one byte after the maximum size of a document.
    """
    *whole, begun = head.removeprefix(_BYTE_ORDER_MARK).split(b"\n")
    yield from (line.strip() for line in whole)
    line = begun + file.line(_LONGEST - len(begun))
    while line:
        is_cut = len(line) == _LONGEST and not line.endswith(b"\n")
        yield line if is_cut else line.strip()
        while len(line) == _LONGEST and not line.endswith(b"\n"):
            line = file.line(_LONGEST)
        line = file.line(_LONGEST)


def _rest(file: _Lines, head: bytes) -> Iterator[bytes]:
    yield head
    while chunk := file.take(1 << 18):
        yield chunk

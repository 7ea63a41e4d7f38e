"""The documents in a file: its records if it contains records, or else the file itself.

A file that contains records is JSON Lines, an array, or an OData page. JSON Lines are read line by
line.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kv2rdf.audit.archives import member
from kv2rdf.audit.archives.file_lines import FileLines
from kv2rdf.audit.archives.member import AuditInput, read_document, short_name
from kv2rdf.audit.records.json_values import has_listed_record, is_valid_json, record_value
from kv2rdf.audit.records.listed_values import BrokenListError, listed_values

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9._-]")
_CHUNK = 1 << 18


def read_documents(names: Sequence[str], chunks: Iterable[bytes]) -> Iterator[AuditInput]:
    """Yield the documents in a file, once for each name of the file.

    A document that is too large is yielded without bytes. If an array or an OData page is larger
    than a document may be, and an error occurs beyond that size, the records before the error are
    yielded, followed by the file itself without bytes. be, and has an error beyond that size, its
    records are yielded, followed by the page itself without bytes.
    """
    longest = member.MAX_BYTES + 1
    file = FileLines(chunk for chunk in chunks if chunk)  # An empty chunk does not end the file.
    head, first_lines = file.head(longest)
    is_json, has_lines = (
        bool(first_lines),
        len(first_lines) == 2 and any(map(_is_record, first_lines)),
    )
    is_lines = has_lines and is_valid_json(first_lines[0])
    first_lines.clear()  # The lines may be as large as the head.
    is_page = False
    if is_json and not is_lines:
        head += file.take(longest - len(head))
        is_whole = len(head) < longest
        is_page = has_listed_record(_pieces(head), longest, is_whole=is_whole)
        is_lines = has_lines and not is_page and not is_valid_json(head)
    if not is_lines and not is_page:
        yield from _whole_file(names, file, head)
        return
    identity = hashlib.sha256(head).hexdigest()
    records = file.lines(head, longest) if is_lines else _records(file, head, longest)
    del head  # The head may be as large as a document.
    try:
        for ordinal, record in enumerate(records, start=1):
            if record:
                yield from _record_documents(names, record, ordinal)
    except BrokenListError:
        for name in names:
            yield AuditInput(short_name(name), b"", identity)


def _whole_file(names: Sequence[str], file: FileLines, head: bytes) -> Iterator[AuditInput]:
    if len(head) <= member.MAX_BYTES:
        document = read_document("", chain((head,), _rest(file)))
    else:  # The head is not copied, because it may be as large as a document.
        document = AuditInput("", b"", hashlib.sha256(head).hexdigest())
    for name in names:
        yield AuditInput(short_name(name), document.content, document.identity)


def _records(file: FileLines, head: bytes, longest: int) -> Iterator[bytes]:
    chunks = chain(_pieces(head), _rest(file))
    del head
    for value in listed_values(chunks, longest):
        if value.is_listed:
            yield value.content


def _pieces(head: bytes) -> Iterator[bytes]:
    yield from (head[at : at + _CHUNK] for at in range(0, len(head), _CHUNK))


def _rest(file: FileLines) -> Iterator[bytes]:
    while chunk := file.take(_CHUNK):
        yield chunk


def _record_documents(names: Sequence[str], record: bytes, ordinal: int) -> Iterator[AuditInput]:
    value = record_value(record)
    number = value["Nummer"] if value is not None else None
    number = number if isinstance(number, str) and number else str(ordinal)
    identity = hashlib.sha256(record).hexdigest() if len(record) > member.MAX_BYTES else ""
    for name in names:
        in_id = f"{short_name(name)}-{_NOT_IN_ID.sub('_', number)}"
        yield AuditInput(in_id, b"" if identity else record, identity)


def _is_record(content: bytes) -> bool:
    return record_value(content) is not None

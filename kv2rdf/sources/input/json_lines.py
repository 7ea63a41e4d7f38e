"""The lines of a file. In JSON Lines, each line is a record."""

import codecs
from collections.abc import Iterator

from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.file_content import ByteStream


def first_lines(stream: ByteStream) -> tuple[bytes, list[bytes]]:
    """Return the beginning of a file, and the first two lines in it, apart from blank lines.

    The beginning ends with the second of these lines, or one byte after the maximum size of a
    document. The list contains fewer lines if the file does, and is empty if the file does not
    begin like JSON.
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


def all_lines(stream: ByteStream, head: bytes) -> Iterator[bytes]:
    """Yield the lines of ``head`` followed by ``stream``, without white space around them.

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

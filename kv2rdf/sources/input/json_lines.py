"""The lines of a file. In JSON Lines, each line is a record."""

import codecs
from collections.abc import Iterator

from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.file_content import ByteStream


def first_lines(stream: ByteStream) -> tuple[bytes, list[bytes]]:
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


def all_lines(stream: ByteStream, head: bytes) -> Iterator[bytes]:
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

"""A file that is read in chunks and consumed line by line."""

from collections.abc import Iterator
from dataclasses import dataclass, field

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
class FileLines:
    """The unread chunks of a file, and the bytes that were read but not consumed."""

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

    def head(self, longest: int) -> tuple[bytes, list[bytes]]:
        """Return the beginning of the file, and its first two lines that are not blank.

        The beginning has at most ``longest`` bytes. The list of lines is empty if the file does not
        begin like JSON.
        """
        head, size = list[bytes](), 0
        lines = list[bytes]()
        while len(lines) < 2 and size < longest and (line := self.line(longest - size)):
            head.append(line)
            size += len(line)
            content = (line if lines else line.removeprefix(_BYTE_ORDER_MARK)).strip()
            if content:
                lines.append(content)
            if lines and lines[0][:1] not in (b"{", b"["):
                lines = []
                break
        return b"".join(head), lines

    def lines(self, head: bytes, longest: int) -> Iterator[bytes]:
        """Yield the lines of the file. Its beginning, ``head``, has already been read.

        A line of more than ``longest`` bytes is truncated.
        """
        *whole, begun = head.removeprefix(_BYTE_ORDER_MARK).split(b"\n")
        yield from (line.strip() for line in whole)
        line = begun + self.line(longest - len(begun))
        while line:
            is_cut = len(line) == longest and not line.endswith(b"\n")
            yield line if is_cut else line.strip()
            while len(line) == longest and not line.endswith(b"\n"):
                line = self.line(longest)
            line = self.line(longest)

    def _cut(self, length: int) -> bytes:
        with memoryview(self._rest) as rest:
            taken = bytes(rest[:length])
        del self._rest[:length]
        return taken

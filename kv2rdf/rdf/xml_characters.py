"""The characters that XML 1.0 allows (https://www.w3.org/TR/xml/#charsets)."""

import re
from typing import IO

_REFUSED = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_REPLACEMENT = "\ufffd".encode()
_CUT_CHARACTER = re.compile(rb"\xef\xbf?\Z")


def allowed_xml(content: bytes) -> bytes:
    """Return XML in UTF-8 without the characters that XML does not allow, such as U+000B.

    Each of them is replaced by U+FFFD. A carriage return is replaced by a character reference,
    because a parser would read the character itself as a line feed.
    """
    return _REFUSED.sub(_REPLACEMENT, content).replace(b"\r", b"&#13;")


class AllowedXmlWriter:
    """A writer that changes XML in UTF-8 as ``allowed_xml`` does, and writes it to a file."""

    def __init__(self, output: IO[bytes]) -> None:
        """Create a writer for ``output``."""
        self._output = output
        self._rest = b""

    def write(self, content: bytes) -> int:
        """Write a piece of the XML, and return the number of its bytes.

        A piece may end in the middle of a character.
        """
        whole = self._rest + content
        cut = _CUT_CHARACTER.search(whole)
        end = cut.start() if cut else len(whole)
        self._rest = whole[end:]
        self._output.write(allowed_xml(whole[:end]))
        return len(content)

    def flush(self) -> None:
        """Flush the output. An incomplete character at the end is kept until it is complete."""
        self._output.flush()

"""The accepted XML encodings, which all XML parsers decode in the same way."""

import re

from kv2rdf.errors import ReadError

_DECLARATION = re.compile(rb"""<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']""")
_WIDE = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"<\0\0\0": "UTF-32",
    b"\0\0\0<": "UTF-32",
    b"\xff\xfe": "UTF-16LE",
    b"\xfe\xff": "UTF-16BE",
    b"<\0": "UTF-16LE",
    b"\0<": "UTF-16BE",
}
"""Maps the first bytes of a document to a Unicode encoding other than UTF-8, longest first."""

_MARK_OF_UTF_8 = b"\xef\xbb\xbf"
_OF_ONE_BYTE = {"US-ASCII", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252"}
READ = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", *_OF_ONE_BYTE}
"""The names of the accepted encodings, in capitals."""


def check_encoding(document: str, xml: bytes) -> None:
    """Raise ReadError if the encoding of XML is not in ``READ`` or is not the declared encoding.

    Programs differ in how they decode the bytes of such a document.
    """
    declared = _declared(xml)
    used = next((name for start, name in _WIDE.items() if xml.startswith(start)), "UTF-8")
    if used == "UTF-32" or declared not in {None, *READ}:
        raise ReadError(document, "encoding", f"{declared or used} is not read")
    if declared is None:
        return
    is_wide = used != "UTF-8"
    if is_wide or xml.startswith(_MARK_OF_UTF_8):
        contradicts = declared not in ({"UTF-16", used} if is_wide else {used})
    else:
        contradicts = declared in _OF_ONE_BYTE and not xml.isascii() and _is_utf_8(xml)
    if contradicts:
        raise ReadError(document, "encoding", f"declared as {declared}, but the bytes are {used}")


def _declared(xml: bytes) -> str | None:
    """Return the declared encoding in capitals, or None if none is declared.

    Zero bytes are ignored, so that a declaration in UTF-16 is also found.
    """
    start = xml[: xml.find(b">") + 1].replace(b"\0", b"").removeprefix(_MARK_OF_UTF_8)
    found = _DECLARATION.match(start.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff"))
    return found[1].decode("ascii", "backslashreplace").upper() if found else None


def _is_utf_8(xml: bytes) -> bool:
    try:
        xml.decode()
    except UnicodeDecodeError:
        return False
    return True

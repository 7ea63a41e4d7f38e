"""The content of a document as bytes, text and XML. Each form is computed at most once."""

from dataclasses import dataclass
from functools import cached_property

from kv2rdf.errors import ReadError
from kv2rdf.sources.input.documents import InputDocument, content_of
from kv2rdf.sources.markup.document_encoding import check_encoding
from kv2rdf.sources.markup.second_parser import check_by_second_parser
from kv2rdf.sources.markup.xml_node import Node

_MARK_WRITTEN_TWICE = "\u00ef\u00bb\u00bf".encode()
"""The byte order mark of UTF-8 after its three bytes were themselves encoded as UTF-8."""

_XML_IN_EBCDIC = b"\x4c\x6f\xa7\x94"
"""The characters ``<?xm`` in any variant of EBCDIC (Appendix F of XML 1.0)."""


@dataclass(frozen=True)
class DocumentContent:
    """The content of an input document, which is passed to every format.

    ``xml`` and ``text`` return errors instead of raising them, because a document that is not valid
    XML or UTF-8 may still be valid in another format.
    """

    document: InputDocument

    @cached_property
    def raw(self) -> bytes:
        """The bytes. A byte order mark that was encoded as UTF-8 twice is removed.

        Raises ReadError if the document could not be loaded or is empty.
        """
        return content_of(self.document).removeprefix(_MARK_WRITTEN_TWICE)

    @cached_property
    def xml(self) -> Node | ReadError | None:
        """The root element, an error if the XML cannot be parsed, or None if there is no XML.

        A document is treated as XML if its first character other than white space is ``<``. XML in
        EBCDIC cannot be parsed.
        """
        if self.raw.startswith(_XML_IN_EBCDIC):
            return ReadError(self.document.id, "encoding", "EBCDIC is not read")
        start = self.raw[:512].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
        if not start.startswith(b"<"):
            return None
        try:
            return Node.parse(self.document.id, self.raw)
        except ReadError as error:
            return error

    @cached_property
    def text(self) -> str | ReadError:
        """The text, or an error if the bytes are not UTF-8."""
        try:
            return self.raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return ReadError(self.document.id, f"byte {error.start}", "is not UTF-8")

    def element(self, tag: str) -> Node | None:
        """Return the root element, or None if it cannot be parsed or does not have this tag."""
        root = self.xml
        return root if isinstance(root, Node) and root.tag == tag else None

    def checked_element(self, *tags: str) -> Node | None:
        """Return the root element if it has one of these tags, or None.

        Raises ReadError if another XML parser could read different words from the same bytes. The
        audit uses another parser, and must be able to read every published document.
        """
        root = next(filter(None, map(self.element, tags)), None)
        if root is not None:
            check_encoding(self.document.id, self.raw)
            check_by_second_parser(self.document.id, self.raw)
        return root

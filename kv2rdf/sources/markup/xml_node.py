"""XML that says where it went wrong: ``one`` means one, ``only`` means nothing else."""

from collections.abc import Iterator
from typing import Self

from lxml import etree
from msgspec import Struct

from kv2rdf.errors import ReadError

# Without ``collect_ids=False``: with it, lxml 6.1 reads an external DTD in spite of ``load_dtd``.
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    dtd_validation=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


class Node(Struct, frozen=True):
    """An element of a document, and the document it is in."""

    document: str
    element: etree._Element

    @classmethod
    def parse(cls, document: str, xml: bytes) -> Self:
        """Parse a document without touching anything outside it.

        Raises ReadError where it is not well formed, or where it has a DTD (the doctype of an HTML
        page is none) or an entity of its own, which would hide text (docs/threats.md).
        """
        try:
            root = etree.fromstring(xml, _PARSER)
        except etree.XMLSyntaxError as error:
            raise ReadError(document, f"line {error.lineno}", f"broken XML: {error.msg}") from error
        dtd = root.getroottree().docinfo.internalDTD
        if dtd is not None and (str(dtd.name).lower() != "html" or list(dtd.iterentities())):
            raise ReadError(document, f"<!DOCTYPE {dtd.name}>", "has a document type of its own")
        if (entity := next(root.iter(etree.Entity), None)) is not None:
            raise ReadError(document, str(entity.text), "has an entity of its own")
        return cls(document, root)

    @property
    def tag(self) -> str:
        """The name of the element, without its namespace."""
        return etree.QName(self.element).localname

    @property
    def text(self) -> str:
        """All text in the element, runs of white space as one blank."""
        whole = "".join(self.element.itertext()) if len(self.element) else self.element.text
        return " ".join((whole or "").split())

    @property
    def is_blank(self) -> bool:
        """Whether neither the element nor what is in it has text, or an attribute with a value."""
        values = (value for each in self.element.iter() for value in each.values())
        return not any(words.strip() for words in (*self.element.itertext(), *values))

    @property
    def words(self) -> str:
        """The text of an element that holds nothing else, runs of white space as one blank."""
        for child in self.element:
            if not Node(self.document, child).is_blank:
                raise self.problem(f"cannot read element {child.tag!s}")
        return self.text

    def attribute(self, name: str) -> str:
        """Give an attribute that must be there, runs of white space as one blank."""
        value = self.element.get(name)
        if value is None:
            raise self.problem(f"has no attribute {name}")
        return " ".join(value.split())

    def optional(self, name: str) -> str:
        """Give an attribute that may be absent or empty: then an empty string."""
        return " ".join((self.element.get(name) or "").split())

    def many(self, tag: str) -> list[Self]:
        """Give all elements of this kind, in order."""
        return [type(self)(self.document, found) for found in self.element.iterchildren(tag)]

    def one(self, tag: str) -> Self:
        """Give the one element of this kind; none or two is a ReadError."""
        found = self.many(tag)
        if len(found) != 1:
            raise self.problem(f"expected one {tag}, found {len(found)}")
        return found[0]

    def maybe(self, tag: str) -> Self | None:
        """Give the element of this kind if there is one; two is a ReadError."""
        found = self.many(tag)
        if len(found) > 1:
            raise self.problem(f"expected at most one {tag}, found {len(found)}")
        return found[0] if found else None

    def lent(self, tag: str) -> Self:
        """Give the element of this kind, or an empty one if there is none; two is a ReadError."""
        return self.maybe(tag) or type(self)(self.document, etree.Element(tag))

    def only(self, *tags: str) -> Self:
        """Refuse children of any other kind, and text between them: we would lose them.

        What has neither text nor a value is nothing to lose.
        """
        children = list(self.element)
        for child in children:
            if child.tag not in tags and not Node(self.document, child).is_blank:
                raise self.problem(f"cannot read element {child.tag!s}")
        for piece in (self.element.text, *[child.tail for child in children]):
            if piece and piece.strip():
                raise self.problem(f"cannot place text {piece.strip()[:60]!r}")
        return self

    def known(self, *attributes: str) -> Self:
        """Refuse attributes of any other name, but for blank ones."""
        for name, value in self.element.items():
            if name not in attributes and value.strip():
                raise self.problem(f"cannot read attribute {name!s}")
        return self

    def pieces(self, *tags: str) -> Iterator[str | Self]:
        """Give mixed content in order: text, and the elements in it (their tails as text).

        An element of another kind than ``tags`` that holds nothing is passed over.
        """
        if self.element.text:
            yield self.element.text
        for child in self.element:
            node = type(self)(self.document, child)
            if child.tag in tags:
                yield node
            elif not node.is_blank:
                raise self.problem(f"cannot read element {child.tag!s}")
            if child.tail:
                yield child.tail

    def problem(self, what: str) -> ReadError:
        """Say what is wrong here."""
        return ReadError(self.document, self.element.getroottree().getpath(self.element), what)

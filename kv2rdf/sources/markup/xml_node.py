"""Strict access to XML elements. Anything unexpected raises an error that states its location."""

from collections.abc import Iterator
from typing import Self

from lxml import etree
from msgspec import Struct

from kv2rdf.errors import ReadError
from kv2rdf.sources.markup.document_type import (
    check_document_type,
    document_type_error,
    replace_entities,
)

# ``collect_ids=False`` is not used, because lxml 6.1 then reads an external DTD even with
# ``load_dtd=False``.
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
    """An element of a document, with the id of the document."""

    document: str
    element: etree._Element

    @classmethod
    def parse(cls, document: str, xml: bytes) -> Self:
        """Return the root element of a document. Nothing outside the document is opened.

        A document with an external document type may use the character entities of HTML
        (``&eacute;``), but not in attributes. Raises ReadError if the document is not well-formed,
        if its document type contains declarations in brackets, or if it uses any other entity.
        """
        try:
            root = etree.fromstring(xml, _PARSER)
        except etree.XMLSyntaxError as error:
            problem = " ".join(f"broken XML: {error.msg}".split())
            raise ReadError(document, f"line {error.lineno}", problem) from error
        check_document_type(document, xml, root)
        replace_entities(document, root)
        return cls(document, root)

    def without_document_type(self) -> Self:
        """Return this node. Raises ReadError if the document has a document type of any kind."""
        if self.element.getroottree().docinfo.internalDTD is not None:
            raise document_type_error(self.document, self.element)
        return self

    def with_document_type_of_root(self) -> Self:
        """Return this node. Raises ReadError if the document type names another element."""
        dtd = self.element.getroottree().docinfo.internalDTD
        if dtd is not None and dtd.name != self.tag:
            raise document_type_error(self.document, self.element)
        return self

    def without_namespace(self) -> Self:
        """Return this node. Raises ReadError if its name is in a namespace."""
        if self.element.tag != self.tag:
            raise self.read_error("is in a namespace")
        return self

    @property
    def tag(self) -> str:
        """The name of the element, without its namespace."""
        return etree.QName(self.element).localname

    @property
    def text(self) -> str:
        """All text in the element, with each run of white space replaced by one space."""
        text = "".join(self.element.itertext()) if len(self.element) else self.element.text
        return " ".join((text or "").split())

    @property
    def is_blank(self) -> bool:
        """Whether the element and its descendants contain no text and no attribute value."""
        values = (value for each in self.element.iter() for value in each.values())
        return not any(words.strip() for words in (*self.element.itertext(), *values))

    def has_text_outside(self, tag: str) -> bool:
        """Whether the element contains any text outside its descendants with this tag."""
        below = (Node(self.document, child) for child in self.element.iterchildren("*"))
        own = (self.element.text, *(child.tail for child in self.element))
        return any(text and text.strip() for text in own) or any(
            child.tag != tag and child.has_text_outside(tag) for child in below
        )

    def text_before(self, end: "Node") -> str:
        """Return the text of the element before ``end``, which is one of its descendants.

        Each run of white space is replaced by one space.
        """
        texts = []
        for event, element in etree.iterwalk(self.element, events=("start", "end")):
            if element is end.element:
                break
            text = element.text if event == "start" else element.tail
            texts.append(text if text and (event == "start" or element is not self.element) else "")
        return " ".join("".join(texts).split())

    @property
    def path(self) -> str:
        """The path of the element in the document."""
        return self.element.getroottree().getpath(self.element)

    @property
    def xml(self) -> str:
        """The element as XML, in which control characters are not escaped."""
        return etree.tostring(self.element, encoding="unicode", with_tail=False)

    def texts(self) -> Iterator[tuple[Self, str]]:
        """Yield each text and attribute value in the element, with the element that contains it."""
        for element in self.element.iter():
            node = type(self)(self.document, element)
            for text in (*element.values(), element.text):
                if text:
                    yield node, text
            parent = element.getparent()
            if element.tail and parent is not None:
                yield type(self)(self.document, parent), element.tail

    @property
    def only_text(self) -> str:
        """The text of the element. Raises ReadError if it has children that are not blank."""
        for child in self.element:
            if not Node(self.document, child).is_blank:
                raise self.read_error(f"cannot read element {child.tag!s}")
        return self.text

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, with each run of white space replaced by one space.

        Raises ReadError if the element has no such attribute.
        """
        value = self.element.get(name)
        if value is None:
            raise self.read_error(f"has no attribute {name}")
        return " ".join(value.split())

    def attribute_or_empty(self, name: str) -> str:
        """Return the value of an attribute, or an empty string if it is missing."""
        value = self.element.get(name)
        return " ".join(value.split()) if value else ""

    def many(self, tag: str) -> list[Self]:
        """Return the children with this tag, in order."""
        return [type(self)(self.document, child) for child in self.element.iterchildren(tag)]

    def one(self, tag: str) -> Self:
        """Return the child with this tag. Raises ReadError if there is not exactly one."""
        children = self.many(tag)
        if len(children) != 1:
            raise self.read_error(f"expected one {tag}, found {len(children)}")
        return children[0]

    def one_or_none(self, tag: str) -> Self | None:
        """Return the child with this tag, or None. Raises ReadError if there is more than one."""
        children = self.many(tag)
        if len(children) > 1:
            raise self.read_error(f"expected at most one {tag}, found {len(children)}")
        return children[0] if children else None

    def one_or_empty(self, tag: str) -> Self:
        """Return the child with this tag, or an empty element if there is none.

        Raises ReadError if there is more than one.
        """
        return self.one_or_none(tag) or type(self)(self.document, etree.Element(tag))

    def only_children(self, *tags: str) -> Self:
        """Return this node. Raises ReadError for text, or for a child not in ``tags``.

        A blank child with another tag is allowed, because no text is lost if it is ignored.
        """
        children = list(self.element)
        for child in children:
            if child.tag not in tags and not Node(self.document, child).is_blank:
                raise self.read_error(f"cannot read element {child.tag!s}")
        for text in (self.element.text, *[child.tail for child in children]):
            if text and text.strip():
                raise self.read_error(f"cannot place text {text.strip()[:60]!r}")
        return self

    def only_attributes(self, *names: str) -> Self:
        """Return this node. Raises ReadError if an attribute not in ``names`` has a value."""
        for name, value in self.element.items():
            if name not in names and value.strip():
                raise self.read_error(f"cannot read attribute {name!s}")
        return self

    def mixed_content(self, *tags: str) -> Iterator[str | Self]:
        """Yield the texts directly in the element and the children with these tags, in order.

        A child with another tag is skipped if it is blank. Raises ReadError if it is not.
        """
        if self.element.text:
            yield self.element.text
        for child in self.element:
            node = type(self)(self.document, child)
            if child.tag in tags:
                yield node
            elif not node.is_blank:
                raise self.read_error(f"cannot read element {child.tag!s}")
            if child.tail:
                yield child.tail

    def read_error(self, problem: str) -> ReadError:
        """Return an error with the location of this element and the given problem."""
        return ReadError(self.document, self.path, problem)

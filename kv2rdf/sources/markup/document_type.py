"""The document type of an XML document, and the character entities that it allows.

A document with an external document type may use the character entities of HTML (``&eacute;``).
"""

import re
from html.entities import html5
from xml.parsers import expat

from lxml import etree

from kv2rdf.errors import ReadError

_START_TAG = re.compile(
    r"""
    <!--.*?--> | <!\[CDATA\[.*?\]\]> | <\?.*?\?>      # may contain anything that looks like a tag
    | (<[^!?/](?:[^"'>]|"[^"]*"|'[^']*')*>)
    """,
    re.VERBOSE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?!#|(?:lt|gt|amp|apos|quot);)([^;]*);")


class _DocumentTypeError(ValueError):
    """An exception that stops the parser at the document type."""

    def __init__(self, *, has_declarations: bool) -> None:
        super().__init__()
        self.has_declarations = has_declarations


def check_document_type(document: str, xml: bytes, root: etree._Element) -> None:
    """Raise ReadError if the document type of a document contains declarations in brackets.

    Such declarations could hide or add text, or add the default value of an attribute
    (docs/threats.md). ReadError is also raised if an attribute contains an entity that XML itself
    does not define, because parsers silently leave out such an entity.
    """
    info = root.getroottree().docinfo
    if info.internalDTD is None:
        return
    if _has_declarations(document, xml):
        raise document_type_error(document, root)
    for tag in _START_TAG.findall(xml.decode(info.encoding or "utf-8", "replace")):
        if found := _ENTITY.search(tag):
            raise ReadError(document, f"&{found[1]};", "is an entity in an attribute")


def document_type_error(document: str, root: etree._Element) -> ReadError:
    """Return the error for a document type that is not allowed."""
    dtd = root.getroottree().docinfo.internalDTD
    name = dtd.name if dtd is not None else ""
    return ReadError(document, f"<!DOCTYPE {name}>", "has a document type of its own")


def replace_entities(document: str, root: etree._Element) -> None:
    """Replace entities with the characters that they represent.

    Raises ReadError if the name of an entity is not defined by HTML.
    """
    for parent in [entity.getparent() for entity in root.iter(etree.Entity)]:
        _replace_children(document, parent if parent is not None else root)


def _has_declarations(document: str, xml: bytes) -> bool:
    """Whether a document type contains brackets. Nothing after the document type is parsed.

    Expat is used, because lxml does not report every declaration. Raises ReadError if Expat cannot
    read the document up to that point.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _end_parse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - the name differs between versions
    except _DocumentTypeError as end:
        return end.has_declarations
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise ReadError(document, "encoding", f"is not read: {error}") from error
    return False


def _end_parse(_name: str, _system: str | None, _public: str | None, has_declarations: int) -> None:
    raise _DocumentTypeError(has_declarations=bool(has_declarations))


def _replace_children(document: str, parent: etree._Element) -> None:
    for child in list(parent.iterchildren(etree.Entity)):
        character = html5.get(f"{(child.text or '')[1:-1]};")
        if character is None:
            raise ReadError(document, str(child.text), "is not a predefined entity")
        words = character + (child.tail or "")
        before = child.getprevious()
        if before is None:
            parent.text = (parent.text or "") + words
        else:
            before.tail = (before.tail or "") + words
        child.tail = None
        parent.remove(child)

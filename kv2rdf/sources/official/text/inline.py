"""The inline content of a text: words, emphasis, links, and footnotes with their marks."""

from kv2rdf.addresses import external
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.text.builder import TextBuilder
from kv2rdf.sources.official.text.notes import Notes

PLAIN = frozenset(
    (
        *("intref", "intref-groep", "extref-groep", "dossierref", "naam", "voornaam"),
        *("achternaam", "organisatie", "datum", "kamervraagonderwerp", "unl", "term"),
    )
)
"""Elements whose text is published without markup."""

_EMPHASIS = {"cur": ("em", ""), "vet": ("strong", "")}
_SCRIPTS = {"sup": "sup", "inf": "sub", "sub": "sub"}


def read_inline(node: Node, builder: TextBuilder, notes: Notes) -> None:
    """Add the content of an element to the line that is being built.

    Raises ReadError if the element contains an element that is not allowed in a line.
    """
    element = node.element
    builder.add(element.text or "")
    for child in element:
        _read_child(Node(node.document, child), builder, notes)
        builder.add(child.tail or "")


def _read_child(child: Node, builder: TextBuilder, notes: Notes) -> None:
    tag = child.without_namespace().tag
    if tag == "noot":
        builder.add_mark(*notes.read_note(child))
    elif tag == "nootref":
        builder.add_mark(*notes.note_of(child))
    elif tag == "br":
        child.only_children()
        builder.add_line_end()
    elif tag in PLAIN:
        read_inline(child, builder, notes)
    elif found := _markup(child):
        builder.begin_inline(*found)
        read_inline(child, builder, notes)
        builder.end_inline()
    elif tag == "extref":
        read_inline(child, builder, notes)
    else:
        raise child.read_error(f"cannot read element {tag}")


def _markup(child: Node) -> tuple[str, str] | None:
    """Return the tag and the attributes that represent an element in the markup, if any."""
    tag = child.tag
    if tag == "nadruk":
        kind = child.attribute_or_empty("type")
        return _EMPHASIS.get(kind) or ("em", f' class="{_class(child, kind)}"' if kind else "")
    if tag in _SCRIPTS:
        return _SCRIPTS[tag], ""
    address = child.attribute_or_empty("doc")
    if tag == "extref" and external.is_web_address(address):
        return "a", f' href="{address.replace("&", "&amp;")}"'
    return None


def _class(child: Node, kind: str) -> str:
    if not (kind.isascii() and kind[:1].islower() and kind.replace("-", "").isalnum()):
        raise child.read_error(f"cannot read emphasis of type {kind[:40]!r}")
    return kind.lower()

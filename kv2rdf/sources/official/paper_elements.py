"""The elements of an official paper, the same for both of its forms."""

from msgspec import Struct

from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.paper_head import PaperHead


class PaperElements(Struct, frozen=True, kw_only=True):
    """The identity of a paper, the elements of its descriptions, and those of its body.

    ``content`` is the element that all these are in. ``asked`` and ``replied`` are the elements
    that together describe the questions and the reply. ``sides`` are the children of the body: all
    in one tuple, or the questions and the reply apart, if the form has an element for each.
    """

    content: Node
    head: PaperHead
    asked: tuple[Node, ...]
    replied: tuple[Node, ...]
    sides: tuple[tuple[Node, ...], ...]
    has_reply: bool

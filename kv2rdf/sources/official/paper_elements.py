"""The elements of an official paper, grouped in the same way for both forms."""

from msgspec import Struct

from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.paper_head import PaperHead


class PaperElements(Struct, frozen=True, kw_only=True):
    """The identity of a paper, and the elements of its descriptions and of its body.

    ``content`` is the element that contains all the others. ``asked`` contains the elements that
    together describe the questions, and ``replied`` those that describe the reply. ``sides``
    contains the children of the body. They are in one tuple, or in separate tuples for the
    questions and the reply if the form has an element for each.
    """

    content: Node
    head: PaperHead
    asked: tuple[Node, ...]
    replied: tuple[Node, ...]
    sides: tuple[tuple[Node, ...], ...]
    has_reply: bool

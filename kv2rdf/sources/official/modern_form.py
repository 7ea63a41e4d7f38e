"""The modern form of an official paper: ``officiele-publicatie`` with ``kamervragen``."""

from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.paper_elements import PaperElements
from kv2rdf.sources.official.paper_head import PaperHead, head_lines, paper_head
from kv2rdf.sources.official.stated_fields import stated_fields

MODERN_ROOT = "officiele-publicatie"
"""The root element of the modern form."""

_HEAD = ("kamervraagkop", "kamervraagnummer", "kamervraagomschrijving")


def modern_elements(root: Node) -> PaperElements:
    """Return the elements of a paper in the modern form.

    Raises ReadError if an element outside the body is unknown, or if the number, the chamber or the
    description of the questions is missing. Attributes are checked by ``check_attributes``.
    """
    root.only_children("metadata", "kamervragen")
    content = root.one("kamervragen")
    content.only_children(*{str(child.tag) for child in content.element})
    asked, replied = _descriptions(content)
    children = [Node(root.document, child) for child in content.element]
    return PaperElements(
        content=content,
        head=_head(root, content),
        asked=(asked,),
        replied=(replied,) if replied else (),
        sides=(tuple(child for child in children if child.tag not in _HEAD),),
        has_reply=replied is not None,
    )


def _head(root: Node, content: Node) -> PaperHead:
    number = content.one("kamervraagnummer").only_text
    return paper_head(
        content, stated_fields(root), head_lines(content.many("kamervraagkop")), (number,)
    )


def _descriptions(content: Node) -> tuple[Node, Node | None]:
    """Return the description of the questions, and that of the reply if there is one.

    Raises ReadError if there are any other descriptions, or none.
    """
    found = content.many("kamervraagomschrijving")
    types = [node.attribute_or_empty("type") for node in found]
    if types[:1] not in (["vraag"], [""]) or types[1:] not in ([], ["antwoord"], [""]):
        problem = f"expected the descriptions of the questions and the reply, found {types[:9]}"
        raise content.read_error(problem)
    return found[0], found[1] if len(found) > 1 else None

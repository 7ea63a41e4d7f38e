"""The old form of an official paper, whose root element is ``vraagdoc``.

No paper of this form was available. Its elements are known from other programs.
"""

from collections.abc import Iterator
from itertools import takewhile

from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.paper_elements import PaperElements
from kv2rdf.sources.official.paper_head import PaperHead, head_lines, paper_head
from kv2rdf.sources.official.size import DESCRIPTION
from kv2rdf.sources.official.stated_fields import stated_fields

OLD_ROOT = "vraagdoc"
"""The root element of the old form."""

_DESCRIPTION = ("omschr", "ondw", "datum")
_FRONT = ("versie", "ordernr", "vergjaar")
_PARTS = ("vraag", "antwoord")
_NUMBERS = ("vraagnummer", "kamervraagnummer")
_HEAD = ("kamervraagkop", *_NUMBERS)


def old_elements(root: Node) -> PaperElements:
    """Return the elements of a paper in the old form.

    Raises ReadError if an element outside the questions and the reply is unknown, or if the number,
    the chamber or the description of the questions is missing. Attributes are checked by
    ``check_attributes``.
    """
    root.only_children("metadata", "frontm", *_HEAD, "body")
    body = root.one("body").only_children(*_HEAD, "vragen", "reactie")
    questions = body.one("vragen")
    reply = body.one_or_none("reactie")
    asked = _description(questions)
    if not asked:
        raise questions.read_error("no description of the questions")
    sides = (questions, reply) if reply else (questions,)
    return PaperElements(
        content=body,
        head=_head(root, (root, body, *sides)),
        asked=asked,
        replied=_description(reply) if reply else (),
        sides=tuple(map(_parts, sides)),
        has_reply=reply is not None,
    )


def _head(root: Node, parents: tuple[Node, ...]) -> PaperHead:
    lines = head_lines(head for parent in parents for head in parent.many("kamervraagkop"))
    for front in root.many("frontm"):
        front.only_children(*_FRONT)
        for version in front.many("versie"):
            version.only_children()
        for session in front.many("vergjaar"):
            lines.setdefault("vergaderjaar", session.only_text)
    numbers = (
        node.only_text for parent in parents for tag in _NUMBERS for node in parent.many(tag)
    )
    return paper_head(root, stated_fields(root), lines, tuple(dict.fromkeys(numbers)))


def _description(side: Node) -> tuple[Node, ...]:
    """Return the elements of the description, which come before the first part of a side.

    ``side`` is the element ``vragen`` or ``reactie``. The elements of the description are siblings,
    except that the subject and the date may be inside ``omschr``. Raises ReadError if their texts
    are too long in total.
    """
    found = tuple(node for node in _before_parts(side) if node.tag in _DESCRIPTION)
    if problem := DESCRIPTION.excess(sum(len(node.text) for node in found)):
        raise side.read_error(problem)
    return found


def _parts(side: Node) -> tuple[Node, ...]:
    """Return the elements of ``vragen`` or ``reactie`` other than its description and its head.

    Raises ReadError if there is text between the elements.
    """
    side.only_children(*{str(child.tag) for child in side.element})
    head = {node.element for node in _before_parts(side) if node.tag in _DESCRIPTION}
    nodes = (Node(side.document, child) for child in side.element if child not in head)
    return tuple(node for node in nodes if node.tag not in _HEAD)


def _before_parts(side: Node) -> Iterator[Node]:
    nodes = (Node(side.document, child) for child in side.element)
    return takewhile(lambda node: node.tag not in _PARTS, nodes)

"""The body of an official paper: questions, answers, a notice, and the text between them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Passage
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.part_labels import label_and_numbers
from kv2rdf.sources.official.text.blocks import blocks_in, new_notes, passage_of_blocks
from kv2rdf.sources.official.text.notes import Notes

_NUMBERS = ("nr", "nummer")
_KINDS = {"vraag": PartKind.QUESTION, "antwoord": PartKind.ANSWER}
_REMARK = "kamervraagopmerking"


@dataclass(slots=True)
class Body:
    """What the body of a paper contains. The parts are in the order of the source.

    ``notice`` is the text of the elements ``kamervraagopmerking``, without the heading
    "Mededeling".
    """

    questions: list[NumberedPart] = field(default_factory=list)
    answers: list[NumberedPart] = field(default_factory=list)
    question_notes: Notes = field(default_factory=new_notes)
    answer_notes: Notes = field(default_factory=new_notes)
    notice: Passage | None = None
    remarks: list[Remark] = field(default_factory=list)


def read_body(nodes: Iterable[Node]) -> Body:
    """Return the body that these elements form.

    Text outside the questions and answers is put before the next part of the body, or after the
    last one, and a remark on that part quotes it. Raises ReadError for an unknown element.
    """
    body = Body()
    loose: list[Node] = []
    remarks: list[Node] = []
    parts: list[tuple[PartKind, Node, list[Node], list[Node]]] = []
    for node in nodes:
        kind = _KINDS.get(node.without_namespace().tag)
        if node.tag == _REMARK:
            remarks += blocks_in(node)
        elif kind is None or _is_heading(node):
            loose += [node] if kind is None else blocks_in(node)
        else:
            parts.append((kind, node, loose, []))
            loose = []
    if loose and parts:
        parts[-1][3].extend(loose)
    elif loose:
        remarks += loose
    for kind, node, before, after in parts:
        _read_part(body, kind, node, before, after)
    if remarks:
        body.notice = passage_of_blocks(_without_heading(remarks), body.answer_notes)
    return body


def _is_heading(node: Node) -> bool:
    """Whether an element for a question contains only a heading between questions."""
    tags = {child.tag for child in blocks_in(node)}
    return bool(tags) and tags <= {"tussenkop", "titel"}


def _read_part(
    body: Body, kind: PartKind, node: Node, before: list[Node], after: list[Node]
) -> None:
    is_question = kind is PartKind.QUESTION
    parts = body.questions if is_question else body.answers
    notes = body.question_notes if is_question else body.answer_notes
    printed = " ".join(found.only_text for tag in _NUMBERS for found in node.many(tag))
    label, numbers = label_and_numbers(printed)
    text = passage_of_blocks([*before, *blocks_in(node, *_NUMBERS), *after], notes)
    if text is None:
        body.remarks.append(
            Remark(rule=FindingRule.EMPTY_PART, location=node.path, part=kind, text=printed or None)
        )
        return
    position = None if is_question else len(body.questions) or None
    part = NumberedPart(label=label, numbers=numbers, text=text, after_question=position)
    parts.append(part)
    for nodes in (before, after):
        outside = passage_of_blocks(nodes, new_notes()) if nodes else None
        if outside is not None:
            body.remarks.append(
                Remark(
                    rule=FindingRule.TEXT_OUTSIDE_PARTS,
                    location=nodes[0].path,
                    part=kind,
                    ordinal=len(parts),
                    text=outside.text,
                )
            )
    if printed and not numbers:
        body.remarks.append(
            Remark(
                rule=FindingRule.UNREADABLE_NUMBER,
                location=node.path,
                part=kind,
                ordinal=len(parts),
                text=printed,
            )
        )


def _without_heading(nodes: list[Node]) -> list[Node]:
    """Return the blocks of a notice without the word "Mededeling" that is printed above it."""
    is_heading = nodes[0].text.strip(" .:").lower() == "mededeling"
    return nodes[1:] if is_heading else nodes

"""The body of an official paper: questions, answers, a notice, and other text."""

import re
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
_REMARKS = ("kamervraagopmerking", "opmerking")
_EXPLANATION = "toelicht"
_IN_ANOTHER_ORDER = (
    "descendant-or-self::*[self::lijst or self::definitielijst or self::table][not(ancestor::noot)]"
)
_HEADING_OF_EXPLANATION = re.compile(r"Toelichting ?(?::|$)")


@dataclass(slots=True)
class Body:
    """The content of the body of a paper. The parts are in the order of the source.

    ``notice`` is the text of a notice, without the heading "Mededeling". It comes from
    ``kamervraagopmerking`` or ``opmerking`` elements, or from text that belongs to no question. In
    a paper with only questions, such text is part of the explanation.
    """

    questions: list[NumberedPart] = field(default_factory=list)
    answers: list[NumberedPart] = field(default_factory=list)
    question_notes: Notes = field(default_factory=new_notes)
    answer_notes: Notes = field(default_factory=new_notes)
    explanation: Passage | None = None
    notice: Passage | None = None
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class _Elements:
    """The elements of a body, grouped by their content.

    Each item of ``parts`` is a question or an answer, with the elements before and after it that
    belong to it. ``left`` contains the elements that belong to no question or answer, such as those
    of a reply without ``antwoord`` elements.
    """

    parts: list[tuple[PartKind, Node, list[Node], list[Node]]] = field(default_factory=list)
    explanation: list[Node] = field(default_factory=list)
    remarks: list[Node] = field(default_factory=list)
    left: list[Node] = field(default_factory=list)

    def has_answers(self) -> bool:
        """Whether an element with an answer has been found so far."""
        return any(kind is PartKind.ANSWER for kind, *_ in self.parts)

    def add_side(self, nodes: Iterable[Node], *, has_reply: bool) -> None:
        """Add the children of the body, or of its questions or its reply, to this object's lists.

        ``has_reply`` is true if these children include a reply.
        """
        loose: list[Node] = []
        first = len(self.parts)
        for node in nodes:
            tag = node.without_namespace().tag
            kind = _KINDS.get(tag)
            if tag in _REMARKS:
                self.remarks += self._without_explanation(blocks_in(node))
            elif tag == _EXPLANATION and not self.has_answers():
                self.explanation.append(node)
            elif kind is None or _is_heading(node):
                loose += [node] if kind is None else blocks_in(node)
            else:
                self.parts.append((kind, node, loose, []))
                loose = []
        loose = self._without_explanation(loose)
        is_reply = has_reply and not self.has_answers()
        if len(self.parts) > first and not is_reply:
            self.parts[-1][3].extend(loose)
        else:
            self.left += loose

    def _without_explanation(self, nodes: Iterable[Node]) -> list[Node]:
        """Return the blocks that are not part of the explanation, and store the explanation.

        It begins with the word "Toelichting", and ends before the heading of a notice.
        """
        others: list[Node] = []
        chosen = others
        for node in nodes:
            if _HEADING_OF_EXPLANATION.match(_words(node)):
                chosen = self.explanation
            elif _is_heading_of_notice(node):
                chosen = others
            chosen.append(node)
        return others


def read_body(sides: Iterable[Iterable[Node]], *, has_reply: bool, is_called_notice: bool) -> Body:
    """Return the body that consists of the given elements.

    ``sides`` contains the elements of the questions and those of the reply, separately or together.
    Text outside the questions and answers is put before the next part of the same side, or after
    the last part, and a remark on that part quotes it. After the last part, text that begins with
    the word "Toelichting" is the explanation. If a reply has no ``antwoord`` elements, other text
    is the notice if ``is_called_notice`` is true or if there is a ``kamervraagopmerking`` element.
    Otherwise, it is an answer without a number. Raises ReadError for an unknown element, or if the
    questions are a separate side and contain text but no question.
    """
    body, found = Body(), _Elements()
    *questions, last = sides
    for side in questions:
        found.add_side(side, has_reply=False)
    if found.left:
        raise found.left[0].read_error("a text that belongs to no question")
    found.add_side(last, has_reply=has_reply)
    for kind, node, before, after in found.parts:
        _read_part(body, kind, node, before, after)
    if found.left and (found.remarks or is_called_notice or not has_reply):
        found.remarks += found.left
    elif found.left:
        _add_answer(body, found.left)
    if found.remarks and not (has_reply or body.answers):
        found.explanation += found.remarks
    elif found.remarks:
        body.notice = passage_of_blocks(_without_heading(found.remarks), body.answer_notes)
    body.explanation = passage_of_blocks(found.explanation, body.question_notes)
    return body


def _add_answer(body: Body, nodes: list[Node]) -> None:
    """Add the text of a reply as an answer without a number, and add a remark."""
    text = passage_of_blocks(nodes, body.answer_notes)
    if text is not None:
        body.answers.append(NumberedPart(label=None, numbers=(), text=text))
        body.remarks.append(_outside(PartKind.ANSWER, len(body.answers), nodes[0].path, text))


def _is_heading(node: Node) -> bool:
    """Whether an element for a question or an answer contains only a heading."""
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
            body.remarks.append(_outside(kind, len(parts), nodes[0].path, outside))
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


def _outside(kind: PartKind, ordinal: int, location: str, text: Passage) -> Remark:
    return Remark(
        rule=FindingRule.TEXT_OUTSIDE_PARTS,
        location=location,
        part=kind,
        ordinal=ordinal,
        text=text.text,
    )


def _without_heading(nodes: list[Node]) -> list[Node]:
    """Return the blocks of a notice without the word "Mededeling" that is printed above it."""
    return nodes[1:] if _is_heading_of_notice(nodes[0]) else nodes


def _is_heading_of_notice(node: Node) -> bool:
    return _words(node).strip(" .:").lower() == "mededeling"


def _words(node: Node) -> str:
    """Return the words of a possible heading, followed by "noot" if it contains footnotes.

    Return "" if the block contains a list or a table, whose text may not be printed in the order of
    the XML.
    """
    if node.element.xpath(_IN_ANOTHER_ORDER):
        return ""
    texts = node.element.xpath(".//text()[not(ancestor::noot)]")
    has_notes = node.element.find(".//noot") is not None
    return " ".join(("".join(map(str, texts)) + (" noot" if has_notes else "")).split())

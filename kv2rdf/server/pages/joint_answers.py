"""The joint answers to each question of a case: answers to several questions together."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from kv2rdf.query.case_view.parts import PartView


class JointAnswer(Struct, frozen=True):
    """A joint answer, as it is mentioned below one of its questions.

    ``anchor`` is the anchor of the answer. ``others`` contains the printed numbers of the other
    questions, or is empty if one of them has no number. ``count`` is the number of these questions.
    """

    anchor: str
    others: tuple[str, ...]
    count: int


def joint_answers(
    parts: Iterable[PartView], anchors: Mapping[str, str]
) -> dict[str, tuple[JointAnswer, ...]]:
    """Return the joint answers to each question that has one, by the address of the question.

    ``anchors`` maps the address of each part to its anchor. Of several answers to the same
    questions, for example in two papers, only the first is returned.
    """
    listed = tuple(parts)
    questions = {part.address: part for part in listed if part.kind == "Question"}
    found: dict[str, tuple[JointAnswer, ...]] = {}
    for answer in listed:
        answered = [address for address in questions if address in answer.answers_to]
        if answer.kind != "Answer" or len(answered) < 2:
            continue
        for address in answered:
            numbers = [questions[other].number for other in answered if other != address]
            known = tuple(number for number in numbers if number)
            joint = JointAnswer(
                anchor=anchors[answer.address],
                others=known if len(known) == len(numbers) else (),
                count=len(numbers),
            )
            present = found.get(address, ())
            if all((joint.others, joint.count) != (one.others, one.count) for one in present):
                found[address] = (*present, joint)
    return found

"""A KVR document while it is being read: parts with ids, and remarks that refer to parts."""

import pytest
from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import NumberedPart
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrPart,
    KvrReading,
    KvrRemark,
    Subject,
    new_part,
    with_subject,
)
from tests.papers import paper, passage, rules


def remark(about: Subject) -> KvrRemark:
    """Return a remark on a part, a side, or the paper."""
    return KvrRemark(rule=FindingRule.EMPTY_PART, location="somewhere", about=about)


def question(text: str) -> KvrPart:
    """Return a question with a number."""
    return KvrPart(label="1", numbers=("1",), text=passage(text))


def test_each_part_has_its_own_id_and_keeps_it() -> None:
    first, second = new_part("Hoe?"), new_part("Hoe?")
    assert first.id != second.id
    assert replace(first, text=passage("En?")).id == first.id


def test_a_split_part_keeps_its_id_before_the_split() -> None:
    part = question("Hoe? Opschrift En?")
    before, after = part.split_around(5, 14)
    assert before is not None
    assert after is not None
    assert (before.id, before.label, before.text.text) == (part.id, "1", "Hoe?")
    assert (after.label, after.numbers, after.text.text) == (None, (), "En?")
    assert after.id != part.id


def test_the_rest_of_a_part_keeps_its_id_if_nothing_is_before_it() -> None:
    part = question("Opschrift En?")
    before, after = part.split_around(0, 9)
    assert before is None
    assert after is not None
    assert (after.id, after.label) == (part.id, None)


def test_remarks_get_the_position_of_their_part_in_the_end() -> None:
    first, second, answer = question("Hoe?"), question("En?"), question("Zo.")
    subjects: list[Subject] = [second.id, answer.id, PartKind.QUESTION, PartKind.EXPLANATION, None]
    reading = KvrReading(
        paper=paper("KVR1", PaperKind.ANSWER),
        questions=(first, second),
        answers=(answer,),
        remarks=tuple(map(remark, subjects)),
    )
    numbered = reading.numbered()
    assert [(part, ordinal) for _, part, ordinal in rules(numbered)] == [
        (PartKind.QUESTION, 2),
        (PartKind.ANSWER, 1),
        (PartKind.QUESTION, None),
        (PartKind.EXPLANATION, 1),
        (None, None),
    ]
    assert {type(part) for part in (*numbered.questions, *numbered.answers)} == {NumberedPart}
    moved = replace(reading, questions=(second,), answers=(first, answer)).numbered()
    assert [r.ordinal for r in moved.remarks[:2]] == [1, 2]


def test_a_remark_on_a_part_that_is_gone_is_an_error() -> None:
    reading = KvrReading(
        paper=paper("KVR1", PaperKind.ANSWER), remarks=(remark(new_part("Ja.").id),)
    )
    with pytest.raises(KeyError):
        reading.numbered()
    (about_answers,) = with_subject(reading.remarks, PartKind.ANSWER, of={reading.remarks[0].about})
    assert about_answers == remark(PartKind.ANSWER)

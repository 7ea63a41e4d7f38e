"""When several papers print one text."""

from itertools import permutations

import pytest

from kv2rdf.linking.documents import precedence
from kv2rdf.linking.documents.prints import Print
from kv2rdf.model.document import Finding, PartReference
from kv2rdf.model.kinds import PaperKind, PartKind, SourceKind
from kv2rdf.model.paper import NumberedPart, Source
from kv2rdf.model.text import Note
from tests.papers import paper, part

Q, A = PaperKind.QUESTIONS, PaperKind.ANSWER
IN_ORDER = [
    paper("z", A, annex="9", edition=2, source=SourceKind.OPENKAMER),
    paper("y", A, annex="9", edition=1),
    paper("x", Q),
    paper("a", A, annex="9"),
    paper("b", A, annex="9"),
    paper("c", Q, source=SourceKind.OPENKAMER),
    paper("aa", A, annex="9", source=SourceKind.OPENKAMER),
]


def test_edition_then_source_then_paper_then_id_decide() -> None:
    backwards = IN_ORDER[::-1]
    assert sorted(backwards, key=precedence.order) == IN_ORDER
    for pair in permutations(IN_ORDER, 2):
        assert precedence.first(pair) == min(pair, key=IN_ORDER.index)


def printed(
    key: str, *parts: NumberedPart, notes: tuple[Note, ...] = (), other: str | None = None
) -> Print:
    """Give a print of questions."""
    return Print(
        source=Source(id=f"{key}.xml", key=key, kind=SourceKind.KVR, sha256=key),
        place="vragen",
        kind=PartKind.QUESTION,
        parts=parts,
        notes=notes,
        other=other,
    )


def told(findings: list[Finding]) -> list[tuple[str, str, PartReference | None, str | None]]:
    """Give what findings say."""
    return [(f.rule, f.place, f.concerns, f.text) for f in findings]


STANDS = printed("a", part("Een?", "1"), part("Twee?", "2"), notes=(Note(number="1", text="Noot"),))


@pytest.mark.parametrize("text", ["Een?", "E en ?", " Een?\n"])
def test_a_copy_but_for_white_space_is_named_only(text: str) -> None:
    copy = printed("b", part(text, "1"), part("Twee?", "2"), notes=STANDS.notes)
    assert told(precedence.set_aside(STANDS, [copy])) == [("exacte-kopie", "vragen", None, None)]


def test_a_text_that_differs_is_kept_whole_with_its_place() -> None:
    other = printed("b", part("Eén?", "1"), part("Twee?", "2"), notes=(Note(number="1", text="N"),))
    assert told(precedence.set_aside(STANDS, [other])) == [
        ("tekst-terzijde", "vragen: vraag 1", PartReference(kind=PartKind.QUESTION, key="1"),
         "Eén?"),
        ("tekst-terzijde", "vragen: noot 1", PartReference(kind=PartKind.NOTE, key="1"), "N"),
    ]  # fmt: skip


def test_a_part_that_the_standing_print_has_not_is_kept_whole() -> None:
    other = printed("b", part("Een?", "1"), part("Drie?", "3"), other="Uitleg")
    assert told(precedence.set_aside(STANDS, [other])) == [
        ("tekst-terzijde", "vragen: vraag 3", None, "Drie?"),
        ("tekst-terzijde", "vragen: toelichting", None, "Uitleg"),
    ]


def test_a_print_without_text_is_not_told_of() -> None:
    assert precedence.set_aside(STANDS, [printed("b")]) == []


def test_parts_of_one_number_are_compared_by_their_place() -> None:
    stands = printed("a", part("Een?", "1"), part("Nog een?", "1"))
    assert stands.keys == ("1", "x2")
    assert told(precedence.set_aside(stands, [stands])) == [("exacte-kopie", "vragen", None, None)]

"""The choice of the version that is published if several papers contain the same text."""

from itertools import permutations

import pytest
from msgspec.structs import replace

from kv2rdf.linking.documents.precedence import (
    precedence,
    preferred_paper,
    report_differences,
)
from kv2rdf.linking.documents.printed_version import PrintedVersion
from kv2rdf.model.document import Finding, PartReference
from kv2rdf.model.kinds import PaperKind, PartKind, SourceKind
from kv2rdf.model.paper import NumberedPart, Source
from kv2rdf.model.text import Note
from tests.papers import paper, part, passage

Q, A = PaperKind.QUESTIONS, PaperKind.ANSWER
IN_ORDER = [
    paper("z", A, annex="9", edition=2, source=SourceKind.OPENKAMER),
    paper("y", A, annex="9", edition=1),
    paper("x", Q),
    paper("a", A, annex="9"),
    paper("b", A, annex="9"),
    paper("c", Q, source=SourceKind.OPENKAMER),
    paper("aa", A, annex="9", source=SourceKind.OPENKAMER),
    paper("ac", A, annex="9", edition=1, source=SourceKind.OFFICIAL_METADATA),
    paper("ab", Q, source=SourceKind.OFFICIAL_METADATA),
    replace(paper("aa", Q, source=SourceKind.OFFICIAL_METADATA), is_provisional=True),
    paper("a", Q, source=SourceKind.CASE_RECORD),
]


def test_text_then_edition_then_source_then_kind_of_paper_then_id_decide() -> None:
    backwards = IN_ORDER[::-1]
    assert sorted(backwards, key=precedence) == IN_ORDER
    for pair in permutations(IN_ORDER, 2):
        assert preferred_paper(pair) == min(pair, key=IN_ORDER.index)


def version(
    key: str, *parts: NumberedPart, notes: tuple[Note, ...] = (), explanation: str | None = None
) -> PrintedVersion:
    """Return a version of questions."""
    return PrintedVersion(
        source=Source(id=f"{key}.xml", key=key, kind=SourceKind.KVR, sha256=key),
        location="vragen",
        kind=PartKind.QUESTION,
        parts=parts,
        notes=notes,
        explanation=explanation,
    )


def contents(findings: list[Finding]) -> list[tuple[str, str, PartReference | None, str | None]]:
    """Return the contents of findings, without their source."""
    return [(f.rule, f.location, f.concerns, f.text) for f in findings]


KEPT = version("a", part("Een?", "1"), part("Twee?", "2"), notes=(Note(number="1", text="Noot"),))


@pytest.mark.parametrize("text", ["Een?", "E en ?", " Een?\n"])
def test_a_copy_is_only_named_if_it_differs_in_whitespace_alone(text: str) -> None:
    copy = version("b", part(text, "1"), part("Twee?", "2"), notes=KEPT.notes)
    assert contents(report_differences(KEPT, [copy])) == [("exacte-kopie", "vragen", None, None)]


def test_a_text_that_differs_is_set_aside_whole_with_its_location() -> None:
    other = version("b", part("Eén?", "1"), part("Twee?", "2"), notes=(Note(number="1", text="N"),))
    assert contents(report_differences(KEPT, [other])) == [
        ("tekst-terzijde", "vragen: vraag 1", PartReference(kind=PartKind.QUESTION, key="1"),
         "Eén?"),
        ("tekst-terzijde", "vragen: noot 1", PartReference(kind=PartKind.NOTE, key="1-a"), "N"),
    ]  # fmt: skip


def test_a_part_that_is_not_in_the_published_version_is_set_aside_whole() -> None:
    other = version("b", part("Een?", "1"), part("Drie?", "3"), explanation="Uitleg")
    assert contents(report_differences(KEPT, [other])) == [
        ("tekst-terzijde", "vragen: vraag 3", None, "Drie?"),
        ("tekst-terzijde", "vragen: toelichting", None, "Uitleg"),
    ]


def test_a_version_without_text_is_not_reported() -> None:
    assert report_differences(KEPT, [version("b")]) == []


def test_parts_with_one_number_are_compared_by_their_position() -> None:
    kept = version("a", part("Een?", "1"), part("Nog een?", "1"))
    assert kept.keys == ("1", "x2-a")
    assert contents(report_differences(kept, [kept])) == [("exacte-kopie", "vragen", None, None)]


def test_a_footnote_is_matched_by_its_text_or_its_place_or_its_number() -> None:
    def question(number: str, *marks: str) -> NumberedPart:
        text = passage("Gaat hij?", *((mark, 9) for mark in marks))
        return NumberedPart(label=number, numbers=(number,), text=text)

    kept = version(
        "a",
        question("1", "1", "2"),
        notes=(Note(number="1", text="x"), Note(number="2", text="y"), Note(number="3", text="z")),
    )
    other = version(
        "b",
        question("1", "4", "1"),
        notes=(Note(number="4", text="x"), Note(number="1", text="yy"), Note(number="3", text="q")),
    )
    of = {n: PartReference(kind=PartKind.NOTE, key=f"{n}-a") for n in "123"}
    assert contents(report_differences(kept, [other])) == [
        ("tekst-terzijde", "vragen: nummer van noot 4", of["1"], "4"),
        ("tekst-terzijde", "vragen: nummer van noot 1", of["2"], "1"),
        ("tekst-terzijde", "vragen: noot 1", of["2"], "yy"),
        ("tekst-terzijde", "vragen: noot 3", of["3"], "q"),
    ]


def test_a_footnote_is_the_same_as_one_other_only() -> None:
    kept = version("a", part("Gaat hij?", "1"), notes=(Note(number="1", text="x"),))
    other = version(
        "b", part("Gaat hij?", "1"), notes=tuple(Note(number=n, text="x") for n in "23")
    )
    assert contents(report_differences(kept, [other])) == [
        (
            "tekst-terzijde",
            "vragen: nummer van noot 2",
            PartReference(kind=PartKind.NOTE, key="1-a"),
            "2",
        ),
        ("tekst-terzijde", "vragen: noot 3", None, "x"),
    ]

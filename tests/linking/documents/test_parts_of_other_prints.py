"""The parts that occur only in an unpublished version of a document."""

from msgspec.structs import replace

from kv2rdf.linking.documents.parts_of_other_prints import (
    parts_of_other_prints,
    taken_footnotes,
    with_taken_parts,
)
from kv2rdf.linking.documents.printed_version import (
    document_parts,
    printed_questions,
    printed_reply,
)
from kv2rdf.linking.documents.replaced_parts import replaced_parts
from kv2rdf.model.document import PartReference
from kv2rdf.model.kinds import Chamber, PaperKind, PartKind, SourceKind
from kv2rdf.model.paper import NumberedPart, Paper
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note
from tests.every_case import every_case
from tests.linking.dossiers import dossier, texts
from tests.papers import paper, part, passage

Q, A = PaperKind.QUESTIONS, PaperKind.ANSWER
FIRST = part("Is er zand van het strand gehaald?", "1")
SECOND = part("Hoeveel kubieke meter zand is dat geweest?", "2")
THIRD = part("Wie heeft daarvoor toestemming gegeven?", "3")
SEVENTH = part("Wanneer is het strand weer even breed?", "7")


def asked(key: str, *questions: NumberedPart, edition: int = 0) -> Paper:
    return paper(key, A, annex="9", questions=questions, edition=edition)


def taken(kept: tuple[NumberedPart, ...], *others: tuple[NumberedPart, ...]) -> list[str]:
    """Return the keys and sources of the parts that are taken from other versions."""
    version, *prints = (
        printed_questions(asked(key, *parts))
        for key, parts in zip("abc", (kept, *others), strict=False)
    )
    found = parts_of_other_prints(version, prints)
    return [f"{p.key} {p.source.key if p.source else ''}" for p in found]


def test_a_numbered_part_that_only_another_version_has_is_taken_from_it() -> None:
    assert taken((FIRST, THIRD), (FIRST, SECOND, THIRD)) == ["2 b"]
    assert taken((FIRST,), (FIRST, THIRD), (FIRST, SECOND, THIRD)) == ["3 b", "2 c"]


def test_a_part_without_a_number_or_with_a_number_that_is_published_is_not_taken() -> None:
    assert taken((FIRST,), (FIRST, replace(SECOND, numbers=()))) == []
    assert taken((FIRST, part("Iets heel anders dan dat?", "2")), (FIRST, SECOND)) == []
    assert (
        taken((FIRST, part("Ja.", "2")), (FIRST, part("Over beide vragen iets.", "2", "3"))) == []
    )
    assert taken((FIRST, part("Over beide samen.", "2", "3")), (FIRST, SECOND, THIRD)) == []


def test_a_part_is_taken_only_from_a_version_of_the_same_questions() -> None:
    misread = replace(FIRST, text=passage("Is er zand van hot strand gehaald?"))
    assert taken((FIRST,), (misread, SECOND)) == ["2 b"]
    assert taken((FIRST,), (replace(THIRD, numbers=("1",)), SECOND)) == []


def test_a_part_of_another_set_of_questions_is_not_taken() -> None:
    further = replace(SECOND, question_set=2)
    assert taken((FIRST,), (FIRST, further)) == []
    assert taken((FIRST, replace(THIRD, question_set=2)), (FIRST, further)) == ["2/2 b"]


LONG = "Hoeveel kubieke meter zand is dat geweest, en waar is dat zand precies heen gebracht?"


@every_case(
    ("published", "found"),
    [
        (LONG, []),
        (LONG.replace("precies", "preeies"), []),
        (LONG.removeprefix("Hoe"), []),
        (LONG.removeprefix("Hoeveel"), ["2 b"]),
        ("waar is dat zand precies heen gebracht?", ["2 b"]),
    ],
)
def test_a_text_that_is_published_within_another_part_is_not_taken(
    published: str, found: list[str]
) -> None:
    both = part(f"{FIRST.text.text} {published}", "1")
    lone = (FIRST, part(LONG, "2"))
    assert taken((both,), lone) == found


def test_a_text_that_is_published_under_another_number_is_not_taken() -> None:
    assert taken((FIRST, replace(SECOND, numbers=("3",))), (FIRST, SECOND)) == []


def test_a_taken_part_is_in_its_place_and_no_address_changes() -> None:
    kept = printed_questions(asked("a", FIRST, SEVENTH, replace(THIRD, numbers=())))
    other = printed_questions(asked("b", FIRST, SECOND, part("Hoe lang duurt dat nog?", "10")))
    before = document_parts(kept)
    after = with_taken_parts(before, parts_of_other_prints(kept, [other]))
    assert [p.key for p in after] == ["1", "2", "7", "x3-a", "10"]
    assert [p.ordinal for p in after] == [1, 2, 3, 4, 5]
    assert {p.key for p in before} <= {p.key for p in after}


def test_a_later_edition_that_leaves_a_question_out_is_not_completed() -> None:
    revised = asked("b", FIRST, edition=1)
    first = asked("a", FIRST, SECOND)
    document = dossier(revised, first).questions
    assert texts(document) == [FIRST.text.text]
    assert [f.text for f in document.findings if f.text] == [SECOND.text.text]
    assert texts(dossier(asked("b", FIRST), first).questions) == [FIRST.text.text, SECOND.text.text]


def test_an_answer_is_linked_to_a_question_of_another_version() -> None:
    answers = (part("Ja, dat is zo gebeurd.", "1"), part("Dat was erg veel zand.", "2"))
    notice = paper("a", PaperKind.NOTICE, annex="8", notice="Later.", questions=(FIRST,))
    answer = paper("b", A, annex="9", questions=(FIRST, SECOND), answers=answers)
    found = dossier(notice, answer)
    links = [[link.question_key for link in p.answers_to] for p in found.answers[0].parts]
    assert links == [["1"], ["2"]]
    (finding,) = [
        f for f in found.questions.findings if f.rule is FindingRule.PART_OF_ANOTHER_PRINT
    ]
    assert finding.concerns == PartReference(kind=PartKind.QUESTION, key="2")
    assert (finding.source.key, finding.location, finding.text) == ("b", "vragen: vraag 2", None)
    assert {f.rule for f in found.questions.findings} == {
        finding.rule, FindingRule.ASKER_MISSING, FindingRule.ADDRESSEE_MISSING,
    }  # fmt: skip


def test_an_answer_is_taken_from_another_source_of_the_same_reply() -> None:
    answers = tuple(part(f"{q.text.text} Dat is nu bekend.", *q.numbers) for q in (FIRST, SECOND))
    reply = paper("a", A, annex="9", answers=answers[:1], questions=(FIRST, SECOND))
    page = paper("b", A, annex="9", answers=answers, source=SourceKind.OPENKAMER)
    (document,) = dossier(reply, page).answers
    assert [(p.key, p.source and p.source.key) for p in document.parts] == [("1", None), ("2", "b")]
    assert [link.question_key for link in document.parts[1].answers_to] == ["2"]
    assert parts_of_other_prints(printed_reply(page), [printed_reply(reply)]) == ()


def marked(number: str) -> NumberedPart:
    return replace(SECOND, text=passage(SECOND.text.text, (number, 7)))


@every_case(
    ("notes", "keys"),
    [
        ((Note(number="1", text="De Krant"),), ["1-a"]),
        ((Note(number="1", text="De  Krant"), Note(number="2", text="Nieuws")), ["1-a"]),
        ((Note(number="1", text="Het Blad"),), ["1-a", "1-b"]),
        ((Note(number="1"),), ["1-a", "1-b"]),
    ],
)
def test_the_notes_of_a_taken_part_come_along_unless_they_are_published(
    notes: tuple[Note, ...], keys: list[str]
) -> None:
    kept = replace(asked("a", FIRST), question_notes=(Note(number="1", text="De Krant"),))
    other = replace(asked("b", FIRST, marked("1")), question_notes=notes)
    document = dossier(kept, other).questions
    assert [note.key for note in document.footnotes] == keys
    assert [note.ordinal for note in document.footnotes] == list(range(1, len(keys) + 1))
    without_text = [f for f in document.findings if f.rule is FindingRule.NOTE_WITHOUT_TEXT]
    assert [f.source.key for f in without_text] == ["b" for note in notes if note.text is None]


def test_notes_of_a_version_from_which_nothing_is_taken_stay_out() -> None:
    other = replace(asked("b", FIRST), question_notes=(Note(number="1", text="De Krant"),))
    assert taken_footnotes((), [printed_questions(other)], (), Chamber.TK, None, {}) == ()


def test_a_part_that_is_taken_is_not_set_aside_and_replaces_others() -> None:
    kept, other = asked("a", FIRST), asked("b", FIRST, SECOND)
    third = asked("c", FIRST, replace(SECOND, text=passage("Hoeveel is dat geweest?")))
    joint = asked("d", FIRST, part("Hoeveel, en wie heeft dat bepaald?", "2", "3"))
    document = dossier(kept, other, third, joint).questions
    aside = [f for f in document.findings if f.rule is FindingRule.TEXT_SET_ASIDE]
    assert [(f.source.key, f.concerns and f.concerns.key) for f in aside] == [
        ("c", "2"),
        ("d", None),
    ]
    (replaced,) = document.replaced_parts
    assert (replaced.key, replaced.by) == ("2-3", ("2",))
    versions = [printed_questions(p) for p in (kept, other)]
    assert [r.key for r in replaced_parts((), versions[0], versions[1:])] == ["1", "2"]

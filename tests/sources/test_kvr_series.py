"""Headings of questions in running text: of a second set, or of the paper next to it."""

from collections.abc import Sequence
from datetime import date

import pytest

from kv2rdf.model.paper import Paper, PartKind
from tests.kvr_document import ANSWERER, document, items
from tests.papers import one

OWN = "127 Vragen van het lid Bij (ABC) over honing. (Ingezonden 3 april 1985)"
NEXT = "128 Vragen van de leden Raat en Was (beiden DEF) over was. (Ingezonden 4 april 1985)."
SECOND = "Vragen van de leden Korf (GHI) en Van Voorbeeld (ABC) over korven. (Ingekomen 5 april)"
ZERO = '<voetnoot nummer="0"/>'


def scan(
    asked: list[tuple[str, str]],
    replied: Sequence[tuple[str, str]] = (),
    *,
    line: str = "Antwoord",
    subject: str = "",
    tabled: str = "3 april 1985)",
    question_notes: str = "",
    answer_notes: str = "",
    answered: str = "",
) -> Paper:
    """Give number 127 of the Aanhangsel, with these questions and answers."""
    record = items(
        Vindplaats="Aanhangsel Tweede Kamer 1984-1985 nummer 127",
        Datum_indiening="1985-04-03",
        Datum_reaktie="1985-04-23",
    )
    return one(
        document(
            record=f'{record}<item attribuut="Beantwoorder">Kade</item>',
            last_line=line,
            subject=subject,
            tabled=tabled,
            answered=answered,
            answerers=f"{ANSWERER}<mede-antwoorder/>",
            questions="".join(f'<vraag nummer="{n}">{text}</vraag>' for n, text in asked),
            question_notes=question_notes,
            answers="".join(f'<antwoord nummer="{n}">{text}</antwoord>' for n, text in replied),
            answer_notes=answer_notes,
        )
    )


def questions(paper: Paper) -> list[tuple[tuple[str, ...], str, int]]:
    """Give the questions: numbers, text and set."""
    return [(part.numbers, part.text.text, part.series) for part in paper.questions]


def answers(paper: Paper) -> list[tuple[tuple[str, ...], str, int]]:
    """Give the answers: numbers, text and set."""
    return [(part.numbers, part.text.text, part.series) for part in paper.answers]


def told(paper: Paper, rule: str) -> list[str | None]:
    """Give the words of what is told by one rule."""
    return [remark.text for remark in paper.remarks if remark.rule == rule]


def test_a_heading_behind_which_numbers_begin_anew_opens_a_second_set() -> None:
    paper = scan(
        [("1", "Hoe?"), ("2", f"En? {SECOND}"), ("1", "Waar?"), ("2", "Wie?")],
        [("1", "Zo."), ("2", "Ja."), ("1", "Hier."), ("2", "Ik.")],
    )
    assert questions(paper) == [
        (("1",), "Hoe?", 1), (("2",), "En?", 1), (("1",), "Waar?", 2), (("2",), "Wie?", 2),
    ]  # fmt: skip
    assert [series for _, _, series in answers(paper)] == [1, 1, 2, 2]
    assert [(asker.name, asker.party) for asker in paper.askers] == [
        ("Van Voorbeeld", "ABC"), ("Korf", "GHI"),
    ]  # fmt: skip
    assert told(paper, "volgende-reeks-vragen") == [SECOND]


def test_answers_whose_numbers_go_on_are_of_one_set() -> None:
    paper = scan(
        [("1", f"Hoe? {SECOND}"), ("1", "Waar?"), ("2", "Wie?")], [("1 en 2", "Zo."), ("3", "Ik.")]
    )
    assert [series for _, _, series in answers(paper)] == [1, 1]


def test_an_answer_without_a_number_is_of_the_set_around_it() -> None:
    paper = scan(
        [("1", f"Hoe? {SECOND}"), ("1", "Waar?")], [("1", "Zo."), ("a", "Of niet."), ("1", "Hier.")]
    )
    assert [series for _, _, series in answers(paper)] == [1, 1, 2]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([("1", f"Hoe? {SECOND}"), ("2", "En?")], [(("1",), "Hoe?", 1), (("2",), "En?", 1)]),
        ([("1", f"Hoe? {SECOND}")], [(("1",), "Hoe?", 1)]),
        ([("1", f"Hoe? {SECOND} Of?"), ("2", "En?")],
         [(("1",), "Hoe?", 1), ((), "Of?", 1), (("2",), "En?", 1)]),
    ],
)  # fmt: skip
def test_a_heading_behind_which_numbers_go_on_is_the_papers_own(
    asked: list[tuple[str, str]], expected: list[tuple[tuple[str, ...], str, int]]
) -> None:
    paper = scan(asked)
    assert questions(paper) == expected
    assert told(paper, "opschrift-als-onderdeel") == [SECOND]
    assert len(paper.askers) == 1


def test_the_first_question_of_a_set_is_1_where_2_follows() -> None:
    paper = scan([("1", "Hoe?"), ("2", f"En? {SECOND} Waar?"), ("2", "Wie?")])
    assert questions(paper)[2:] == [(("1",), "Waar?", 2), (("2",), "Wie?", 2)]
    assert [part.label for part in paper.questions] == ["1", "2", None, "2"]


def test_what_is_told_of_a_question_behind_the_heading_follows_it() -> None:
    paper = scan([("1", f"Hoe? {SECOND} Waar?"), ("1", f"Wie {ZERO}"), ("2", f"En {ZERO}")])
    ordinals = [r.ordinal for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [3, 4]


def test_the_next_paper_among_the_questions_is_set_aside_with_the_last_line() -> None:
    paper = scan(
        [("1", "Hoe?"), ("2", f"En? {NEXT} Of?"), ("1", f"Waar? {ZERO}")], line="Tot slot."
    )
    assert questions(paper) == [(("1",), "Hoe?", 1), (("2",), "En?", 1)]
    assert told(paper, "tekst-van-ander-stuk") == [f"{NEXT} 2 Of? 1 Waar? 0 Tot slot."]
    assert told(paper, "laatste-regel-in-type") == []
    assert told(paper, "cijfer-als-nootteken") == []


def test_the_next_paper_among_the_answers_is_set_aside() -> None:
    paper = scan([("1", f"Hoe? {ZERO}")], [("1", "Zo."), ("2", NEXT), ("1", f"Waar? {ZERO}")])
    assert answers(paper) == [(("1",), "Zo.", 1)]
    (remark,) = (r for r in paper.remarks if r.rule == "tekst-van-ander-stuk")
    assert (remark.part, remark.text) == (PartKind.ANSWER, f"{NEXT} 1 Waar? 0")
    assert len(told(paper, "cijfer-als-nootteken")) == 1


def test_the_previous_paper_is_set_aside_with_its_subject_and_its_day() -> None:
    paper = scan(
        [("1", f"Toen {ZERO}"), ("2", f"Daar? {OWN}"), ("1", f"Hoe {ZERO}"), ("2", "En?")],
        subject="oude honing.",
        tabled="1 april 1985)",
    )
    assert questions(paper) == [(("1",), "Hoe 0", 1), (("2",), "En?", 1)]
    assert told(paper, "tekst-van-ander-stuk") == ["1 Toen 0 2 Daar?"]
    assert told(paper, "opschrift-als-onderdeel") == [OWN]
    assert told(paper, "dagen-spreken-elkaar-tegen") == []
    assert (paper.short_title, paper.tabled) == (None, date(1985, 4, 3))
    ordinals = [r.ordinal for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [1]


def test_a_heading_may_end_without_a_day_where_a_number_opens_it() -> None:
    own = OWN.partition(" (Ingezonden")[0]
    subject = f"oude honing. (lngezon- den 1 april 1985) Toen? {own}"
    paper = scan([("1", "Hoe?")], subject=subject, tabled="")
    assert questions(paper) == [(("1",), "Hoe?", 1)]
    assert told(paper, "tekst-van-ander-stuk") == ["Toen?"]
    assert told(paper, "tekst-in-onderwerp") == []
    assert paper.tabled == date(1985, 4, 3)


def test_a_heading_of_its_own_at_the_beginning_leaves_nothing_before_it() -> None:
    paper = scan([("0", f"{OWN} Hoe?"), ("2", "En?")])
    assert questions(paper) == [(("1",), "Hoe?", 1), (("2",), "En?", 1)]
    assert told(paper, "tekst-van-ander-stuk") == []


def test_a_paper_whose_heading_stands_among_answers_begins_there() -> None:
    reply = "Antwoord Antwoord van minister Groen (Landzaken). (Ontvangen 23 april 1985)"
    paper = scan(
        [("1", f"Toen {ZERO}")],
        [("1", f"Ja. {OWN}"), ("1", f'Hoe <voetnoot nummer="1"/>{ZERO}'), ("2", f"En? {reply}"),
         ("1", "Zo.")],
        subject="oude honing.",
        question_notes='<noot nummer="1">Oude noot</noot>',
        answer_notes='<noot nummer="1">Noot</noot>',
        answered="20 april 1985)",
    )  # fmt: skip
    assert questions(paper) == [(("1",), "Hoe 0", 1), (("2",), "En?", 1)]
    assert answers(paper) == [(("1",), "Zo.", 1)]
    assert told(paper, "tekst-van-ander-stuk") == ["1 Toen 0 1 Ja. Oude noot"]
    assert told(paper, "dagen-spreken-elkaar-tegen") == []
    assert [answerer.name for answerer in paper.answerers] == ["Groen"]
    assert [note.text for note in paper.question_notes] == ["Noot"]
    assert (paper.dated, paper.short_title) == (date(1985, 4, 23), None)
    ordinals = [(r.part, r.ordinal) for r in paper.remarks if r.rule == "cijfer-als-nootteken"]
    assert ordinals == [(PartKind.QUESTION, 1)]


@pytest.mark.parametrize("number", ["126", "129", "1"])
def test_a_paper_that_is_not_next_to_it_is_only_spoken_of(number: str) -> None:
    text = f"Kent u {number} Vragen van het lid Bij (ABC) over honing. (Ingezonden 3 april 1985)"
    paper = scan([("1", "Hoe?"), ("2", text)])
    assert questions(paper)[1:] == [(("2",), text, 1)]
    assert paper.remarks == ()

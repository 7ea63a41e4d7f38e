"""Numbered parts of a KVR document, and numbers in the text that were mistaken for theirs."""

import pytest

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import Paper
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note
from tests.every_case import every_case
from tests.kvr_document import document
from tests.papers import read_paper

MARK = '<voetnoot nummer="1"/>'


def with_answers(*answers: tuple[str, str]) -> Paper:
    """Read a paper with two questions and these answers."""
    written = "".join(f'<antwoord nummer="{number}">{text}</antwoord>' for number, text in answers)
    return read_paper(document(answers=written))


def with_questions(*questions: tuple[str, str]) -> Paper:
    """Read a paper with these questions."""
    written = "".join(f'<vraag nummer="{number}">{text}</vraag>' for number, text in questions)
    return read_paper(document(questions=written, answers=""))


def remarks_on(paper: Paper) -> list[tuple[str, int | None]]:
    """Return the rule of each remark, and the ordinal of its part."""
    return [(remark.rule, remark.ordinal) for remark in paper.remarks]


@every_case(
    ("number", "text", "whole"),
    [
        ("2001", "is gezegd.", "Op 3 mei 2001 is gezegd."),
        ("2001", "Ik zei dat.", "Op 3 mei 2001 Ik zei dat."),
        ("2001.", "Ik zei dat.", "Op 3 mei 2001. Ik zei dat."),
        ("2001", f"{MARK}. Ik zei dat.", "Op 3 mei 2001. Ik zei dat."),
        ("8", "Zij zijn er.", "Op 3 mei 8 Zij zijn er."),
        ("1", "keer.", "Op 3 mei 1 keer."),
        ("2", "keer.", None),
        ("7", "Zij zijn er.", None),
        ("1", "Zij zijn er.", None),
        ("1 en 2", "keer.", None),
    ],
)
def test_a_figure_is_text_if_no_part_can_have_it(number: str, text: str, whole: str | None) -> None:
    paper = with_answers(("1", "Op 3 mei"), (number, text))
    if whole is None:
        assert [part.label for part in paper.answers] == ["1", number]
        assert remarks_on(paper) == []
    else:
        assert [(part.numbers, part.text.text) for part in paper.answers] == [(("1",), whole)]
        assert remarks_on(paper) == [("getal-als-nummer", 1)]


def test_a_figure_before_all_others_begins_a_part_without_a_number() -> None:
    paper = with_answers(("1995", "was een goed jaar."), ("1", "Ja."))
    texts = [(part.label, part.text.text) for part in paper.answers]
    assert texts == [(None, "1995 was een goed jaar."), ("1", "Ja.")]


def test_an_answer_may_have_a_high_number_if_a_question_has() -> None:
    empty = '<vraag nummer=""/>' * 2
    questions = f'<vraag nummer="1">Hoe?</vraag>{empty}<vraag nummer="8">En?</vraag>'
    paper = read_paper(document(questions=questions, answers='<antwoord nummer="8">Zo.</antwoord>'))
    assert [part.numbers for part in paper.answers] == [("8",)]


@every_case(
    ("before", "number", "joined"),
    [
        ("Op 3 mei", "2001", "Op 3 mei 2001"),
        ("Zij telden:", "122", "Zij telden: 122"),
        ("Dat is zo.", "2001", None),
        ("Dat is zo", "2", None),
        ("Dat is zo", "", None),
    ],
)
def test_a_figure_without_text_ends_an_open_line(
    before: str, number: str, joined: str | None
) -> None:
    paper = with_answers(("1", before), (number, MARK))
    (answer,) = paper.answers
    assert paper.answer_notes == (Note(number="1"),)
    if joined is None:
        assert (answer.text.text, answer.text.marks) == (before, ())
        assert remarks_on(paper) == [("leeg-onderdeel", None), ("nootteken-zonder-plaats", None)]
    else:
        assert answer.text.text == joined
        assert [mark.offset for mark in answer.text.marks] == [len(joined)]
        assert remarks_on(paper) == [("getal-als-nummer", 1)]


@every_case(
    ("number", "text", "label", "numbers"),
    [
        ("1", "t/m 3 Ja.", "1 t/m 3", ("1", "2", "3")),
        ("1", "t / m 3. Ja.", "1 t / m 3.", ("1", "2", "3")),
        ("1 ", "tot en met 2 Ja.", "1 tot en met 2", ("1", "2")),
        ("1", "en2 Ja.", "1 en2", ("1", "2")),
        ("1, 2", "e n 3: «Ja.»", "1, 2 e n 3:", ("1", "2", "3")),
        ("1", "t/m 12 Ja.", "1 t/m 12", tuple(map(str, range(1, 13)))),
        ("1", "t/m 123 Ja.", "1", ("1",)),
        ("2", "en 1 Ja.", "2", ("2",)),
        ("1", "en 2 keer.", "1", ("1",)),
        ("1", "en 2 ", "1", ("1",)),
    ],
)
def test_the_rest_of_a_number_goes_with_it(
    number: str, text: str, label: str, numbers: tuple[str, ...]
) -> None:
    paper = with_answers((number, text))
    (answer,) = paper.answers
    assert (answer.label, answer.numbers) == (label, numbers)
    joint = [("nummer-loopt-door-in-tekst", 1)] if len(numbers) > number.count(",") + 1 else []
    assert remarks_on(paper) == joint


@every_case(
    ("before", "label", "numbers", "rule"),
    [
        ([("2", "")], "2 en 5", ("2", "5"), "eerste-nummer-apart"),
        ([("1", ""), ("2 ", "")], "2 en 5", ("2", "5"), "eerste-nummer-apart"),
        ([("4", "Neen.")], "en 5", ("5",), "eerste-nummer-ontbreekt"),
        ([("3", ""), ("4", "Neen.")], "en 5", ("5",), "eerste-nummer-ontbreekt"),
        ([("a", "")], "en 5", ("5",), "eerste-nummer-ontbreekt"),
    ],
)
def test_the_first_of_two_numbers_may_be_in_the_empty_element_before(
    before: list[tuple[str, str]], label: str, numbers: tuple[str, ...], rule: str
) -> None:
    paper = with_answers(*before, ("en 5", "Ja."))
    assert (paper.answers[-1].label, paper.answers[-1].numbers) == (label, numbers)
    rules = [r.rule for r in paper.remarks if r.location == "antwoord/@nummer en 5"]
    assert rules == [rule]
    empty = sum(not text for _, text in before) - (rule == "eerste-nummer-apart")
    assert [r.rule for r in paper.remarks].count(FindingRule.EMPTY_PART) == empty


@pytest.mark.parametrize("text", [f"{MARK}, zegt men.", "e graad, zegt men.", "mei was dat."])
def test_an_ordinal_is_not_a_number(text: str) -> None:
    paper = with_answers(("1", "Het 3e"), ("en 4", text))
    (answer,) = paper.answers
    assert (
        answer.text.text == f"Het 3e en 4{text.replace(MARK, '') if MARK in text else f' {text}'}"
    )


HEADING = "Vragen van het lid Bij (ABC) over honing."
NEARER = f"Nadere v{HEADING[1:]}"
DAY = "(Ingezonden 3 mei 1985)"


@every_case(
    ("number", "text", "heading", "left"),
    [
        ("46", f"{HEADING} {DAY}", f"46 {HEADING} {DAY}", None),
        ("46", f"{HEADING} {DAY}. Kent u", f"46 {HEADING} {DAY}.", "Kent u"),
        ("46", NEARER, f"46 {NEARER}", None),
        ("", f"over honing. {DAY}.", f"over honing. {DAY}.", None),
        ("13", "mei 1993) Kent u", "13 mei 1993)", "Kent u"),
    ],
)
def test_the_heading_of_the_paper_is_not_a_question(
    number: str, text: str, heading: str, left: str | None
) -> None:
    paper = with_questions((number, text), ("2", "En dan?"))
    (remark,) = paper.remarks
    assert (remark.rule, remark.part) == ("opschrift-als-onderdeel", PartKind.QUESTION)
    assert (remark.text, remark.ordinal) == (heading, None)
    first = [(("1",), left)] if left else []
    texts = [(part.numbers, part.text.text) for part in paper.questions]
    assert texts == [*first, (("2",), "En dan?")]


def test_a_mark_in_the_heading_of_the_paper_loses_its_place() -> None:
    paper = with_questions(("46", f"{HEADING} {MARK}(Ingezonden 3 mei) Kent u"), ("2", "En dan?"))
    assert paper.question_notes == (Note(number="1"),)
    assert [part.text.marks for part in paper.questions] == [(), ()]
    assert remarks_on(paper)[1:] == [("nootteken-zonder-plaats", None)]


def test_only_the_end_of_its_day_is_the_heading_of_an_answer() -> None:
    paper = with_answers(("13", "mei 1993). Ja."), ("2", HEADING))
    texts = [(part.label, part.text.text) for part in paper.answers]
    assert texts == [(None, "Ja."), ("2", HEADING)]


@every_case(
    ("text", "read"),
    [
        ('2 <voetnoot nummer="1"/>⁄ <voetnoot nummer="2"/> procent', "2 1⁄2 procent"),
        ('<voetnoot nummer="1"/>⁄ <voetnoot nummer="2"/>uur', "1⁄2 uur"),
        ('in A <voetnoot nummer="0"/>, in B <voetnoot nummer="0"/>paren', "in A 0, in B 0 paren"),
        ('in A <voetnoot nummer="0"/> <voetnoot nummer="0"/>', "in A 0 0"),
    ],
)
def test_a_figure_that_was_a_mark_is_restored(text: str, read: str) -> None:
    paper = with_answers(("1", text))
    (answer,) = paper.answers
    assert (answer.text.text, answer.text.marks, paper.answer_notes) == (read, (), ())
    assert remarks_on(paper) == [("cijfer-als-nootteken", 1)] * 2


@every_case(
    ("begun", "figure", "goes_on", "read", "marks"),
    [
        ("de CO ", "2", "-uitstoot", "de CO2-uitstoot", []),
        ("een CO ", "2", "prijs", "een CO2 prijs", []),
        ("4 m ", "3", "gas", "4 m3 gas", []),
        ("mg/m ", "3", ", zegt", "mg/m3, zegt", []),
        ("500 km ", "2", "/jaar", "500 km2/jaar", []),
        ("N ", "2", "O en", "N2O en", []),
        ("(UF ", "6", ").", "(UF6).", []),
        ("van de ECO ", "2", "-raad", "van de ECO-raad", ["2"]),
        ("van TNO ", "2", "en", "van TNO en", ["2"]),
        ("Bent U ", "3", "Op de hoogte", "Bent U Op de hoogte", ["3"]),
        ("een deur van 200 cm ", "2", "hoog", "een deur van 200 cm hoog", ["2"]),
        ("2,7 m ", "1", "hoog", "2,7 m hoog", ["1"]),
        ("de CO ", "1", "-uitstoot", "de CO-uitstoot", ["1"]),
    ],
)
def test_the_figure_of_a_formula_is_not_a_mark_and_others_are(
    begun: str, figure: str, goes_on: str, read: str, marks: list[str]
) -> None:
    (answer,) = with_answers(("1", f'{begun}<voetnoot nummer="{figure}"/>{goes_on}')).answers
    assert (answer.text.text, [mark.number for mark in answer.text.marks]) == (read, marks)


@pytest.mark.parametrize("goes_on", [", zegt men.", ") en verder.", ". En verder."])
def test_no_part_begins_with_the_end_of_a_sentence(goes_on: str) -> None:
    paper = with_answers(("1", "Op 3 mei jl."), ("2", goes_on), ("2", "Ja."))
    assert [part.text.text for part in paper.answers] == [f"Op 3 mei jl. 2{goes_on}", "Ja."]
    assert remarks_on(paper) == [("getal-als-nummer", 1)]


@pytest.mark.parametrize("opening", [".8 Was dat zo?", ", zegt men."])
def test_a_figure_at_the_start_or_before_a_fraction_is_a_number(
    opening: str,
) -> None:
    first = () if opening.startswith(",") else (("1", "Ja."),)
    paper = with_answers(*first, ("2", opening))
    assert [part.numbers for part in paper.answers][-1] == ("2",)

"""The last printed line of a KVR document, in ``kvr/@type``."""

from datetime import date

import pytest

from kv2rdf.model.kinds import PaperKind, PartKind
from tests.kvr_document import document, notice, questions_only
from tests.papers import one, rules, texts


@pytest.mark.parametrize(
    ("broken_off", "line", "whole"),
    [
        ("Wat doet u", "daaraan?", "Wat doet u daaraan?"),
        ("Wat doet de minister-", "president?", "Wat doet de minister-president?"),
        ("Wat doet u ", " daaraan? ", "Wat doet u daaraan?"),
    ],
)
def test_the_last_line_ends_the_last_question(broken_off: str, line: str, whole: str) -> None:
    asked = f'<vraag nummer="1">Hoe?</vraag><vraag nummer="2">{broken_off}</vraag>'
    paper = one(questions_only(questions=asked, last_line=line))
    assert texts(paper.questions) == [(("1",), "Hoe?"), (("2",), whole)]
    assert rules(paper) == [("laatste-regel-in-type", PartKind.QUESTION, 2)]


def test_the_last_line_ends_the_explanation_where_there_is_one() -> None:
    explained = "<toelichting>Ter aanvulling op eerdere</toelichting>"
    paper = one(questions_only(explanation=explained, last_line="vragen."))
    assert paper.explanation is not None
    assert paper.explanation.text == "Ter aanvulling op eerdere vragen."
    assert texts(paper.questions)[1] == (("2",), "Zo ja, en dan?")
    assert rules(paper) == [("laatste-regel-in-type", PartKind.EXPLANATION, 1)]


def test_the_last_line_ends_the_notice_where_there_is_one() -> None:
    paper = one(notice("Mededeling van minister Voorbeeld. Ik zal u de antwoorden"))
    assert (paper.kind, paper.dated) == (PaperKind.NOTICE, date(2005, 2, 23))
    assert paper.notice is not None
    assert paper.notice.text.endswith("Ik zal u de antwoorden zenden.")
    assert paper.answerers[0].office == "minister Marktzaken"
    assert texts(paper.questions)[1] == (("2",), "Zo ja, en dan?")
    assert rules(paper) == [("laatste-regel-in-type", None, None)]


EMPTY = '<antwoord nummer="1">Ja.</antwoord><antwoord nummer="2"/>'


def test_it_is_the_text_of_a_last_answer_that_has_only_its_number() -> None:
    paper = one(document(answers=EMPTY, last_line="Neen."))
    assert texts(paper.answers) == [(("1",), "Ja."), (("2",), "Neen.")]
    assert rules(paper) == [("laatste-regel-in-type", PartKind.ANSWER, 2)]


def test_it_is_the_text_of_a_last_question_that_has_only_its_number() -> None:
    asked = '<vraag nummer="1">Hoe?</vraag><vraag nummer="2"/>'
    paper = one(questions_only(questions=asked, last_line="En dan?"))
    assert texts(paper.questions) == [(("1",), "Hoe?"), (("2",), "En dan?")]
    assert rules(paper) == [("laatste-regel-in-type", PartKind.QUESTION, 2)]


@pytest.mark.parametrize("line", ["gulden.", "8", ","])
def test_a_line_that_begins_no_sentence_ends_the_text_before_an_empty_part(line: str) -> None:
    paper = one(document(answers=EMPTY, last_line=line))
    assert texts(paper.answers) == [(("1",), f"Ja. {line}")]
    assert rules(paper) == [
        ("leeg-onderdeel", PartKind.ANSWER, None),
        ("laatste-regel-in-type", PartKind.ANSWER, 1),
    ]

"""A last question or answer without text, whose text is in the last printed line."""

import pytest

from kv2rdf.model.kinds import PartKind
from tests.kvr_document import document, questions_only
from tests.papers import read_paper, rules, texts

EMPTY = '<antwoord nummer="1">Ja.</antwoord><antwoord nummer="2"/>'


def test_the_last_line_is_the_text_of_a_last_answer_with_only_a_number() -> None:
    paper = read_paper(document(answers=EMPTY, last_line="Neen."))
    assert texts(paper.answers) == [(("1",), "Ja."), (("2",), "Neen.")]
    assert rules(paper) == [("laatste-regel-in-type", PartKind.ANSWER, 2)]


def test_the_last_line_is_the_text_of_a_last_question_with_only_a_number() -> None:
    questions = '<vraag nummer="1">Hoe?</vraag><vraag nummer="2"/>'
    paper = read_paper(questions_only(questions=questions, last_line="En dan?"))
    assert texts(paper.questions) == [(("1",), "Hoe?"), (("2",), "En dan?")]
    assert rules(paper) == [("laatste-regel-in-type", PartKind.QUESTION, 2)]


@pytest.mark.parametrize("line", ["gulden.", "8", ","])
def test_a_line_within_a_sentence_ends_the_text_before_an_empty_part(line: str) -> None:
    paper = read_paper(document(answers=EMPTY, last_line=line))
    assert texts(paper.answers) == [(("1",), f"Ja. {line}")]
    assert rules(paper) == [
        ("leeg-onderdeel", PartKind.ANSWER, None),
        ("laatste-regel-in-type", PartKind.ANSWER, 1),
    ]

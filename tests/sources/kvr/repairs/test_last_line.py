"""The last printed line of a KVR document, in ``kvr/@type``."""

from datetime import date

import pytest

from kv2rdf.model.kinds import PaperKind, PartKind
from tests.kvr_document import notice, questions_only
from tests.papers import read_paper, rules, texts


@pytest.mark.parametrize(
    ("broken_off", "line", "whole"),
    [
        ("Wat doet u", "daaraan?", "Wat doet u daaraan?"),
        ("Wat doet de minister-", "president?", "Wat doet de minister-president?"),
        ("Wat doet u ", " daaraan? ", "Wat doet u daaraan?"),
    ],
)
def test_the_last_line_ends_the_last_question(broken_off: str, line: str, whole: str) -> None:
    questions = f'<vraag nummer="1">Hoe?</vraag><vraag nummer="2">{broken_off}</vraag>'
    paper = read_paper(questions_only(questions=questions, last_line=line))
    assert texts(paper.questions) == [(("1",), "Hoe?"), (("2",), whole)]
    assert rules(paper) == [("laatste-regel-in-type", PartKind.QUESTION, 2)]


def test_the_last_line_ends_the_explanation_if_there_is_one() -> None:
    explanation = "<toelichting>Ter aanvulling op eerdere</toelichting>"
    paper = read_paper(questions_only(explanation=explanation, last_line="vragen."))
    assert paper.explanation is not None
    assert paper.explanation.text == "Ter aanvulling op eerdere vragen."
    assert texts(paper.questions)[1] == (("2",), "Zo ja, en dan?")
    assert rules(paper) == [("laatste-regel-in-type", PartKind.EXPLANATION, 1)]


def test_the_last_line_ends_the_notice_if_there_is_one() -> None:
    paper = read_paper(notice("Mededeling van minister Voorbeeld. Ik zal u de antwoorden"))
    assert (paper.kind, paper.dated) == (PaperKind.NOTICE, date(2005, 2, 23))
    assert paper.notice is not None
    assert paper.notice.text.endswith("Ik zal u de antwoorden zenden.")
    assert paper.answerers[0].whole_office == "minister Marktzaken"
    assert texts(paper.questions)[1] == (("2",), "Zo ja, en dan?")
    assert rules(paper) == [("laatste-regel-in-type", None, None)]

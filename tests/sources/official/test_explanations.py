"""The explanation of the questions of an official paper: "Toelichting: …"."""

import pytest

from kv2rdf.model.kinds import PaperKind
from tests.every_case import every_case
from tests.papers import read_paper
from tests.sources.official.papers import NOTIFIED, answer, note, official, question

QUESTION, ANSWER = question("1", "Gaat hij?"), answer("1", "Ja.")
HEADED = "<al>Toelichting:</al><al>Dit vult aan.</al>"
NOTIFICATION = "<tussenkop>Mededeling</tussenkop><al>Later.</al>"


@every_case(
    ("blocks", "explanation"),
    [
        ("<al>Toelichting: dit vult aan.</al>", "Toelichting: dit vult aan."),
        (HEADED, "Toelichting:\nDit vult aan."),
        ("<tussenkop>Toelichting</tussenkop><al>a</al><al>b</al>", "Toelichting\na\nb"),
        (f"<kamervraagopmerking>{HEADED}</kamervraagopmerking>", "Toelichting:\nDit vult aan."),
        ("<al>Toelichting op het antwoord: nee.</al>", None),
        ("<al>De toelichting: nee.</al>", None),
    ],
)
def test_an_explanation_after_the_last_part_is_that_of_the_questions(
    blocks: str, explanation: str | None
) -> None:
    paper = read_paper(official(QUESTION, ANSWER, blocks))
    assert (paper.explanation.text if paper.explanation else None) == explanation
    assert (paper.answers[0].text.text == "Ja.") is (explanation is not None)
    assert (paper.remarks == ()) is (explanation is not None)


def test_other_text_after_the_last_part_is_kept_with_it() -> None:
    paper = read_paper(official(QUESTION, ANSWER, f"<al>Tot slot.</al>{HEADED}"))
    assert paper.answers[0].text.text == "Ja.\nTot slot."
    assert paper.explanation is not None


def test_an_explanation_before_another_part_stays_in_that_part() -> None:
    paper = read_paper(official(HEADED, QUESTION, ANSWER))
    assert paper.explanation is None
    assert paper.questions[0].text.text == "Toelichting:\nDit vult aan.\nGaat hij?"


@pytest.mark.parametrize(
    "blocks",
    [
        f"{HEADED}<kamervraagopmerking>{NOTIFICATION}</kamervraagopmerking>",
        f"<kamervraagopmerking>{HEADED}{NOTIFICATION}</kamervraagopmerking>",
        f"{HEADED}{NOTIFICATION}",
    ],
)
def test_a_notice_may_follow_an_explanation(blocks: str) -> None:
    paper = read_paper(official(QUESTION, blocks, replied=NOTIFIED))
    assert paper.kind is PaperKind.NOTICE
    assert (paper.explanation and paper.explanation.text) == "Toelichting:\nDit vult aan."
    assert (paper.notice and paper.notice.text) == "Later."


def test_a_footnote_of_an_explanation_is_one_of_the_questions() -> None:
    words = f"<al>Toelichting: zie{note('7', 'Krant.')}.</al>"
    paper = read_paper(official(QUESTION, ANSWER, words))
    assert [(found.number, found.text) for found in paper.question_notes] == [("7", "Krant.")]

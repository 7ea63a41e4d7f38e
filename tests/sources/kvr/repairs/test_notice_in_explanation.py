"""A notice after the explanation of a KVR document."""

from datetime import date

import pytest

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention
from tests.every_case import every_case
from tests.kvr_document import document
from tests.papers import read_paper

NOTICE = "mededeling van minister Kade (Marktzaken). (Ontvangen 24 mei 2005) Wij zoeken nog"


def with_explanation(text: str, *, answers: str = "") -> str:
    return document(
        last_line="verder.",
        explanation=f"<toelichting>{text}</toelichting>",
        answers=answers,
        reply_day="",
        answerers='<antwoorder functie="" ministerie=""/><mede-antwoorder/>',
    )


@every_case("heading", ["Nadere m", "M", "Nadere mededeling Nadere m", "Mededeling M"])
def test_a_notice_after_the_explanation_is_the_notice_of_the_paper(heading: str) -> None:
    notice = heading + NOTICE[1:]
    paper = read_paper(with_explanation(f"Ter aanvulling. {notice}"))
    assert paper.kind is PaperKind.NOTICE
    assert paper.explanation is not None
    assert paper.notice is not None
    assert (paper.explanation.text, paper.notice.text) == ("Ter aanvulling.", f"{notice} verder.")
    officer = Mention(printed="Kade", name="Kade", office="minister", ministry="Marktzaken")
    assert paper.answerers == (officer,)
    assert paper.dated == date(2005, 2, 23)  # The date in the record.
    assert "mededeling-in-toelichting" in [remark.rule for remark in paper.remarks]


@every_case(
    ("letters", "kind"),
    [
        (2, PaperKind.ANSWER),
        (3, PaperKind.NOTICE),
        (400, PaperKind.NOTICE),
        (401, PaperKind.ANSWER),
    ],
)
def test_the_heading_of_a_notice_names_the_minister_in_3_to_400_characters(
    letters: int, kind: PaperKind
) -> None:
    notice = f"Mededeling van {'x' * letters}(Ontvangen 24 mei 2005) Wij zoeken nog"
    assert read_paper(with_explanation(notice)).kind is kind


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Zie de mededeling van minister Kade.", ""),
        (f"Ter aanvulling. M{NOTICE[1:]}", '<antwoord nummer="1">Ja.</antwoord>'),
    ],
)
def test_other_explanations_are_unchanged(text: str, answers: str) -> None:
    paper = read_paper(with_explanation(text, answers=answers))
    assert paper.kind is PaperKind.ANSWER
    assert paper.explanation is not None
    assert paper.explanation.text.startswith(text)

"""The question document of a case."""

from datetime import date

from kv2rdf.model.kinds import PaperKind
from tests.kvr_document import ANSWERS, document
from tests.linking.dossiers import (
    QUESTION_PAPER,
    QUESTIONS,
    dossier,
    rules,
)
from tests.papers import paper, read_paper


def test_a_case_without_questions_has_a_question_document() -> None:
    found = dossier(paper("a", PaperKind.NOTICE, annex="9", notice="Later."))
    assert (found.questions.parts, found.questions.dated) == ((), date(2005, 2, 5))


def test_a_remark_on_questions_is_a_finding_on_the_question_document() -> None:
    empty = f"{ANSWERS}<antwoord nummer='3'/>"
    found = dossier(
        read_paper(document(questions=f"{QUESTIONS}<vraag nummer='3'/>", answers=empty))
    )
    assert rules(found.questions) == [("leeg-onderdeel", "KVR1")]
    assert rules(found.answers[0]) == [("leeg-onderdeel", "KVR1")]
    assert found.questions.findings[0].location == "vraag/@nummer 3"


def test_what_a_paper_without_questions_prints_about_them_is_kept() -> None:
    xml = document(
        questions='<vraag nummer="1"/>',
        question_notes='<noot nummer="1">De Krant</noot>',
        explanation="<toelichting>Zo is het.</toelichting>",
        tabled="Uoktober 1993)",
    )
    questions = dossier(QUESTION_PAPER, read_paper(xml, "KVR3.xml")).questions
    assert [source.key for source in questions.sources] == ["V040509430"]
    kept = [finding.text for finding in questions.findings if finding.source.key == "KVR3"]
    assert {"Uoktober 1993)", "De Krant", "Zo is het."} <= set(kept)

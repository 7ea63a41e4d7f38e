"""The question document of a case."""

from datetime import date

from kv2rdf.model.kinds import PaperKind, TextState
from tests.every_case import every_case
from tests.kvr_document import ANSWERS, document, items
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


@every_case(
    ("printed", "title"),
    [
        ("Vragen over het weer. (Ingezonden 5 mei 1985); Antwoord", "Vragen over het weer"),
        ("Vragen over het weer.; Antwoord", "Vragen over het weer"),
        ("Vragen over het weer; en over regen", "Vragen over het weer; en over regen"),
        ("; Antwoord", "2040509430"),
        ("(Ingezonden 5 mei 1985); Antwoord", "2040509430"),
    ],
)
def test_the_title_of_a_case_is_a_title_without_its_outcome(printed: str, title: str) -> None:
    record = items(Bibliografische_omschrijving=printed)
    assert dossier(read_paper(document(record=record))).title == title


def test_a_remark_on_questions_is_a_finding_on_the_question_document() -> None:
    empty = f"{ANSWERS}<antwoord nummer='3'/>"
    found = dossier(
        read_paper(document(questions=f"{QUESTIONS}<vraag nummer='3'/>", answers=empty))
    )
    assert rules(found.questions) == [("leeg-onderdeel", "KVR1")]
    assert rules(found.answers[0]) == [("leeg-onderdeel", "KVR1")]
    assert found.questions.findings[0].location == "vraag/@nummer 3"


@every_case(
    ("questions", "notes", "state"),
    [
        (QUESTIONS, "", TextState.COMPLETE),
        (f"{QUESTIONS}<vraag nummer='3'/>", "", TextState.PARTIAL),
        ("<vraag nummer='1'>Kent u dit?<voetnoot nummer='1'/></vraag>", "", TextState.PARTIAL),
        ("<vraag nummer='1'/>", "", TextState.DATA_ONLY),
        ("<vraag nummer='1'/>", "<noot nummer='1'>De Krant</noot>", TextState.DATA_ONLY),
    ],
)
def test_the_state_of_the_text_follows_from_what_the_source_lacks(
    questions: str, notes: str, state: TextState
) -> None:
    found = dossier(read_paper(document(questions=questions, question_notes=notes)))
    assert found.questions.text_state is state
    assert found.answers[0].text_state is None


def test_what_another_version_lacks_or_an_answer_does_not_make_the_questions_partial() -> None:
    empty = f"{ANSWERS}<antwoord nummer='3'/>"
    reprint = read_paper(
        document(questions=f"{QUESTIONS}<vraag nummer='3'/>", answers=empty), "KVR3.xml"
    )
    assert dossier(QUESTION_PAPER, reprint).questions.text_state is TextState.COMPLETE
    assert dossier(reprint).questions.text_state is TextState.PARTIAL
    only_answer = read_paper(document(answers=empty))
    assert dossier(only_answer).questions.text_state is TextState.COMPLETE


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

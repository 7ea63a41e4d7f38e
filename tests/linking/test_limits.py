"""Papers within the limits of linking are linked, and those beyond them raise LimitError."""

import pytest

from kv2rdf.errors import LimitError
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.model import limits
from kv2rdf.model.document import AnswerReference
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper
from tests import papers
from tests.kvr_document import document
from tests.linking.dossiers import dossier


def _of_one_case(number: int, questions: int = 0) -> list[Paper]:
    parts = tuple(papers.part(f"Vraag {n}?", str(n)) for n in range(1, questions + 1))
    return [
        papers.paper(f"KVR{n}", PaperKind.ANSWER, annex=str(n), questions=parts)
        for n in range(1, number + 1)
    ]


def test_papers_about_one_case_are_counted() -> None:
    assert len(dossier(*_of_one_case(limits.PAPERS.most)).answers) == limits.PAPERS.most
    with pytest.raises(LimitError, match="has more than 100 papers of connected cases"):
        assemble(_of_one_case(limits.PAPERS.most + 1), papers.person_matcher())


def test_pairs_of_questions_are_counted_before_they_are_compared() -> None:
    assert len(dossier(*_of_one_case(2, 500)).answers) == 2
    with pytest.raises(LimitError, match="has more than 250,000 pairs of questions"):
        assemble(_of_one_case(2, 501), papers.person_matcher())
    assert len(dossier(*_of_one_case(1, 501)).questions.parts) == 501


def test_papers_that_a_reply_refers_to_are_counted() -> None:
    def keys(numbers: str) -> tuple[str, ...]:
        words = f"zie ook Aanhangsel Handelingen nrs. {numbers}, vergaderjaar 2001-2002"
        return case_keys(papers.paper("KVR1", PaperKind.ANSWER, see_also=(words,)))

    found = [key for key in keys("1 t/m 4999 en 7000") if key.startswith("ah-tk-20012002-")]
    assert len(found) == limits.REFERENCES.most
    with pytest.raises(LimitError, match="has more than 5,000 references"):
        keys("1 t/m 5001")


def test_answers_that_answers_refer_to_are_counted() -> None:
    answers = "".join(f'<antwoord nummer="{n}">Ja.</antwoord>' for n in range(1, 71))
    text = " ".join(["Zie het antwoord op de vragen 1 t/m 70."] * 71)

    def references(last: int) -> tuple[AnswerReference, ...]:
        more = f"Zie ook het antwoord op de vragen 1 t/m {last}."
        own = f'<antwoord nummer="71">{text} {more}</antwoord>'
        questions = answers.replace("antwoord", "vraag")
        paper = papers.read_paper(document(questions=questions, answers=answers + own))
        return dossier(paper).answers[0].parts[-1].references

    assert sum(len(found.answer_keys) for found in references(30)) == limits.REFERENCES.most
    with pytest.raises(LimitError, match="has more than 5,000 references"):
        references(31)

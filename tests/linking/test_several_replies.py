"""Several replies to one set of questions, each to some of them, and replies without a question."""

from datetime import date
from itertools import permutations

from msgspec.structs import replace

from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import State
from kv2rdf.model.kinds import PaperKind, SourceKind
from kv2rdf.model.rules import FindingRule
from tests.linking.dossiers import dossier, texts
from tests.papers import paper, part

Q, A = PaperKind.QUESTIONS, PaperKind.ANSWER
QUESTIONS = (
    part("Is er zand van het strand gehaald?", "1"),
    part("Hoeveel kubieke meter zand is dat geweest?", "2"),
    part("Wie heeft daarvoor toestemming gegeven?", "3"),
)
ASKED = paper("q", Q, questions=QUESTIONS)
FIRST = paper(
    "z", A, annex="7", dated=date(2005, 3, 1),
    answers=(part("Ja.", "1"), part("Dat is veel.", "2")),
)  # fmt: skip
SECOND = paper("a", A, annex="9", dated=date(2005, 3, 8), answers=(part("De minister.", "3"),))
CORRECTED = replace(SECOND, answers=(part("Neen, toch niet.", "1"), *SECOND.answers))


def links(document: CaseDocument) -> list[str]:
    """Return the keys of the questions that the answers of a document reply to."""
    return [link.question_key for p in document.parts for link in p.answers_to]


def test_each_of_several_answer_papers_keeps_its_share_in_order_of_receipt() -> None:
    for papers in permutations((ASKED, FIRST, SECOND)):
        found = dossier(*papers)
        assert [texts(answer) for answer in found.answers] == [
            ["Ja.", "Dat is veel."],
            ["De minister."],
        ]
        assert [links(answer) for answer in found.answers] == [["1", "2"], ["3"]]
        assert (found.answered, found.state) == (date(2005, 3, 1), State.ANSWERED)


def test_a_second_answer_to_a_question_does_not_replace_the_first() -> None:
    found = dossier(ASKED, CORRECTED, FIRST)
    assert [links(answer) for answer in found.answers] == [["1", "2"], ["1", "3"]]
    assert [texts(answer)[0] for answer in found.answers] == ["Ja.", "Neen, toch niet."]
    rules = {finding.rule for answer in found.answers for finding in answer.findings}
    assert rules == {FindingRule.ANSWERER_MISSING}  # These papers do not name the answerers.


def test_an_answer_after_a_further_answer_is_not_the_first_answer() -> None:
    further = replace(SECOND, kind=PaperKind.FURTHER_ANSWER)
    earlier = replace(further, dated=date(2005, 2, 1))
    same_day = replace(further, dated=FIRST.dated)
    tabled = replace(ASKED, dated=date(2005, 1, 10))
    for other, days in ((further, 24), (same_day, 24), (earlier, None)):
        found = dossier(tabled, FIRST, other)
        assert (found.answered, found.state) == (FIRST.dated, State.ANSWERED)
        assert found.deadline.days == days
        assert (found.deadline.is_in_time is None) == (days is None)


def test_two_answer_papers_of_one_day_are_in_order_of_their_numbers() -> None:
    same_day = replace(SECOND, dated=FIRST.dated)
    found = dossier(same_day, ASKED, FIRST)
    assert [a.number and a.number.number for a in found.answers] == ["7", "9"]


def test_the_shares_of_two_answer_papers_without_a_number_stay_apart() -> None:
    papers = (replace(p, annex_number=None) for p in (SECOND, FIRST))
    found = dossier(ASKED, *papers)
    assert [links(answer) for answer in found.answers] == [["1", "2"], ["3"]]
    assert [answer.fallback_key for answer in found.answers] == ["z", "a"]


def test_an_answer_without_its_question_paper_answers_the_question_document() -> None:
    found = dossier(SECOND, FIRST)
    assert found.questions.parts == ()
    assert [links(answer) for answer in found.answers] == [[], []]
    assert [texts(answer)[0] for answer in found.answers] == ["Ja.", "De minister."]


def test_a_share_that_another_source_prints_too_stays_one_answer_paper() -> None:
    page = paper(
        "p", A, annex="7", dated=date(2005, 3, 1), answers=FIRST.answers,
        source=SourceKind.OPENKAMER,
    )  # fmt: skip
    found = dossier(ASKED, FIRST, SECOND, page)
    assert [[s.key for s in answer.sources] for answer in found.answers] == [["z", "p"], ["a"]]


def test_questions_that_are_withdrawn_have_no_answer() -> None:
    withdrawn = paper(
        "w", PaperKind.NOTICE, annex="8", notice="De vragen zijn ingetrokken.", questions=QUESTIONS
    )
    assert dossier(ASKED, withdrawn).state is State.WITHDRAWN
    assert dossier(withdrawn).state is State.WITHDRAWN
    assert dossier(withdrawn, FIRST).state is State.ANSWERED

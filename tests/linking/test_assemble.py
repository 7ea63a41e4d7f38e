"""The papers of one cluster become its dossiers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kv2rdf.linking.assemble import assemble
from kv2rdf.model.document import QuestionLink
from kv2rdf.model.dossier import Cluster, State
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import CaseRecord, Paper
from tests.kvr_document import document, notice
from tests.linking.dossiers import (
    ANSWER,
    NOTICE,
    QUESTION_PAPER,
    REPRINT,
    SEED,
    dossier,
    rules,
    texts,
)
from tests.papers import paper, part, person_matcher, read_paper

Q, A, N = PaperKind.QUESTIONS, PaperKind.ANSWER, PaperKind.NOTICE
JOINT = paper("j", A, cases=(("2040500010",), ("2040500020",)), annex="9",
              answers=(part("Ja.", "1"), part("Nee.", "2")))  # fmt: skip
SHARED = (
    JOINT,
    paper("a", Q, cases=(("2040500010",),), questions=(part("Een?", "1"), part("Twee?", "2"))),
    paper("b", Q, cases=(("2040500020",),), questions=(part("Drie?", "1"),)),
)

RECORD = replace(paper("r", Q, cases=(("2040509430",),)), record=CaseRecord(is_settled=False))
ELSEWHERE = "Deze vragen zijn beantwoord bij brief van"


def test_three_papers_of_one_case_are_one_dossier() -> None:
    found = dossier(QUESTION_PAPER, NOTICE, ANSWER)
    assert (found.id, found.state, found.session_year) == (
        "2040509430",
        State.ANSWERED,
        "2004-2005",
    )
    assert found.title == (
        "Vragen van het lid Van Voorbeeld (ABC) aan de minister van Marktzaken over het weer op "
        "de markt"
    )
    assert [d.kind for d in found.documents] == [Q, N, A]
    assert texts(found.questions) == ["Kent u het bericht?", "Zo ja, en dan?"]
    assert [source.key for source in found.questions.sources] == ["V040509430", "KVR2", "KVR3"]
    assert rules(found.questions) == [
        ("laatste-regel-in-type", "V040509430"),
        ("exacte-kopie", "KVR2"),
        ("exacte-kopie", "KVR3"),
    ]
    assert found.notices[0].is_delay
    assert found.notices[0].delay_reason == "Dit kan niet binnen de termijn, omdat er overleg is."
    assert [part.answers_to[0].question_key for part in found.answers[0].parts] == ["1", "2"]
    assert (found.deadline.days, found.deadline.is_in_time) == (18, True)


@pytest.mark.parametrize(
    ("papers", "state"),
    [
        ((QUESTION_PAPER,), State.OPEN),
        ((NOTICE,), State.DELAYED),
        ((ANSWER, NOTICE), State.ANSWERED),
        ((read_paper(notice("De vragen zijn ingetrokken, dat kan ik u")),), State.WITHDRAWN),
        ((read_paper(notice("Deze vragen heb ik")),), State.OPEN),
        ((read_paper(notice(ELSEWHERE)),), State.SETTLED),
        ((read_paper(notice(ELSEWHERE)), RECORD), State.OPEN),
    ],
)
def test_the_state_of_a_case_follows_from_its_papers(
    papers: tuple[Paper, ...], state: State
) -> None:
    assert dossier(*papers).state is state


@pytest.mark.parametrize(
    ("words", "extended"),
    [("uiterlijk", date(2005, 5, 1)), ("voor", date(2005, 4, 30)), ("omstreeks", None)],
)
def test_an_approximate_date_for_the_answer_sets_no_deadline(
    words: str, extended: date | None
) -> None:
    text = f"Dat kan niet binnen de termijn. Ik zal u de antwoorden {words} 1 mei 2005"
    found = dossier(QUESTION_PAPER, read_paper(notice(text), "KVR2.xml"))
    announced = found.notices[0].announced
    assert announced
    assert announced.day == (extended or date(2005, 5, 1))
    assert found.deadline.extended == extended


def test_a_further_answer_does_not_end_the_term() -> None:
    further = read_paper(document(last_line="Nader antwoord"))
    found = dossier(further)
    assert (found.state, found.deadline.days) == (State.ANSWERED, None)


def test_two_cases_that_share_a_paper_are_two_dossiers_of_one_cluster() -> None:
    first, second = assemble(SHARED, person_matcher()).dossiers
    assert [first.id, second.id] == ["2040500010", "2040500020"]
    assert first.answers == second.answers
    (answer,) = first.answers
    assert (answer.home_case, answer.cases) == ("2040500010", ("2040500010", "2040500020"))
    assert texts(first.questions) == ["Een?", "Twee?"]
    assert texts(second.questions) == ["Drie?"]
    assert answer.parts[1].answers_to == (QuestionLink(case="2040500010", question_key="2"),)
    assert (first.aliases, second.aliases) == ((), ())


CLUSTERS = [(QUESTION_PAPER, NOTICE, ANSWER), SHARED, REPRINT, SEED]


@given(st.data())
def test_the_order_of_papers_makes_no_difference(data: st.DataObject) -> None:
    papers = data.draw(st.sampled_from(CLUSTERS))
    expected: Cluster = assemble(papers, person_matcher())
    assert assemble(data.draw(st.permutations(papers)), person_matcher()) == expected

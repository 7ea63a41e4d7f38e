"""Papers that are about further cases."""

from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.cases.shared_papers import with_further_cases
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention, Paper
from tests.papers import paper, part, person_matcher

ASKED = part("Kent u het bericht over de regen op de markt van Hoogwoud?", "1")
FURTHER_SET = replace(part("Is de dijk van Hoogwoud bestand tegen een storm?", "1"), question_set=2)
LETTER = "De vragen 2040509430 en 2040509500 (Heuvel) kunnen niet tijdig worden beantwoord."
NOTICE = replace(
    paper("KVR1", PaperKind.NOTICE, annex="90", questions=(ASKED, FURTHER_SET), notice=LETTER),
    dated=date(2005, 3, 1),
)
ANSWER = replace(
    paper("KVR2", PaperKind.ANSWER, cases=(("2040509500",),), annex="120"),
    title="Vragen over de dijk",
    questions=(replace(FURTHER_SET, question_set=1),),
    answers=(part("Ja.", "1"),),
    askers=(Mention(printed="Van den Heuvel", name="Van den Heuvel"),),
    dated=date(2005, 4, 1),
)
REFERRING = replace(ANSWER, see_also=("zie ook Aanhangsel Handelingen nr. 90",))
WITHOUT_SET = replace(NOTICE, questions=(ASKED,))


def further_cases(*papers: Paper) -> list[tuple[tuple[str, ...], list[str]]]:
    return [
        (p.further_cases, [remark.rule for remark in p.remarks]) for p in with_further_cases(papers)
    ]


NONE: tuple[tuple[str, ...], list[str]] = ((), [])
BY_SET = (("2040509500",), ["zaak-volgens-volgende-reeks"])
BY_NUMBER = (("2040509500",), ["zaak-volgens-genoemd-nummer"])


def test_a_notice_with_a_further_set_is_about_the_case_of_its_answer() -> None:
    assert further_cases(NOTICE, REFERRING) == [BY_SET, NONE]


@pytest.mark.parametrize(
    "explanation", ["1 Is de dijk van Hoogwoud bestand tegen een storm? 2 Zo ja?"]
)
def test_a_further_set_may_be_in_the_explanation(explanation: str) -> None:
    notice = replace(WITHOUT_SET, explanation=part(explanation).text)
    assert further_cases(notice, REFERRING) == [BY_SET, NONE]


def test_an_answer_to_a_further_set_is_about_the_case_of_a_notice_that_refers_to_it() -> None:
    answer = replace(ANSWER, questions=(ASKED, FURTHER_SET))
    words = "Zie Aanhangsel Handelingen nr. 120, vergaderjaar 2004-2005."
    notice = paper("KVR1", PaperKind.NOTICE, annex="90", notice=words)
    notice = replace(notice, questions=(replace(FURTHER_SET, question_set=1),))
    assert further_cases(answer, notice) == [
        (("2040509430",), ["zaak-volgens-volgende-reeks"]),
        NONE,
    ]


def test_papers_with_one_title_and_day_need_not_refer_to_each_other() -> None:
    assert further_cases(NOTICE, replace(ANSWER, title=NOTICE.title))[0] == BY_SET
    assert further_cases(replace(NOTICE, notice=None), ANSWER)[0] == NONE


def test_a_notice_is_about_the_later_answer_whose_number_and_asker_it_cites() -> None:
    assert further_cases(WITHOUT_SET, ANSWER) == [BY_NUMBER, NONE]


def test_a_notice_may_cite_a_number_for_another_reason() -> None:
    together = f"{LETTER} Zij worden in samenhang beantwoord."
    passage = part(together).text
    own = replace(
        WITHOUT_SET,
        source=replace(WITHOUT_SET.source, id="c"),
        cases=ANSWER.cases,
        annex_number=None,
    )
    for papers in (
        (replace(WITHOUT_SET, notice=passage), ANSWER),
        (replace(WITHOUT_SET, notice=part(LETTER.replace("2040509430", "")).text), ANSWER),
        (replace(WITHOUT_SET, notice=part(LETTER.replace("Heuvel", "")).text), ANSWER),
        (WITHOUT_SET, replace(ANSWER, dated=WITHOUT_SET.dated)),
        (WITHOUT_SET, replace(ANSWER, dated=None)),
        (WITHOUT_SET, replace(ANSWER, cases=())),
        (WITHOUT_SET, replace(ANSWER, kind=PaperKind.QUESTIONS)),
        (WITHOUT_SET, ANSWER, own),
    ):
        assert further_cases(*papers)[0] == NONE


def test_an_edition_that_was_replaced_is_about_no_further_case() -> None:
    later = replace(NOTICE, edition=1, source=replace(NOTICE.source, id="KVR3"))
    assert [cases for cases, _ in further_cases(NOTICE, REFERRING, later)] == [(), (), BY_SET[0]]


def test_a_notice_of_two_cases_adds_no_questions_to_the_second() -> None:
    first, second = assemble([NOTICE, REFERRING], person_matcher()).dossiers
    assert [notice.cases for notice in (*first.notices, *second.notices)] == [
        ("2040509430", "2040509500")
    ] * 2
    assert [p.key for p in first.questions.parts] == ["1", "2/1"]
    assert [p.key for p in second.questions.parts] == ["1"]
    assert "ah-tk-20042005-90" not in second.identifiers
    assert (first.answers, len(second.answers)) == ((), 1)

"""Papers that are about a further case."""

from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.cases.shared_papers import with_further_cases
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention, Paper
from tests.papers import identities, paper, part

ASKED = part("Kent u het bericht over de regen op de markt van Hoogwoud?", "1")
BEHIND = replace(part("Is de dijk van Hoogwoud bestand tegen een storm?", "1"), series=2)
LETTER = "De vragen 2040509430 en 2040509500 (Heuvel) kunnen niet tijdig worden beantwoord."
NOTICE = replace(
    paper("KVR1", PaperKind.NOTICE, annex="90", questions=(ASKED, BEHIND), notice=LETTER),
    dated=date(2005, 3, 1),
)
ANSWER = replace(
    paper("KVR2", PaperKind.ANSWER, cases=(("2040509500",),), annex="120"),
    title="Vragen over de dijk",
    questions=(replace(BEHIND, series=1),),
    answers=(part("Ja.", "1"),),
    askers=(Mention(printed="Van den Heuvel", name="Van den Heuvel"),),
    dated=date(2005, 4, 1),
)
POINTING = replace(ANSWER, see_also=("zie ook Aanhangsel Handelingen nr. 90",))
ALONE = replace(NOTICE, questions=(ASKED,))


def further(*papers: Paper) -> list[tuple[tuple[str, ...], list[str]]]:
    return [
        (p.further_cases, [remark.rule for remark in p.remarks]) for p in with_further_cases(papers)
    ]


NONE: tuple[tuple[str, ...], list[str]] = ((), [])
BY_SET = (("2040509500",), ["zaak-volgens-volgende-reeks"])
BY_NUMBER = (("2040509500",), ["zaak-volgens-genoemd-nummer"])


def test_a_notice_that_prints_a_further_set_is_about_the_case_of_the_answer_to_it() -> None:
    assert further(NOTICE, POINTING) == [BY_SET, NONE]


@pytest.mark.parametrize("behind", ["1 Is de dijk van Hoogwoud bestand tegen een storm? 2 Zo ja?"])
def test_a_further_set_may_stand_in_the_explanation(behind: str) -> None:
    notice = replace(ALONE, explanation=part(behind).text)
    assert further(notice, POINTING) == [BY_SET, NONE]


def test_a_notice_that_says_where_its_questions_are_answered_brings_them_there() -> None:
    answer = replace(ANSWER, questions=(ASKED, BEHIND))
    words = "Zie Aanhangsel Handelingen nr. 120, vergaderjaar 2004-2005."
    notice = paper("KVR1", PaperKind.NOTICE, annex="90", notice=words)
    notice = replace(notice, questions=(replace(BEHIND, series=1),))
    assert further(answer, notice) == [(("2040509430",), ["zaak-volgens-volgende-reeks"]), NONE]


def test_papers_with_one_title_and_day_need_not_point_at_each_other() -> None:
    assert further(NOTICE, replace(ANSWER, title=NOTICE.title))[0] == BY_SET
    assert further(replace(NOTICE, notice=None), ANSWER)[0] == NONE


def test_a_notice_is_about_the_later_answer_whose_number_and_asker_it_names() -> None:
    assert further(ALONE, ANSWER) == [BY_NUMBER, NONE]


def test_a_number_that_is_named_may_be_told_for_another_reason() -> None:
    together = f"{LETTER} Zij worden in samenhang beantwoord."
    passage = part(together).text
    own = replace(
        ALONE, source=replace(ALONE.source, id="c"), cases=ANSWER.cases, annex_number=None
    )
    for papers in (
        (replace(ALONE, notice=passage), ANSWER),
        (replace(ALONE, notice=part(LETTER.replace("2040509430", "")).text), ANSWER),
        (replace(ALONE, notice=part(LETTER.replace("Heuvel", "")).text), ANSWER),
        (ALONE, replace(ANSWER, dated=ALONE.dated)),
        (ALONE, replace(ANSWER, dated=None)),
        (ALONE, replace(ANSWER, cases=())),
        (ALONE, replace(ANSWER, kind=PaperKind.QUESTIONS)),
        (ALONE, ANSWER, own),
    ):
        assert further(*papers)[0] == NONE


def test_a_print_that_was_replaced_is_about_no_further_case() -> None:
    later = replace(NOTICE, edition=1, source=replace(NOTICE.source, id="KVR3"))
    assert [cases for cases, _ in further(NOTICE, POINTING, later)] == [(), (), BY_SET[0]]


def test_a_notice_of_two_cases_stands_with_the_first_and_brings_no_questions_to_the_other() -> None:
    first, second = assemble([NOTICE, POINTING], identities()).dossiers
    assert [notice.cases for notice in (*first.notices, *second.notices)] == [
        ("2040509430", "2040509500")
    ] * 2
    assert [p.key for p in first.questions.parts] == ["1", "2/1"]
    assert [p.key for p in second.questions.parts] == ["1"]
    assert "ah-tk-20042005-90" not in second.identifiers
    assert (first.answers, len(second.answers)) == ((), 1)

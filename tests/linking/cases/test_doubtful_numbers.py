"""Case numbers that are also printed in papers about other questions."""

from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.linking.cases.cases import cases
from kv2rdf.linking.cases.doubtful_numbers import without_doubtful_numbers
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Remark
from kv2rdf.model.rules import FindingRule
from tests.papers import paper, part

DAY = date(2005, 2, 9)
Q, A, N = PaperKind.QUESTIONS, PaperKind.ANSWER, PaperKind.NOTICE


def test_a_number_that_papers_about_other_questions_print_is_doubtful() -> None:
    """One of the two numbers is a misprint, but it is not known which."""
    mines = replace(paper("a", A, annex="8", questions=(part("Hoe groot?", "1"),)), tabled=DAY)
    serbs = paper("b", A, annex="9", questions=(part("Wie zijn dat?", "1"),))
    found = without_doubtful_numbers([mines, serbs])
    assert [case.id for case in cases(found)] == ["ah-tk-20042005-8", "ah-tk-20042005-9"]
    for doubtful in found:
        (remark,) = doubtful.remarks
        assert (remark.rule, remark.text) == ("zaaknummer-niet-eenduidig", "2040509430")
        assert doubtful.doubtful_numbers == ("2040509430",)


def test_the_words_of_a_remark_are_not_read_as_numbers() -> None:
    said = Remark(
        rule=FindingRule.CASE_NUMBER_NOT_CERTAIN, location="x", text="2040509440, 2040509450"
    )
    (case,) = cases([replace(paper("a", A, annex="8"), remarks=(said,))])
    assert case.aliases == ("ah-tk-20042005-8",)


def test_a_number_is_doubtful_in_papers_of_one_day_with_other_titles_and_questions() -> None:
    mines = paper("a", A, annex="8", questions=(part("Hoe groot?", "1"),))
    serbs = paper("b", A, annex="9", questions=(part("Wie zijn dat?", "1"),))
    assert [p.cases for p in without_doubtful_numbers([mines, serbs])] == [mines.cases, serbs.cases]
    other = replace(serbs, title="Vragen over Serven")
    assert [p.cases for p in without_doubtful_numbers([mines, other])] == [(), ()]
    for unknown in (replace(other, title=None), replace(other, tabled=None)):
        assert [p.cases for p in without_doubtful_numbers([mines, unknown])] == [
            mines.cases,
            serbs.cases,
        ]


@pytest.mark.parametrize("question", ["Hoe groot?", "HOE  GROOT ?"])
def test_a_number_is_kept_where_the_days_differ_and_a_question_is_the_same(
    question: str,
) -> None:
    one = replace(paper("a", A, annex="8", questions=(part("Hoe groot?", "1"),)), tabled=DAY)
    other = paper("b", A, annex="9", questions=(part(question, "1"),))
    (case,) = cases(without_doubtful_numbers([one, other]))
    assert case.id == "2040509430"


def test_of_two_numbers_of_the_same_questions_that_of_the_reply_is_kept() -> None:
    asks = (part("Kent u het bericht over de regen op de markt van Hoogwoud?", "1"),)
    notice = paper("a", N, cases=(("2040509440",),), annex="8", questions=asks)
    words = ("zie ook Aanhangsel Handelingen nr. 8",)
    reply = paper("b", A, annex="9", questions=asks, see_also=words)
    doubtful, kept = without_doubtful_numbers([notice, reply])
    assert (doubtful.cases, kept.cases) == ((), (("2040509430",),))
    assert [(r.rule, r.text) for r in doubtful.remarks] == [
        ("zaaknummer-niet-eenduidig", "2040509440")
    ]
    third = paper("c", Q, cases=notice.cases, questions=asks)
    elsewhere = paper("d", Q, cases=reply.cases, questions=asks)
    # A number that is also printed in a third paper is not a misprint.
    for more in (third, elsewhere):
        assert [p.cases for p in without_doubtful_numbers([notice, reply, more])][:2] == [
            notice.cases,
            reply.cases,
        ]
    for other in (
        replace(reply, see_also=()),
        replace(reply, title="Vragen over regen"),
        replace(reply, questions=(part("Is de dijk bestand tegen een storm?", "1"),)),
    ):
        assert [p.cases for p in without_doubtful_numbers([notice, other])] == [
            notice.cases,
            other.cases,
        ]

"""The cases that papers are about."""

from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.linking.cases.cases import cases, rank
from kv2rdf.linking.cases.doubtful_numbers import certain
from kv2rdf.model.kinds import PaperKind
from tests.papers import paper, part

DAY = date(2005, 2, 9)
Q, A, N = PaperKind.QUESTIONS, PaperKind.ANSWER, PaperKind.NOTICE


def test_identifiers_are_ranked_from_the_z_number_to_the_sources_own() -> None:
    ordered = ["2009Z01319", "2010Z00001", "2020303410", "ah-ek-20022003-7", "ah-tk-20022003-10a"]
    ordered.append("KVR1000")
    backwards = ordered[::-1]
    assert sorted(backwards, key=rank) == ordered


@pytest.mark.parametrize(
    ("printed", "annex", "id_", "aliases"),
    [
        ((("2009Z01319", "2080912340"),), "9", "2009Z01319",
         ("2080912340", "ah-tk-20042005-9", "KVR1")),
        ((("2040509430",),), "9", "2040509430", ("ah-tk-20042005-9", "KVR1")),
        ((), "9", "ah-tk-20042005-9", ("KVR1",)),
        ((), None, "KVR1", ()),
    ],
)  # fmt: skip
def test_a_case_has_its_highest_identifier_and_the_lower_ones_as_aliases(
    printed: tuple[tuple[str, ...], ...], annex: str | None, id_: str, aliases: tuple[str, ...]
) -> None:
    (case,) = cases([paper("KVR1", A, cases=printed, annex=annex)])
    assert (case.id, case.aliases, case.identifiers) == (id_, aliases, (id_, *aliases))


@pytest.mark.parametrize("name", ["2001Z00001", "2000000000", "ah-tk-20012002-1"])
def test_what_a_file_is_called_never_names_a_case_that_prints_its_number(name: str) -> None:
    (case,) = cases([paper(name, Q, cases=(("2040509430",),))])
    assert (case.id, case.aliases) == ("2040509430", (name,))
    (numbered,) = cases([paper(name, A, cases=(), annex="9")])
    assert numbered.id == "ah-tk-20042005-9"


def test_a_paper_without_a_case_goes_with_the_other_prints_of_its_number() -> None:
    (case,) = cases([paper("a", A, annex="9"), paper("b", A, cases=(), annex="9")])
    assert case.id == "2040509430"
    assert [p.source.key for p in case.papers] == ["a", "b"]


def test_two_cases_that_share_a_paper_share_no_alias() -> None:
    one, two = ("2040500010",), ("2040500020",)
    papers = [paper("a", A, cases=(one, two), annex="9"), paper("b", Q, cases=(one,))]
    first, second = cases(papers)
    assert (first.id, first.aliases) == ("2040500010", ("b",))
    assert (second.id, second.aliases) == ("2040500020", ())
    assert "ah-tk-20042005-9" in first.identifiers
    assert "ah-tk-20042005-9" in second.identifiers


def test_identifiers_printed_together_are_one_case() -> None:
    papers = [
        paper("a", Q, cases=(("2009Z01319",),)),
        paper("b", A, cases=(("2009Z01319", "2080912340"),)),
        paper("c", A, cases=(("2080912340",),)),
    ]
    (case,) = cases(papers)
    assert case.id == "2009Z01319"
    assert len(case.papers) == 3


def test_a_number_that_papers_about_other_questions_print_is_not_believed() -> None:
    """One of the two is a misprint; which, nobody knows."""
    mines = replace(paper("a", A, annex="8", questions=(part("Hoe groot?", "1"),)), tabled=DAY)
    serbs = paper("b", A, annex="9", questions=(part("Wie zijn dat?", "1"),))
    found = certain([mines, serbs])
    assert [case.id for case in cases(found)] == ["ah-tk-20042005-8", "ah-tk-20042005-9"]
    for doubted in found:
        (remark,) = doubted.remarks
        assert (remark.rule, remark.text) == ("zaaknummer-niet-eenduidig", "2040509430")


def test_a_number_is_not_believed_of_papers_of_one_day_with_other_titles_and_questions() -> None:
    mines = paper("a", A, annex="8", questions=(part("Hoe groot?", "1"),))
    serbs = paper("b", A, annex="9", questions=(part("Wie zijn dat?", "1"),))
    assert [p.cases for p in certain([mines, serbs])] == [mines.cases, serbs.cases]
    other = replace(serbs, title="Vragen over Serven")
    assert [p.cases for p in certain([mines, other])] == [(), ()]
    for unknown in (replace(other, title=None), replace(other, tabled=None)):
        assert [p.cases for p in certain([mines, unknown])] == [mines.cases, serbs.cases]


@pytest.mark.parametrize("question", ["Hoe groot?", "HOE  GROOT ?"])
def test_a_number_is_believed_where_the_days_differ_and_a_question_is_the_same(
    question: str,
) -> None:
    one = replace(paper("a", A, annex="8", questions=(part("Hoe groot?", "1"),)), tabled=DAY)
    other = paper("b", A, annex="9", questions=(part(question, "1"),))
    (case,) = cases(certain([one, other]))
    assert case.id == "2040509430"


def test_of_two_numbers_of_the_same_questions_that_of_the_reply_stands() -> None:
    asks = (part("Kent u het bericht over de regen op de markt van Hoogwoud?", "1"),)
    notice = paper("a", N, cases=(("2040509440",),), annex="8", questions=asks)
    words = ("zie ook Aanhangsel Handelingen nr. 8",)
    reply = paper("b", A, annex="9", questions=asks, see_also=words)
    doubted, believed = certain([notice, reply])
    assert (doubted.cases, believed.cases) == ((), (("2040509430",),))
    assert [(r.rule, r.text) for r in doubted.remarks] == [
        ("zaaknummer-niet-eenduidig", "2040509440")
    ]
    third = paper("c", Q, cases=notice.cases, questions=asks)
    elsewhere = paper("d", Q, cases=reply.cases, questions=asks)
    for more in (third, elsewhere):  # who prints a number of his own is no misprint
        assert [p.cases for p in certain([notice, reply, more])][:2] == [notice.cases, reply.cases]
    for other in (
        replace(reply, see_also=()),
        replace(reply, title="Vragen over regen"),
        replace(reply, questions=(part("Is de dijk bestand tegen een storm?", "1"),)),
    ):
        assert [p.cases for p in certain([notice, other])] == [notice.cases, other.cases]

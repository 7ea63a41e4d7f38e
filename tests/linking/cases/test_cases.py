"""The cases that papers are about."""

import pytest
from msgspec.structs import replace

from kv2rdf.linking.cases.cases import cases, identifier_rank
from kv2rdf.model.kinds import PaperKind
from tests.papers import CASE, paper

Q, A = PaperKind.QUESTIONS, PaperKind.ANSWER


def test_identifiers_are_ranked_from_the_z_number_to_the_key_of_the_source() -> None:
    ordered = ["2009Z01319", "2010Z00001", "2020303410", "218190001", "ah-ek-20022003-7"]
    ordered += ["ah-tk-20022003-10a", "KVR1000"]
    backwards = ordered[::-1]
    assert sorted(backwards, key=identifier_rank) == ordered


@pytest.mark.parametrize(
    ("printed", "annex", "identifiers"),
    [
        ((("2009Z01319", "2080912340"),), "9", ("2009Z01319", "2080912340", "ah-tk-20042005-9")),
        ((("2040509430",),), "9", ("2040509430", "ah-tk-20042005-9")),
        ((), "9", ("ah-tk-20042005-9",)),
    ],
)
def test_a_case_has_its_highest_identifier_and_the_lower_ones_that_are_printed_as_aliases(
    printed: tuple[tuple[str, ...], ...], annex: str | None, identifiers: tuple[str, ...]
) -> None:
    (case,) = cases([paper("KVR1", A, cases=printed, annex=annex)])
    assert (case.id, case.aliases) == (identifiers[0], identifiers[1:])
    assert case.identifiers == (*identifiers, "KVR1")


def test_a_case_whose_papers_print_no_number_has_the_name_of_its_file() -> None:
    (case,) = cases([paper("KVR1", A, cases=(), annex=None)])
    assert (case.id, case.aliases, case.identifiers) == ("KVR1", (), ("KVR1",))


@pytest.mark.parametrize("name", ["2001Z00001", "2000000000", "ah-tk-20012002-1"])
def test_a_file_name_is_never_the_identifier_of_a_case_with_a_printed_number(name: str) -> None:
    (case,) = cases([paper(name, Q, cases=(("2040509430",),))])
    assert (case.id, case.aliases) == ("2040509430", ())
    assert case.identifiers == ("2040509430", name)
    (numbered,) = cases([paper(name, A, cases=(), annex="9")])
    assert numbered.id == "ah-tk-20042005-9"


def test_a_paper_without_a_case_is_of_the_case_of_its_copies() -> None:
    (case,) = cases([paper("a", A, annex="9"), paper("b", A, cases=(), annex="9")])
    assert case.id == "2040509430"
    assert [p.source.key for p in case.papers] == ["a", "b"]


def test_two_cases_that_share_a_paper_have_no_alias_in_common() -> None:
    one, two = ("2040500010",), ("2040500020",)
    papers = [paper("a", A, cases=(one, two), annex="9"), paper("b", A, cases=(one,), annex="8")]
    first, second = cases(papers)
    assert (first.id, first.aliases) == ("2040500010", ("ah-tk-20042005-8",))
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


def test_a_reply_without_a_case_number_is_of_the_case_of_the_questions_that_name_it() -> None:
    questions = replace(paper("a", Q), named_replies=("ah-tk-20042005-9",))
    (case,) = cases([questions, paper("b", A, cases=(), annex="9")])
    assert (case.id, case.aliases) == (CASE, ("ah-tk-20042005-9",))
    assert len(case.papers) == 2


def test_a_reply_that_two_question_papers_name_is_of_both_cases() -> None:
    named = ("ah-tk-20042005-9",)
    one = replace(paper("a", Q), named_replies=named)
    other = replace(paper("b", Q, cases=(("2040509440",),)), named_replies=named)
    found = cases([one, other, paper("c", A, cases=(), annex="9")])
    assert [case.id for case in found] == [CASE, "2040509440"]
    assert [case.aliases for case in found] == [(), ()]
    assert all(len(case.papers) == 2 for case in found)


def test_a_named_reply_identifies_the_case_even_if_it_is_not_known() -> None:
    (case,) = cases([replace(paper("a", Q), named_replies=("ah-tk-20042005-9",))])
    assert case.identifiers == (CASE, "ah-tk-20042005-9", "a")
    (case,) = cases([replace(paper("a", Q, cases=()), named_replies=("ah-tk-20042005-9",))])
    assert case.id == "ah-tk-20042005-9"

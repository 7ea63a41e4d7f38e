"""The keys of a paper."""

from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import (
    annex_id,
    case_keys,
    cited_question_numbers,
    referenced_annex_ids,
)
from kv2rdf.linking.cases.similarity import question_keys, title_key
from kv2rdf.model.kinds import Chamber, PaperKind
from tests.papers import paper, part


def test_the_keys_of_a_paper_are_its_cases_its_number_and_its_title() -> None:
    answer = paper("a", PaperKind.ANSWER, cases=(("1", "2"), ("3", "1")), annex="10a")
    assert annex_id(answer) == "ah-tk-20042005-10a"
    *keys, title = case_keys(answer)
    assert keys == ["1", "2", "3", "ah-tk-20042005-10a"]
    assert title == title_key(answer) is not None
    senate = paper("b", PaperKind.ANSWER, cases=(), annex="7", chamber=Chamber.EK)
    assert case_keys(senate)[0] == "ah-ek-20042005-7"
    untitled = replace(paper("c", PaperKind.QUESTIONS, cases=()), title=None)
    assert case_keys(untitled) == ("c",)


def test_the_papers_to_which_a_heading_refers_by_number_are_keys() -> None:
    words = ("zie ook Aanhangsel Handelingen nrs. 284 en 12a", "zie ook Aanhangsel Handelingen")
    reply = paper("a", PaperKind.ANSWER, annex="1262", see_also=words)
    assert referenced_annex_ids(reply) == ("ah-tk-20042005-284", "ah-tk-20042005-12a")
    assert set(referenced_annex_ids(reply)) < set(case_keys(reply))


def test_the_questions_of_a_paper_without_a_case_number_are_keys() -> None:
    asks = part("Kent u het bericht over de regen op de markt van Hoogwoud?", "1")
    notice = paper("a", PaperKind.NOTICE, cases=(), annex="90", questions=(asks,))
    assert set(question_keys(notice)) < set(case_keys(notice))
    assert question_keys(replace(notice, cases=(("2040509430",),))) == ()


def test_the_numbers_in_the_text_of_a_notice_are_keys() -> None:
    words = "Zie Aanhangsel Handelingen nr. 243, vergaderjaar 2004-2005, en kenmerk 2040509500."
    notice = paper("a", PaperKind.NOTICE, annex="90", notice=words)
    assert (referenced_annex_ids(notice), cited_question_numbers(notice)) == (
        ("ah-tk-20042005-243",),
        ("2040509500",),
    )
    assert {*referenced_annex_ids(notice), *cited_question_numbers(notice)} < set(case_keys(notice))
    assert cited_question_numbers(paper("b", PaperKind.ANSWER)) == ()

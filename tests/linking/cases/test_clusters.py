"""Which documents belong together."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kv2rdf.linking.cases.case_keys import annex_id, case_keys, named_cases, seen_also
from kv2rdf.linking.cases.clusters import clusters
from kv2rdf.linking.cases.similarity import question_keys, title_key
from kv2rdf.model.kinds import Chamber, PaperKind
from tests.papers import paper, part


def test_documents_that_share_a_key_are_one_cluster_however_long_the_chain() -> None:
    documents = [("d", ["4", "3"]), ("a", ["1"]), ("b", ["2", "1"]), ("c", ["3", "2"]), ("e", [])]
    assert clusters(documents) == [("a", "b", "c", "d"), ("e",)]


def test_a_document_id_is_no_key() -> None:
    assert clusters([("a", ["b"]), ("b", ["a"])]) == [("a",), ("b",)]


def test_nothing_makes_no_cluster() -> None:
    assert clusters([]) == []


@given(
    st.dictionaries(
        st.text("abcdef", min_size=1, max_size=2), st.lists(st.sampled_from("123456"), max_size=3)
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_documents_makes_no_difference(
    documents: dict[str, list[str]], random: Random
) -> None:
    found = clusters(documents.items())
    shuffled = list(documents.items())
    random.shuffle(shuffled)
    assert clusters(shuffled) == found
    assert sorted(id_ for cluster in found for id_ in cluster) == sorted(documents)
    for one in found:
        for other in found:
            keys = [{key for id_ in ids for key in documents[id_]} for ids in (one, other)]
            assert one == other or not keys[0] & keys[1]


def test_a_paper_goes_by_its_cases_and_its_own_number() -> None:
    answer = paper("a", PaperKind.ANSWER, cases=(("1", "2"), ("3", "1")), annex="10a")
    assert annex_id(answer) == "ah-tk-20042005-10a"
    *keys, title = case_keys(answer)
    assert keys == ["1", "2", "3", "ah-tk-20042005-10a"]
    assert title == title_key(answer) is not None
    senate = paper("b", PaperKind.ANSWER, cases=(), annex="7", chamber=Chamber.EK)
    assert case_keys(senate)[0] == "ah-ek-20042005-7"
    untitled = replace(paper("c", PaperKind.QUESTIONS, cases=()), title=None)
    assert case_keys(untitled) == ("c",)


def test_a_reply_points_back_at_papers_that_it_names_by_number() -> None:
    words = ("zie ook Aanhangsel Handelingen nrs. 284 en 12a", "zie ook Aanhangsel Handelingen")
    reply = paper("a", PaperKind.ANSWER, annex="1262", see_also=words)
    assert seen_also(reply) == ("ah-tk-20042005-284", "ah-tk-20042005-12a")
    assert set(seen_also(reply)) < set(case_keys(reply))


def test_a_paper_without_a_case_number_goes_by_its_questions_too() -> None:
    asks = part("Kent u het bericht over de regen op de markt van Hoogwoud?", "1")
    notice = paper("a", PaperKind.NOTICE, cases=(), annex="90", questions=(asks,))
    assert set(question_keys(notice)) < set(case_keys(notice))
    assert question_keys(replace(notice, cases=(("2040509430",),))) == ()


def test_a_notice_points_at_the_papers_and_numbers_in_its_text() -> None:
    words = "Zie Aanhangsel Handelingen nr. 243, vergaderjaar 2004-2005, en kenmerk 2040509500."
    notice = paper("a", PaperKind.NOTICE, annex="90", notice=words)
    assert (seen_also(notice), named_cases(notice)) == (("ah-tk-20042005-243",), ("2040509500",))
    assert {*seen_also(notice), *named_cases(notice)} < set(case_keys(notice))
    assert named_cases(paper("b", PaperKind.ANSWER)) == ()

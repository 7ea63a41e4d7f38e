"""Which documents belong together."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kv2rdf.linking.grouping import annex_id, case_keys, clusters, seen_also, title_key
from kv2rdf.model.paper import Chamber, PaperKind, SourceKind
from tests.papers import paper


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


def test_a_paper_goes_by_its_title_but_for_what_came_of_it() -> None:
    notice = paper("a", PaperKind.NOTICE)
    titles = (
        "Vragen over het weer. (Ingezonden 5 februari 2005); Mededeling",
        "vragen over hét weer",
    )
    first, second = (title_key(replace(notice, title=title)) for title in titles)
    assert first != second  # an accent is a letter
    again = replace(notice, title="Vragen over het weer. (Ingezonden 5 februari 2005); Antwoord")
    assert title_key(again) == first
    assert title_key(replace(notice, tabled=None)) is None
    assert title_key(replace(again, tabled=date(2005, 2, 6))) != first
    assert title_key(replace(again, chamber=Chamber.EK)) != first
    for kind in SourceKind:  # openkamer has titles of its own
        edition = kind.value.startswith("kvr-xml")
        assert (title_key(paper("b", PaperKind.NOTICE, source=kind)) is not None) == edition


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("zie ook Aanhangsel Handelingen nr. 900, vergaderjaar 2003–2004", ["20032004-900"]),
        ("zie ook Aanhangsel Handelingen nrs. 284 en 355, vergaderjaar 2007–2008",
         ["20072008-284", "20072008-355"]),
        ("Zie ook Aanhangsel Handelingen 1019, vergaderjaar 1999–2000", ["19992000-1019"]),
        ("Zie ook Aanhangsel Handelingen 1990–1991, nr. 5", ["19901991-5"]),
        ("zie ook Aanhangsel Handelingen nr. 12a", ["20042005-12a"]),
        ("zie ook Aanhangsel Handelingen, vergaderjaar 1991-1992", []),
    ],
)  # fmt: skip
def test_a_reply_points_back_at_papers_by_session_and_number(
    words: str, numbers: list[str]
) -> None:
    reply = replace(paper("a", PaperKind.ANSWER, annex="1262"), see_also=(words,))
    assert list(seen_also(reply)) == [f"ah-tk-{number}" for number in numbers]

"""Clusters of documents that share a key."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.linking.cases.clusters import clusters


def test_documents_that_share_a_key_are_one_cluster_however_long_the_chain() -> None:
    documents = [("d", ["4", "3"]), ("a", ["1"]), ("b", ["2", "1"]), ("c", ["3", "2"]), ("e", [])]
    assert clusters(documents) == [("a", "b", "c", "d"), ("e",)]


def test_a_document_id_is_not_a_key() -> None:
    assert clusters([("a", ["b"]), ("b", ["a"])]) == [("a",), ("b",)]


def test_without_documents_there_are_no_clusters() -> None:
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

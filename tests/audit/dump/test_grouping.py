"""Groups of sources that share a paper or a case."""

from kv2rdf.audit.dump.grouping import group_sources


def test_sources_that_are_linked_by_others_are_in_one_group() -> None:
    links = [("paper 1", "b"), ("paper 1", "a"), ("paper 2", "c"), ("paper 1", "case")]
    assert group_sources("dcba", [*links, ("paper 2", "case"), ("paper 3", "d")]) == [
        ["a", "b", "c"],
        ["d"],
    ]

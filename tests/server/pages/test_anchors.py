"""Every place on a page has a different anchor."""

from kv2rdf.server.pages.anchors import anchors


def test_a_number_is_added_to_an_anchor_that_is_taken() -> None:
    keys = (("a", "noot-2"), ("b", "noot-2-2"), ("c", "noot-2"), ("d", "noot-2"), ("e", "noot-3"))
    assert list(anchors(keys).values()) == ["noot-2", "noot-2-2", "noot-2-3", "noot-2-4", "noot-3"]

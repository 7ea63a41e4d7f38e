"""Groups of items that are merged."""

from kv2rdf.linking.cases.union_find import UnionFind


def test_an_unknown_item_is_a_group_of_its_own() -> None:
    assert UnionFind[str]().root("a") == "a"


def test_items_that_were_joined_have_the_root_of_the_first() -> None:
    groups: UnionFind[str] = UnionFind()
    groups.join(["b", "a"])
    groups.join(["d", "c"])
    assert [groups.root(item) for item in "abcd"] == ["b", "b", "d", "d"]
    groups.join(["c", "a", "e"])
    assert {groups.root(item) for item in "abcde"} == {"d"}

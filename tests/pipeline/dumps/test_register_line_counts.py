"""The number of sources that state a register line, which a patch needs to remove lines."""

import pytest

from kv2rdf.errors import DamagedReleaseError
from kv2rdf.pipeline.dumps.register_line_counts import RegisterLineCounts
from tests.every_case import every_case


def test_only_counts_above_one_are_stored() -> None:
    counts = RegisterLineCounts()
    assert list(counts.record([("a", 1), ("b", 2), ("c", 3)])) == ["a", "b", "c"]
    assert counts.repeated == {"b": 2, "c": 3}
    assert counts.count("c", is_in_dump=True) == 3
    assert counts.count("a", is_in_dump=True) == 1
    assert counts.count("x", is_in_dump=False) == 0


@every_case(("count", "stored"), [(0, {}), (1, {}), (2, {"a": 2}), (4, {"a": 4})])
@every_case("before", [{}, {"a": 3}])
def test_a_new_count_replaces_the_old_one(
    before: dict[str, int], count: int, stored: dict[str, int]
) -> None:
    counts = RegisterLineCounts(before).copy()
    counts.set_count("a", count)
    assert counts.repeated == stored


def test_fewer_sources_than_were_removed_are_an_error() -> None:
    with pytest.raises(DamagedReleaseError, match="counts too few sources"):
        RegisterLineCounts({"a": 2}).set_count("a", -1)


def test_a_copy_does_not_change_the_original() -> None:
    original = RegisterLineCounts({"a": 2})
    original.copy().set_count("a", 1)
    assert original.repeated == {"a": 2}

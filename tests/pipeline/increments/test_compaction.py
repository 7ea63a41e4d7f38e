"""The store is compacted after a large patch, and after the second of two small ones."""

import pytest

from kv2rdf.pipeline.increments.patch import is_compaction_due


# docs/release.md: "more than 0.2% of the statements"
@pytest.mark.parametrize(
    ("patches", "changed", "is_due"),
    [(0, 0, False), (0, 2_000, False), (0, 2_001, True), (1, 0, False), (1, 1, True)],
)
def test_a_store_is_compacted_after_a_large_patch_or_a_second_one(
    *, patches: int, changed: int, is_due: bool
) -> None:
    assert is_compaction_due(patches, changed=changed, triples=1_000_000) == is_due

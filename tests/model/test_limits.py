"""The limits. Each has a reason, and no document of the archive comes close to it."""

import re
from pathlib import Path

import pytest

from kv2rdf.model import limits
from kv2rdf.model.limits import LIMITS, Limit


def test_every_limit_is_in_the_table() -> None:
    named = [value for value in vars(limits).values() if isinstance(value, Limit)]
    assert sorted(named, key=lambda limit: limit.what) == sorted(
        LIMITS, key=lambda limit: limit.what
    )


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.what)
def test_no_document_of_the_archive_is_near_a_limit(limit: Limit) -> None:
    assert limit.why
    assert limit.most >= 6 * limit.in_archive


def test_a_count_may_be_equal_to_the_limit_but_not_exceed_it() -> None:
    limit = Limit(most=2_000, what="questions", in_archive=1, why="a test")
    assert limit.excess(2_000) is None
    assert limit.excess(2_001) == "has more than 2,000 questions"


def test_the_limits_are_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "threats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\d,]+) \| (.+) \| ([\d,]+) \|$", page, re.MULTILINE)
    assert rows == [(f"{row.most:,}", row.what, f"{row.in_archive:,}") for row in LIMITS]

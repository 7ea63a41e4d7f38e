"""A small round of the campaign of hostile queries."""

import pytest

from tests.campaigns import hostile_queries

pytestmark = pytest.mark.long


def test_hostile_queries_end_in_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert hostile_queries.main(["80", "1"]) == 0, capsys.readouterr().out

"""A small round of the campaigns about builds."""

import pytest

from tests.campaigns import killed_builds, random_increments

pytestmark = pytest.mark.long


def test_killed_builds_do_no_harm(capsys: pytest.CaptureFixture[str]) -> None:
    assert killed_builds.main(["5", "1"]) == 0, capsys.readouterr().out


def test_random_increments_equal_full_builds(capsys: pytest.CaptureFixture[str]) -> None:
    assert random_increments.main(["2", "1"]) == 0, capsys.readouterr().out

"""A small round of the campaigns about builds."""

import pytest

from tests.campaigns import cut_uploads, killed_builds, random_increments, read_while_building

pytestmark = pytest.mark.long


def test_killed_builds_do_no_harm(capsys: pytest.CaptureFixture[str]) -> None:
    assert killed_builds.main(["2", "1"]) == 0, capsys.readouterr().out


def test_random_increments_equal_full_builds(capsys: pytest.CaptureFixture[str]) -> None:
    assert random_increments.main(["2", "1"]) == 0, capsys.readouterr().out


def test_a_release_that_is_read_during_a_build_is_complete(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert read_while_building.main(["1", "1"]) == 0, capsys.readouterr().out


@pytest.mark.remote
def test_an_upload_that_is_cut_off_leaves_a_complete_release(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cut_uploads.main(["2", "1"]) == 0, capsys.readouterr().out

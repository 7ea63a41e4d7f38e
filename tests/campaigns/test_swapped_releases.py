"""A small round of the campaign that replaces releases."""

import pytest

from tests.campaigns import swapped_releases

pytestmark = pytest.mark.long


def test_no_answer_is_lost_or_mixed(capsys: pytest.CaptureFixture[str]) -> None:
    assert swapped_releases.main(["3", "1"]) == 0, capsys.readouterr().out

"""A small round of the campaign of damaged answers."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.campaigns import damaged_answers


@pytest.mark.long
def test_a_damaged_answer_writes_everything_or_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert damaged_answers.main(["20", "20261129"]) == 0
    assert "0 faults" in capsys.readouterr().out


def test_the_campaign_finds_what_is_written_half(tmp_path: Path) -> None:
    out = tmp_path / "out"
    failed = Result(CliRunner(), b"", b"Error: no answer\n", b"", None, 2, RuntimeError("2"))
    assert damaged_answers.has_ended_in_order(failed, out)
    out.mkdir()
    assert not damaged_answers.has_ended_in_order(failed, out)
    crashed = Result(CliRunner(), b"", b"", b"", None, 1, TypeError("x"))
    assert not damaged_answers.has_ended_in_order(crashed, out)

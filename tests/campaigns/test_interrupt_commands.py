"""A small round of the campaign that interrupts commands."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.campaigns.interrupt_commands import faults


@pytest.mark.long
def test_ctrl_c_at_any_moment_is_reported_in_one_line(tmp_path: Path) -> None:
    ends: Counter[str] = Counter()
    assert list(faults(20, random.Random(20261128), tmp_path, ends)) == []
    assert sum(ends.values()) == 20

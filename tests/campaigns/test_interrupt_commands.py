"""A small round of the campaign that sends signals to commands."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.campaigns.interrupt_commands import faults


@pytest.mark.long
def test_a_signal_at_any_moment_leaves_nothing_unfinished(tmp_path: Path) -> None:
    ends: Counter[str] = Counter()
    assert list(faults(20, random.Random(20261128), tmp_path, ends)) == []
    assert sum(ends.values()) == 20

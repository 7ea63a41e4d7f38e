"""A small round of the campaign that damages releases."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.campaigns.damage_releases import faults


@pytest.mark.long
def test_no_damage_changes_an_answer_or_ends_in_a_traceback(tmp_path: Path) -> None:
    ends: Counter[str] = Counter()
    assert list(faults(20, random.Random(20261128), tmp_path, ends)) == []
    assert ends["error"] > 20

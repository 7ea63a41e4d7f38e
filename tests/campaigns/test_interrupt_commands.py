"""A small round of the campaign that sends signals to commands."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.campaigns.interrupt_commands import faults, has_ended_by_signal
from tests.every_case import every_case


@every_case(
    ("status", "written"),
    [
        (130, "Error: interrupted\n"),
        (-2, ""),
        (143, ""),
        (-15, ""),
        (-1, "0 added, 0 removed, 0 changed\n"),
    ],
)
def test_a_signal_may_end_a_command_silently_or_after_its_note(status: int, written: str) -> None:
    assert has_ended_by_signal(status, written)


@every_case(
    ("status", "written"),
    [
        (1, "0 added, 0 removed, 0 changed\n"),
        (143, "0 added, 0 removed, 0 changed\n"),
        (-15, "Error: no release\n"),
        (-15, "Traceback\n  File\n"),
        (-9, ""),
    ],
)
def test_another_end_is_a_fault(status: int, written: str) -> None:
    assert not has_ended_by_signal(status, written)


@pytest.mark.long
def test_a_signal_at_any_moment_leaves_nothing_unfinished(tmp_path: Path) -> None:
    ends: Counter[str] = Counter()
    assert list(faults(20, random.Random(20261128), tmp_path, ends)) == []
    assert sum(ends.values()) == 20

"""Work is done in a child process, whatever the standard output of this process is."""

import os
from pathlib import Path

import pytest

from kv2rdf.cli import child_process

MEGABYTES = 100_000


def pid_of_work(folder: Path) -> int:
    """Return the id of the process in which work is done."""
    written = folder / "pid"

    def work() -> None:
        written.write_text(str(os.getpid()))

    child_process.run_in_child(work, megabytes=MEGABYTES, seconds=60)
    return int(written.read_text())


def test_work_is_done_in_a_child_although_stdout_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_process, "CAN_FORK", True)
    assert pid_of_work(tmp_path) != os.getpid()


def test_without_fork_work_is_done_in_this_process(tmp_path: Path) -> None:
    assert pid_of_work(tmp_path) == os.getpid()

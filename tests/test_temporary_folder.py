"""Tests write to memory only where there is room for them."""

import os
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import temporary_folder
from tests.temporary_folder import ROOM, has_room, use_memory


@pytest.mark.parametrize(
    ("free", "flags", "has"),
    [(ROOM + 1, 0, True), (ROOM, 0, False), (ROOM + 1, os.ST_NOEXEC, False)],
)
def test_a_file_system_must_have_room_and_run_programs(
    monkeypatch: pytest.MonkeyPatch, free: int, flags: int, *, has: bool
) -> None:
    system = SimpleNamespace(f_bavail=free, f_frsize=1, f_flag=flags)
    monkeypatch.setattr(os, "statvfs", lambda _: system)
    assert has_room(Path("/dev/shm")) == has


def test_the_variable_of_the_user_has_priority(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(temporary_folder, "MEMORY", tmp_path)
    monkeypatch.setattr(temporary_folder, "ROOM", 0)
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    use_memory()
    assert os.environ["TMPDIR"] == "/elsewhere"
    monkeypatch.delenv("TMPDIR")
    use_memory()
    assert (os.environ["TMPDIR"], tempfile.gettempdir()) == (str(tmp_path), str(tmp_path))

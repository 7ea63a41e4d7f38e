"""Folders and files that replace old ones, if signals arrive at the worst moments."""

import os
import shutil
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kv2rdf.cli.signals import clean_end_on_signals
from kv2rdf.release import replacement_folder as folders
from kv2rdf.release.replacement_file import replacement_file

KIND = folders.FolderKind(name="lists", required="a", files=frozenset("b"))


def new_folder(out: Path) -> AbstractContextManager[Path]:
    return folders.replacement_folder(out, KIND)


def new_file(out: Path) -> AbstractContextManager[Path]:
    return replacement_file(out, "lists", frozenset("ab"))


def get(number: int) -> None:
    """Send this process a signal."""
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_between_two_renames_loses_no_folder(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "lists"
    out.mkdir()
    (out / "a").write_text("old")
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        renamed = rename(path, target)
        get(number)
        return renamed

    monkeypatch.setattr(Path, "rename", interrupted)
    with (
        pytest.raises((KeyboardInterrupt, SystemExit)),
        clean_end_on_signals(),
        new_folder(out) as new,
    ):
        (new / "a").write_text("new")
    assert [path.name for path in tmp_path.iterdir()] == ["lists"]
    assert (out / "a").read_text() == "new"


@pytest.mark.parametrize("context", [new_folder, new_file])
@pytest.mark.parametrize("second", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_second_signal_does_not_end_the_cleaning(
    tmp_path: Path,
    second: int,
    context: Callable[[Path], AbstractContextManager[Path]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    remove = shutil.rmtree

    def interrupted(path: Path, *, ignore_errors: bool = False) -> None:
        get(second)
        remove(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", interrupted)

    @clean_end_on_signals()
    def work() -> None:
        with context(tmp_path / "some" / "folder" / "lists") as new:
            half = new / "a" if new.is_dir() else new
            half.write_text("half")
            get(signal.SIGTERM)

    with pytest.raises((KeyboardInterrupt, SystemExit)):
        work()
    assert list(tmp_path.iterdir()) == []


def test_folders_that_are_not_empty_stay(tmp_path: Path) -> None:
    def fail() -> None:
        with new_folder(tmp_path / "some" / "lists"):
            (tmp_path / "some" / "mine").touch()
            raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        fail()
    assert [path.name for path in (tmp_path / "some").iterdir()] == ["mine"]

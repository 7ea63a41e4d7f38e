"""A build that is killed, or meets another: the release that stood goes on standing, whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release import verify
from kv2rdf.release.workspace import workplace
from tests.conftest import REQUIRED, ROOT, build_quietly

SEED = ROOT / "seeds" / "kamervragen"
MOMENTS = 20 if "long" in REQUIRED else 3


def started(out: Path, source: Path, *words: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "kv2rdf", "build", str(source), "--out", str(out), *words]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many copies of the seed, under other numbers, that two workers are kept busy."""
    folder = tmp_path_factory.mktemp("many")
    page = (SEED / "2022Z00634.txt").read_text(encoding="utf-8")
    for number in range(60):
        copy = page.replace("2022Z00634", f"2022Z{number:05}").replace("-1881", f"-{number + 1}")
        (folder / f"2022Z{number:05}.txt").write_text(copy, encoding="utf-8")
    return folder


@pytest.mark.parametrize("anew", [True, False], ids=["anew", "upon the release before"])
def test_a_kill_at_any_moment_leaves_the_old_release_whole(
    tmp_path: Path, many: Path, *, anew: bool
) -> None:
    out, source = tmp_path / "release", tmp_path / "in"
    shutil.copytree(many, source)
    words = ["--workers", "2"]
    began = time.monotonic()
    assert started(out, source, *words).wait() == 0
    whole = time.monotonic() - began
    if anew:
        words += ["--base", "https://example.org/kv"]
    for moment in range(MOMENTS):
        if not anew:
            page = source / f"2022Z{moment:05}.txt"
            page.write_text(page.read_text("utf-8").replace("gemeente", "stad"), "utf-8")
        build = started(out, source, *words, "--now", f"2026-01-{moment + 1:02}")
        time.sleep((whole if anew else whole / 2) * (moment + 0.5) / MOMENTS)
        os.kill(build.pid, signal.SIGKILL)  # this process only: its workers must follow it
        build.wait()
        assert out.is_symlink()
        assert list(verify.problems(out)) == []
        assert workers_gone(build.pid), f"workers outlived moment {moment}"
    assert started(out, source).wait() == 0
    assert list(verify.problems(out)) == []
    assert len(list((tmp_path / "release.d").iterdir())) <= 2


def workers_gone(group: int) -> bool:
    """Tell whether, within ten seconds, no process of a group is left."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_two_builds_into_one_place_do_not_meet(tmp_path: Path, many: Path) -> None:
    out = tmp_path / "release"
    with started(out, many, "--workers", "1") as first:
        while not list(tmp_path.glob("release.d/*")):
            time.sleep(0.01)
        first.send_signal(signal.SIGSTOP)  # it is at work for as long as the second takes
        second = subprocess.run(
            [sys.executable, "-m", "kv2rdf", "build", SEED, "--out", out],
            capture_output=True,
            text=True,
            check=False,
        )
        first.send_signal(signal.SIGCONT)
        assert second.returncode == 2
        assert second.stderr == f"Error: {out}.lock: another build is at work here\n"
        assert first.wait() == 0
    assert list(verify.problems(out)) == []


def test_a_real_folder_in_the_place_of_the_release_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "mine.txt").write_text("mine")
    with pytest.raises(ReleaseError, match="is in the place of the release"):
        build_quietly(tmp_path / "release", SEED)
    assert [path.name for path in tmp_path.rglob("*")] == ["release", "mine.txt"]


def test_the_release_before_is_kept_and_older_ones_go(tmp_path: Path) -> None:
    out = tmp_path / "release"
    for _ in range(4):
        build_quietly(out, SEED)
    assert sorted(folder.name for folder in (tmp_path / "release.d").iterdir()) == ["3", "4"]
    assert out.resolve().name == "4"


def test_the_release_before_is_kept_also_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for _ in range(3):
        build_quietly(tmp_path / "link" / "release", SEED)
    assert sorted(folder.name for folder in (tmp_path / "real" / "release.d").iterdir()) == [
        "2",
        "3",
    ]


def test_a_workplace_that_is_left_by_an_error_is_taken_away(tmp_path: Path) -> None:
    with suppress(ValueError), workplace(tmp_path / "release") as place:
        (place.folder / "half").touch()
        raise ValueError("on the way")
    assert list((tmp_path / "release.d").iterdir()) == []

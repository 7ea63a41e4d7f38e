"""A build that is killed or runs at the same time as another. The old release stays complete."""

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
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.workspace import release_workspace
from tests.conftest import ROOT, build_quietly
from tests.process_groups import has_ended
from tests.seed_pages import page_numbered

SEED = ROOT / "seeds" / "kamervragen"


def start_build(
    out: Path, source: Path, *arguments: str, stderr: int = subprocess.DEVNULL
) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "kv2rdf", "build", str(source), "--out", str(out), *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=stderr, start_new_session=True
    )


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copies of the seed with other numbers: enough to keep two workers busy."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(52):
        (folder / f"2022Z{number:05}.txt").write_text(page_numbered(number + 1), encoding="utf-8")
    return folder


@pytest.mark.long
def test_a_build_that_is_killed_while_it_writes_leaves_the_old_release_complete(
    tmp_path: Path, copies: Path
) -> None:
    """A long test kills builds at other moments."""
    out = tmp_path / "release"
    build_quietly(out, SEED)
    build = start_build(out, copies, "--workers", "2")
    while not list(tmp_path.glob("release.d/.*.building/parts/*.nq")):
        assert build.poll() is None
        time.sleep(0.01)
    os.kill(build.pid, signal.SIGKILL)  # Only this process is killed. Its workers must end too.
    build.wait()
    assert list(verify.release_problems(ReleaseFiles(out))) == []
    assert has_ended(build.pid), "workers still run"
    build_quietly(out, SEED)
    assert len(list((tmp_path / "release.d").iterdir())) <= 2


@pytest.mark.long
def test_a_build_that_is_killed_leaves_the_old_release_complete(
    tmp_path: Path, copies: Path
) -> None:
    """First an incremental build is killed, and then a full one."""
    out, source = tmp_path / "release", tmp_path / "in"
    shutil.copytree(copies, source)
    start = time.monotonic()
    assert start_build(out, source, "--workers", "2").wait() == 0
    duration = time.monotonic() - start
    page = source / "2022Z00000.txt"
    page.write_text(page.read_text("utf-8").replace("gemeente", "stad"), "utf-8")
    for share, other in ((1 / 4, ()), (1 / 2, ("--base", "https://example.org/kv"))):
        build = start_build(out, source, "--workers", "2", *other)
        time.sleep(duration * share)
        os.kill(build.pid, signal.SIGKILL)  # Only this process is killed. Its workers must end too.
        build.wait()
        assert out.is_symlink()
        assert list(verify.release_problems(ReleaseFiles(out))) == []
        assert has_ended(build.pid), "workers still run"
    build_quietly(out, source)
    assert list(verify.release_problems(ReleaseFiles(out))) == []
    assert len(list((tmp_path / "release.d").iterdir())) <= 2


MOMENTS = ("", "/state/spool.sqlite", "/parts/*.nq")
SIGNALS = [
    pytest.param("SIGTERM", {143}, 2, MOMENTS[1:2]),
    *(
        pytest.param(name, statuses, workers, MOMENTS, marks=pytest.mark.long)
        for name, statuses in {"SIGTERM": {143}, "SIGHUP": {129}, "SIGINT": {130, -2}}.items()
        for workers in (1, 2)
    ),
]


@pytest.mark.parametrize(("name", "statuses", "workers", "moments"), SIGNALS)
def test_a_build_that_gets_a_signal_removes_what_it_made(
    tmp_path: Path,
    copies: Path,
    name: str,
    statuses: set[int],
    workers: int,
    moments: tuple[str, ...],
) -> None:
    """The whole group gets the signal, as it does from a terminal.

    If SIGINT comes while Python runs ``exec`` of a string, Python later ends itself by SIGINT.
    """
    for moment in moments:
        arguments = ("--workers", str(workers))
        out = tmp_path / "release"
        with start_build(out, copies, *arguments, stderr=subprocess.PIPE) as build:
            while not list(tmp_path.glob(f"release.d/.*.building{moment}")):
                assert build.poll() is None
                time.sleep(0.01)
            os.killpg(build.pid, getattr(signal, name))
            assert build.stderr is not None
            lines = build.stderr.read().decode()
        assert build.returncode in statuses
        assert lines == ("Error: interrupted\n" if name == "SIGINT" else "")
        assert list(tmp_path.iterdir()) == []
        assert has_ended(build.pid)


@pytest.mark.long
def test_a_second_build_of_the_same_release_is_an_error(tmp_path: Path) -> None:
    out = tmp_path / "release"
    with start_build(out, SEED, "--workers", "1") as first:
        while not list(tmp_path.glob("release.d/.*.building")):
            time.sleep(0.01)
        first.send_signal(signal.SIGSTOP)  # It can therefore not end before the second.
        second = subprocess.run(
            [sys.executable, "-m", "kv2rdf", "build", SEED, "--out", out],
            capture_output=True,
            text=True,
            check=False,
        )
        first.send_signal(signal.SIGCONT)
        assert second.returncode == 2
        assert second.stderr == f"Error: {out}: another build is running here\n"
        assert first.wait() == 0
    assert list(verify.release_problems(ReleaseFiles(out))) == []


def test_a_folder_that_is_not_a_release_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "mine.txt").write_text("mine")
    with pytest.raises(ReleaseError, match="exists and is not a kv2rdf release"):
        build_quietly(tmp_path / "release", SEED)
    assert [path.name for path in tmp_path.rglob("*")] == ["release", "mine.txt"]


@pytest.mark.long
def test_the_previous_release_is_kept_and_older_ones_are_removed(tmp_path: Path) -> None:
    out = tmp_path / "release"
    for _ in range(3):
        build_quietly(out, SEED)
    assert sorted(folder.name for folder in (tmp_path / "release.d").iterdir()) == ["2", "3"]
    assert out.resolve().name == "3"


@pytest.mark.long
def test_the_previous_release_is_kept_in_a_symlinked_folder_too(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for _ in range(3):
        build_quietly(tmp_path / "link" / "release", SEED)
    assert sorted(folder.name for folder in (tmp_path / "real" / "release.d").iterdir()) == [
        "2",
        "3",
    ]


def test_an_error_removes_the_new_release_folder(tmp_path: Path) -> None:
    with suppress(ValueError), release_workspace(tmp_path / "release") as workspace:
        (workspace.files.folder / "half").touch()
        raise ValueError("on the way")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
@pytest.mark.parametrize("kilobytes", [1, 20, 60, 150, 330])
def test_a_full_disk_leaves_nothing_and_is_reported_in_one_line_with_the_given_path(
    tmp_path: Path, kilobytes: int
) -> None:
    """A limit on the size of files fails in the same way as a full disk."""
    out = tmp_path / "release"
    command = f"ulimit -f {kilobytes}; exec {sys.executable} -m kv2rdf build {SEED} --out {out}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr == f"Error: {out}: File too large\n"
    assert list(tmp_path.iterdir()) == []

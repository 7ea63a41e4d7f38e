"""The end of commands: by a signal, at a limit, or because output cannot be written."""

import errno
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kv2rdf.cli import COMMANDS, cli
from kv2rdf.cli.exit_status import exit_status
from tests.campaigns.interrupt_commands import commands
from tests.every_case import every_case

FULL = (
    "Error: standard output: No space left on device\n",
    "Error: No space left on device: the disk of the output or of TMPDIR is full\n",
)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f"
DEEP = f"SELECT * {'{' * 5_000}{'}' * 5_000}"


OUTPUTS = pytest.mark.parametrize(
    "words",
    [
        pytest.param(("query", "ASK {}"), id="query ASK {}", marks=pytest.mark.long),
        pytest.param(("--help",), id="--help"),
    ],
)
"""Commands that print something."""


def start(*words: str | Path, **options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "kv2rdf", *words]
    process: subprocess.Popen[str] = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, **options
    )  # type: ignore[call-overload]
    return process


def ending(*words: str | Path, stdout: int = subprocess.DEVNULL) -> tuple[int, str]:
    with start(*words, stdout=stdout) as process:
        _, written = process.communicate(timeout=60)
        return process.returncode, written


def running_child(parent: int) -> int:
    """Return the process that runs the query, once it has worked for a while."""
    while True:
        for status in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = status.read_text().rpartition(")")[2].split()
                if int(fields[1]) == parent and int(fields[11]) > 5:
                    return int(status.parent.name)
        time.sleep(0.02)


def has_ended(process: int) -> bool:
    for _ in range(200):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((DEEP,), "the query crashed the SPARQL engine (SIGSEGV); it may be nested too deeply"),
        pytest.param(
            (LARGE, "--memory", "256"),
            "the query needs more than 256 MB of memory; see --memory",
            marks=pytest.mark.long,
        ),
        pytest.param(
            (ENDLESS, "--timeout", "1"),
            "there is no answer after 1 second (--timeout)",
            marks=pytest.mark.long,
        ),
    ],
    ids=["too deep", "too large", "too long"],
)
def test_a_query_that_cannot_be_answered_is_an_error(
    seed_release: Path, words: tuple[str, ...], message: str
) -> None:
    assert ending("query", "--release", seed_release, *words) == (2, f"Error: {message}\n")


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(signal.SIGINT, marks=pytest.mark.long),
        signal.SIGTERM,
        pytest.param(signal.SIGKILL, marks=pytest.mark.long),
    ],
)
def test_the_child_ends_with_the_command(seed_release: Path, number: signal.Signals) -> None:
    with start("query", "--release", seed_release, ENDLESS) as process:
        child = running_child(process.pid)
        process.send_signal(number)
        _, written = process.communicate(timeout=10)
        assert has_ended(child)
    is_interrupted = number == signal.SIGINT
    assert (process.returncode, written) == (
        (130, "Error: interrupted\n") if is_interrupted else (-number, "")
    )


def test_a_terminal_interrupts_the_command_and_its_child(seed_release: Path) -> None:
    with start("query", "--release", seed_release, ENDLESS) as process:
        child = running_child(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        _, written = process.communicate(timeout=10)
        assert has_ended(child)
    assert (process.returncode, written) == (130, "Error: interrupted\n")


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (signal.SIGKILL, "was killed, perhaps because"),
        pytest.param(signal.SIGTERM, "(SIGTERM)", marks=pytest.mark.long),
    ],
)
def test_the_death_of_the_child_is_reported_in_one_line(
    seed_release: Path, number: signal.Signals, message: str
) -> None:
    with start("query", "--release", seed_release, ENDLESS) as process:
        os.kill(running_child(process.pid), number)
        _, written = process.communicate(timeout=10)
    assert process.returncode == 2
    assert message in written
    assert written.count("\n") == 1


@OUTPUTS
def test_a_full_disk_is_reported_in_one_line(seed_release: Path, words: tuple[str, ...]) -> None:
    arguments = (*words, *(("--release", str(seed_release)) if "query" in words else ()))
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        status, written = ending(*arguments, stdout=full.fileno())
    assert status == 2
    assert written in FULL
    assert written.count("\n") == 1


@every_case(
    ("error", "message"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "No space left on device: the disk of the output or of TMPDIR is full",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device", "/data/out"),
            "/data/out: No space left on device",
        ),
        (OSError(errno.EIO, "Input/output error"), "system: Input/output error"),
    ],
)
def test_an_error_of_the_system_names_the_file_or_the_disk(
    error: OSError, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise error

    assert exit_status(fail) == 2
    assert capsys.readouterr().err == f"Error: {message}\n"


@OUTPUTS
def test_output_that_nobody_reads_ends_the_command(
    seed_release: Path, words: tuple[str, ...]
) -> None:
    arguments = (*words, *(("--release", str(seed_release)) if "query" in words else ()))
    reading, writing = os.pipe()
    os.close(reading)
    assert ending(*arguments, stdout=writing) == (141, "")
    os.close(writing)


def test_closed_streams_are_not_used_for_other_files(seed_release: Path) -> None:
    command = f'"{sys.executable}" -m kv2rdf queries >&-'
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (2, "Error: standard output is closed\n")
    command = f'"{sys.executable}" -m kv2rdf search --release "{seed_release}" doxing 0<&- 2>&-'
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert result.returncode == 0


def test_an_error_that_cannot_be_written_keeps_its_status(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        command = [sys.executable, "-m", "kv2rdf", "verify", str(tmp_path)]
        assert subprocess.run(command, stderr=full, check=False).returncode == 2


def test_too_little_memory_in_this_process_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    def fill() -> None:
        raise MemoryError

    assert exit_status(fill) == 2
    assert capsys.readouterr().err == "Error: there is not enough memory\n"


def test_a_long_error_is_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", f"{tmp_path}/{'a' * 200}.{'b' * 1_400_000}"]
    assert exit_status(lambda: cli(words, standalone_mode=False)) == 2
    line = capsys.readouterr().err.splitlines()[-1]
    assert len(line) < 700
    assert " … " in line


@pytest.mark.long
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_ends_in_order_without_its_output(
    name: str, seed_release: Path, tmp_path: Path
) -> None:
    words = commands(seed_release, tmp_path)[name] if name != "query" else ("query", "-h")
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        status, written = ending(*words, stdout=full.fileno())
    assert (status, written.count("\n")) == (2, 1)
    assert written in FULL
    reading, writing = os.pipe()
    os.close(reading)
    assert ending(*words, stdout=writing) == (141, "")
    os.close(writing)

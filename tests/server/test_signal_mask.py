"""Signals that stop the server while one of its processes starts another."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kv2rdf.server.signal_mask import accept_signals, blocked_signals
from tests.conftest import ROOT

BLOCKED = "import signal; print(*map(int, signal.pthread_sigmask(signal.SIG_BLOCK, [])))"


def blocked() -> set[int]:
    return {int(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, [])}


def test_a_process_begins_with_blocked_signals() -> None:
    before = blocked()
    with blocked_signals():
        words = subprocess.check_output([sys.executable, "-c", BLOCKED], text=True).split()
    assert {*map(int, words)} == {signal.SIGINT, signal.SIGTERM}
    assert blocked() == before == set()


def test_a_signal_that_was_blocked_has_its_effect_later() -> None:
    arrived: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: arrived.append(number))
    try:
        with blocked_signals():
            signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
            assert arrived == []
        accept_signals()
        assert arrived == [signal.SIGTERM]
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_signal_to_all_processes_before_they_are_ready_ends_them_without_a_message() -> None:
    command = [sys.executable, "-m", "tests.server.small_server", "signal"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGTERM, "", "")


@pytest.mark.long
@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize(
    ("number", "ending"),
    [
        pytest.param(signal.SIGTERM, (-signal.SIGTERM, ""), id="SIGTERM"),
        pytest.param(signal.SIGINT, (130, "Error: interrupted\n"), id="Ctrl-C"),
    ],
)
@pytest.mark.parametrize("is_for_all", [False, True])
def test_a_signal_while_the_server_starts_ends_it_without_a_traceback(
    seed_release: Path,
    processes: int,
    number: signal.Signals,
    ending: tuple[int, str],
    *,
    is_for_all: bool,
) -> None:
    command = [
        sys.executable, "-m", "kv2rdf", "serve", str(seed_release), "--port", "0",
        "--processes", str(processes),
    ]  # fmt: skip
    found = {}
    for milliseconds in (150, 250, 350, 450, 600, 750, 900, 1_100, 1_400, 1_800):
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
        ) as process:  # fmt: skip
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(milliseconds / 1_000)
            (os.killpg if is_for_all else os.kill)(process.pid, number)
            _, written = process.communicate(timeout=30)
        found[milliseconds] = (process.returncode, written)
    assert found == dict.fromkeys(found, ending)

"""A server with several processes, over which connections are distributed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import requests

from tests.conftest import ROOT
from tests.server.small_server import NO_MORE
from tests.server.waiting import MOST_SECONDS, wait_until


@contextmanager
def small_server(*words: str) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    """Run the small server with two processes. Yield its port when both are ready."""
    command = [sys.executable, "-m", "tests.server.small_server", "", *words]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        version, port = process.stdout.readline().split()
        assert version == "2022"
        try:
            yield int(port), process
        finally:
            process.kill()


def answered_pid(port: int) -> int | None:
    """Return the number of the process that answers, or None if it ends before it answers."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=MOST_SECONDS) as connection:
            answer = connection.makefile().readline()
    except ConnectionError:
        return None
    return int(answer) if answer else None


def is_refused(port: int) -> bool:
    """Whether no process listens."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=MOST_SECONDS).close()
    except ConnectionRefusedError:
        return True
    return False


def pids(port: int) -> set[int | None]:
    return {answered_pid(port) for _ in range(10)} - {None}


def test_all_processes_answer_and_a_signal_ends_them_all() -> None:
    with small_server() as (port, process):
        wait_until(lambda: len(pids(port)) == 2)
        assert process.pid not in pids(port)
        process.terminate()
        assert process.wait(MOST_SECONDS) == -signal.SIGTERM
        assert is_refused(port)


def test_a_process_that_dies_is_replaced() -> None:
    with small_server() as (port, process):
        killed = answered_pid(port)
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: killed not in (found := pids(port)) and len(found) == 2)
        process.terminate()
        _, written = process.communicate(timeout=MOST_SECONDS)
    assert written == "a process of the server ended with exit status -9, and is replaced\n"


def test_a_process_that_cannot_be_replaced_at_once_is_replaced_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = tmp_path / "fault"
    monkeypatch.setenv(NO_MORE, str(fault))
    with small_server() as (port, process):
        assert process.stderr is not None
        fault.mkdir()
        killed = answered_pid(port)
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        lines = [process.stderr.readline() for _ in range(3)]
        assert len(pids(port)) == 1
        fault.rmdir()
        wait_until(lambda: len(pids(port)) == 2)
        process.terminate()
        process.communicate(timeout=MOST_SECONDS)
    assert process.returncode == -signal.SIGTERM
    reason = "a process of the server cannot start: the release is damaged"
    assert lines == [
        "a process of the server ended with exit status -9, and is replaced\n",
        f"{reason}; another is started in 0.2 s\n",
        f"{reason}; another is started in 0.2 s\n",
    ]


def test_a_server_without_processes_that_can_start_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = tmp_path / "fault"
    monkeypatch.setenv(NO_MORE, str(fault))
    with small_server() as (port, process):
        with opened(2, port) as connections:
            fault.mkdir()
            for pid, _ in connections:
                os.kill(pid, signal.SIGKILL)
        _, written = process.communicate(timeout=MOST_SECONDS)
    assert process.returncode == 1
    reason = "a process of the server cannot start: the release is damaged"
    assert written.splitlines()[-1].endswith(f"ServerProcessError: {reason}")


@contextmanager
def opened(number: int, port: int) -> Iterator[list[tuple[int, socket.socket]]]:
    """Yield connections that are open at once, each with the number of the process that has it."""
    with ExitStack() as stack:
        made = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=MOST_SECONDS))
            for _ in range(number)
        ]
        yield [(int(connection.recv(20)), connection) for connection in made]


def processes_of(number: int, port: int) -> set[int]:
    """Return the numbers of the processes that have connections which are open at once."""
    with opened(number, port) as connections:
        return {pid for pid, _ in connections}


def test_each_process_has_the_same_number_of_connections() -> None:
    with small_server() as (port, _), opened(50, port) as connections:
        counts = Counter(pid for pid, _ in connections)
        assert list(counts.values()) == [25, 25]
        one, other = counts
        for pid, connection in connections:
            if pid == one:
                connection.close()
        time.sleep(0.5)  # until the closed connections have been counted
        assert processes_of(24, port) == {one}
        time.sleep(0.5)
        assert processes_of(27, port) == {one, other}


def test_no_connection_is_lost_while_a_process_is_replaced() -> None:
    with small_server() as (port, _):
        with opened(2, port) as ((killed, connection), (other, _)):
            os.kill(killed, signal.SIGKILL)
            assert connection.recv(1) == b""  # the process has ended
        assert other in (found := processes_of(20, port))
        assert killed not in found
        wait_until(lambda: len(processes_of(2, port)) == 2)


def test_connections_wait_while_all_processes_are_replaced() -> None:
    with small_server() as (port, _):
        with opened(2, port) as connections:
            for pid, connection in connections:
                os.kill(pid, signal.SIGKILL)
                assert connection.recv(1) == b""
            ended = {pid for pid, _ in connections}
        found = processes_of(20, port)
        assert found
        assert not found & ended


def test_no_request_is_lost_while_a_process_answers_its_last_requests() -> None:
    with small_server("http") as (port, _):
        address = f"http://127.0.0.1:{port}/"
        ended = int(requests.get(address, timeout=MOST_SECONDS).text)
        with ThreadPoolExecutor(8) as threads:
            answers = threads.map(lambda _: requests.get(address, timeout=MOST_SECONDS), range(500))
            os.kill(ended, signal.SIGTERM)
            assert {answer.status_code for answer in answers} == {200}
        wait_until(lambda: str(ended) not in requests.get(address, timeout=MOST_SECONDS).text)


def test_the_processes_end_if_the_first_process_is_killed() -> None:
    with small_server() as (port, process):
        process.kill()
        wait_until(lambda: is_refused(port))


@pytest.mark.parametrize(
    ("fault", "reason"), [("release", "the release is damaged"), ("exit", "exit status 7")]
)
def test_a_process_that_cannot_start_ends_the_server(fault: str, reason: str) -> None:
    command = [sys.executable, "-m", "tests.server.small_server", fault]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    last = ended.stderr.splitlines()[-1]
    assert last.endswith(f"ServerProcessError: a process of the server cannot start: {reason}")

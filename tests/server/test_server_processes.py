"""A server with several processes, over which connections are distributed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from kv2rdf.server.sparql.worker_pool import PoolLimits
from tests.conftest import ROOT, build_quietly
from tests.every_case import every_case
from tests.server.clients import running_server
from tests.server.swaps import link_to

MOST_SECONDS = 20


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


def wait_until(is_true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + MOST_SECONDS
    while not is_true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


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


@every_case(("processes", "places"), [(1, (4, 2)), (2, (2, 1)), (3, (2, 1)), (8, (1, 1))])
def test_the_processes_divide_the_places_for_queries(
    processes: int, places: tuple[int, int]
) -> None:
    limits = PoolLimits(megabytes=100).share(processes)
    assert (limits.short_places, limits.long_places, limits.megabytes) == (*places, 100)


def total(metrics: str, name: str, **labels: str) -> float:
    """Return the sum of the samples with a name and labels."""
    return sum(
        sample.value
        for family in text_string_to_metric_families(metrics)
        for sample in family.samples
        if sample.name == name and labels.items() <= sample.labels.items()
    )


@pytest.mark.long
def test_two_processes_serve_a_release_and_its_successor(
    seed_release: Path, tmp_path: Path
) -> None:
    link, document = tmp_path / "release", "/doc/eli/nl/tk/zaak/2022Z00634.ttl"
    other = tmp_path / "other"
    build_quietly(other, ROOT / "seeds" / "kamervragen", ROOT / "tests/golden/questions-only")
    link_to(link, seed_release.resolve())

    def versions() -> set[str]:
        """Return the releases in many answers, each to a new connection."""
        answers = [requests.get(address + document, timeout=10) for _ in range(20)]
        assert {answer.status_code for answer in answers} == {200}
        return {answer.headers["X-KV-Release"] for answer in answers}

    with running_server(link, "--processes", "2") as (address, process):
        (first,) = versions()
        answers = {requests.get(f"{address}/metrics", timeout=10).text for _ in range(10)}
        counts = {total(m, "kv2rdf_http_requests_total", section="doc") for m in answers}
        assert counts == {20}  # whichever process answers
        metrics = answers.pop()
        assert total(metrics, "kv2rdf_http_request_seconds_count", section="doc") == 20
        assert total(metrics, "kv2rdf_data_date_seconds") > 0
        assert requests.get(f"{address}/health", timeout=10).json()["release"] == first
        answer = requests.get(
            f"{address}/sparql", {"query": "ASK { ?case a kv:Dossier }"}, timeout=10
        )
        assert answer.json()["boolean"] is True
        link_to(link, other.resolve())
        wait_until(lambda: first not in versions())
        process.terminate()
        _, written = process.communicate(timeout=MOST_SECONDS)
        assert (process.returncode, written) == (-signal.SIGTERM, "")


@pytest.mark.long
def test_a_damaged_release_is_reported_in_one_line_by_several_processes(tmp_path: Path) -> None:
    with running_server(tmp_path, "--processes", "2") as (address, process):
        assert address == ""
        _, written = process.communicate(timeout=MOST_SECONDS)
    assert process.returncode == 2
    reason = f"{tmp_path} is not a kv2rdf release: it has no manifest-sha256.txt"
    assert written == f"Error: a process of the server cannot start: {reason}\n"

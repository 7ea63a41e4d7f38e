"""The start and the end of the command serve."""

import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner
from starlette.applications import Starlette

from kv2rdf.cli import cli
from kv2rdf.errors import ReleaseError
from kv2rdf.server.http_server import run_server
from kv2rdf.server.listener import listening_socket
from tests.conftest import ROOT
from tests.every_case import every_case
from tests.server.clients import running_server


@pytest.mark.long
@pytest.mark.parametrize(
    ("number", "ending"),
    [
        pytest.param(signal.SIGTERM, (-signal.SIGTERM, ""), id="SIGTERM"),
        pytest.param(signal.SIGINT, (130, "Error: interrupted\n"), id="Ctrl-C"),
    ],
)
def test_a_signal_ends_the_server(
    seed_release: Path, number: signal.Signals, ending: tuple[int, str]
) -> None:
    """Short tests send signals to servers that start faster."""
    with running_server(seed_release) as (address, process):
        answer = requests.get(f"{address}/data/catalogue.ttl", timeout=10)
        assert answer.content == (seed_release / "catalogue.ttl").read_bytes()
        process.send_signal(number)
        _, written = process.communicate(timeout=10)
        assert (process.returncode, written) == ending


SLOW = """
import asyncio, gc
from kv2rdf.server.http_server import run_server
from kv2rdf.server.listener import listening_socket

async def app(scope, receive, send):
    message = await receive()
    if scope["type"] == "lifespan":
        await asyncio.sleep(0.1)
        prepared.extend([] for _ in range(100_000))
        print("started", flush=True)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        return
    print("begun", flush=True)
    await asyncio.sleep(0.3)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"complete"})

def report_ready():
    print("ready", gc.get_freeze_count() > len(prepared), flush=True)
    return True

prepared = []
listener = listening_socket("127.0.0.1", 0)
print(listener.getsockname()[1], flush=True)
run_server(app, listener, "", report_ready)
"""


def test_a_request_that_has_begun_is_answered_after_the_signal() -> None:
    answers: list[bytes] = []
    command = [sys.executable, "-c", SLOW]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        address = f"http://127.0.0.1:{process.stdout.readline().strip()}/"
        assert process.stdout.readline() == "started\n"
        assert process.stdout.readline() == "ready True\n"
        asking = threading.Thread(
            target=lambda: answers.append(requests.get(address, timeout=10).content)
        )
        asking.start()
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGTERM)
        asking.join()
        assert process.wait(timeout=10) == -signal.SIGTERM
    assert answers == [b"complete"]


@every_case("error", [ReleaseError("the store is damaged"), OSError("no process")])
def test_a_server_that_cannot_start_raises_the_error(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    @asynccontextmanager
    async def failing(_app: Starlette) -> AsyncIterator[None]:
        raise error
        yield

    with (
        listening_socket("127.0.0.1", 0) as listener,
        pytest.raises(type(error), match=f"^{error}$"),
    ):
        run_server(Starlette(lifespan=failing), listener, "", lambda: True)
    assert capsys.readouterr() == ("", "")


def test_a_server_is_ready_when_its_parts_have_started() -> None:
    """The objects that the parts keep are then never searched for garbage."""
    command = [sys.executable, "-c", SLOW]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(3)]
        process.terminate()
    assert lines[1:] == ["started\n", "ready True\n"]


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["serve", "--port", "0", *map(str, words)])
    return result.exit_code, result.stderr


def test_a_port_that_is_taken_is_reported_in_one_line(seed_release: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        message = f"Error: cannot listen on 127.0.0.1, port {port}: Address already in use\n"
        assert run(seed_release, "--port", str(port)) == (2, message)


def test_an_unknown_host_is_reported_in_one_line(seed_release: Path) -> None:
    status, written = run(seed_release, "--host", "256.0.0.1")
    assert (status, written.count("\n")) == (2, 1)
    assert written.startswith("Error: cannot listen on 256.0.0.1, port 0: ")


def test_a_folder_that_is_not_a_release_is_reported_in_one_line(tmp_path: Path) -> None:
    message = f"Error: {tmp_path} is not a kv2rdf release: it has no manifest-sha256.txt\n"
    assert run(tmp_path) == (2, message)


@pytest.mark.parametrize(
    "name", ["store/CURRENT", "textindex.sqlite", "run.json", "checksums.json"]
)
def test_a_damaged_release_is_reported_in_one_line(
    seed_release: Path, tmp_path: Path, name: str
) -> None:
    release = tmp_path / "release"
    shutil.copytree(seed_release, release)
    (release / name).write_bytes(b"{")
    status, written = run(release)
    assert (status, written.count("\n")) == (2, 1)
    assert written.startswith("Error: ")
    assert f" {release / name}" in written


def test_a_text_index_of_another_version_is_reported_in_one_line(
    seed_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kv2rdf.query.text_search.INDEX_FORM", 0)
    status, written = run(seed_release)
    assert (status, written.count("\n")) == (2, 1)
    assert written.startswith("Error: the text index cannot be read: another version of kv2rdf ")


@every_case("path", ["kv", "/kv/", "/k v", "/kv?x"])
def test_a_root_path_is_the_path_of_a_folder(seed_release: Path, path: str) -> None:
    status, written = run(seed_release, "--root-path", path)
    assert (status, "a path begins with / and does not end with it" in written) == (2, True)

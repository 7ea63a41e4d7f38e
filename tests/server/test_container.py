"""The container of docs/operate.md, built and run with podman without a network."""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.requirements import CONTAINER_LIMITS, PYTHON_IMAGE

pytestmark = [pytest.mark.long, pytest.mark.container]

IMAGE = "localhost/kv2rdf-test"
RUN = (
    "run", "--detach", "--rm", "--read-only", "--tmpfs", "/tmp",
    "--cap-drop", "all", "--security-opt", "no-new-privileges",
)  # fmt: skip
SERVER_PYTHON = "/opt/kv2rdf/bin/python"
MOST_SECONDS = 120

FETCH = """
import sys, urllib.request
with urllib.request.urlopen(f"http://127.0.0.1:8000{sys.argv[1]}") as answer:
    print(answer.read().decode())
"""
STATES = """
import json, pathlib
states = {}
for folder in pathlib.Path("/proc").glob("[0-9]*"):
    facts = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
    words = (folder / "cmdline").read_text().split("\\0")
    states[folder.name] = [words[2:3], facts["Uid"].split(), facts["CapEff"].strip(),
                           facts["NoNewPrivs"].strip(), int(facts["Seccomp_filters"])]
print(json.dumps(states))
"""
WRITE = """
for name in ("/opt/x", "/etc/x", "/srv/kamervragen/x"):
    try:
        open(name, "w")
    except OSError as error:
        print(error.strerror)
"""


def podman(*words: str) -> str:
    """Run podman, and return what it writes."""
    return subprocess.check_output(("podman", *words), text=True, cwd=ROOT).strip()


@pytest.fixture(scope="module")
def container(seed_release: Path) -> Iterator[str]:
    """The name of a container that serves the release of the seed, when it can answer.

    It needs no network and no control groups, so that it can also be run inside another container.
    """
    network = ("--isolation", "chroot", "--network", "host", "--pull=never")
    podman("build", *network, "-f", "docs/operate/Containerfile", "-t", IMAGE, ".")
    volume = f"{seed_release.resolve()}:/srv/kamervragen:ro"
    made = podman(*RUN, *CONTAINER_LIMITS, "--volume", volume, IMAGE, "/srv/kamervragen")
    try:
        deadline = time.monotonic() + MOST_SECONDS
        while "Serving release" not in podman("logs", made):
            assert time.monotonic() < deadline
            time.sleep(0.5)
        yield made
    finally:
        podman("rm", "--force", "--time", "0", made)


def in_container(container: str, program: str, *words: str) -> str:
    """Run a program in Python in the container, and return what it prints."""
    return podman("exec", container, SERVER_PYTHON, "-c", program, *words)


def test_the_image_of_python_is_that_of_the_file() -> None:
    text = (ROOT / "docs" / "operate" / "Containerfile").read_text(encoding="utf-8")
    assert text.count(f"FROM {PYTHON_IMAGE}") == text.count("\nFROM ") == 2


def test_a_page_and_a_query_are_answered(container: str) -> None:
    assert "Palland" in in_container(container, FETCH, "/nl/zaak/2022Z00634")
    answer = in_container(container, FETCH, "/sparql?query=ASK%7B%3Fc%20a%20kv%3ADossier%7D")
    assert json.loads(answer)["boolean"] is True


def test_no_process_has_rights_and_queries_have_a_filter_of_their_own(container: str) -> None:
    states = json.loads(in_container(container, STATES)).values()
    assert {(uid, *rest) for _, (uid, *_), *rest, _ in states} == {("65532", "0" * 16, "1")}
    server = min(filters for *_, filters in states)
    workers = [
        filters for words, *_, filters in states if words == ["kv2rdf.server.sparql.worker_parent"]
    ]
    assert max(workers) == server + 1


def test_no_file_can_be_written(container: str) -> None:
    assert in_container(container, WRITE).splitlines() == ["Read-only file system"] * 3


def test_a_signal_ends_the_server(container: str) -> None:
    begun = time.monotonic()
    podman("stop", "--time", "30", container)
    assert time.monotonic() - begun < 25

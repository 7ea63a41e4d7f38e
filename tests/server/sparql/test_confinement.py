"""A confined process cannot open connections, start programs, or open files outside the release."""

import ctypes
import os
import resource
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.server.sparql.confinement import confine_process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the locks are those of Linux")


def problem_in_child(work: Callable[[], object], folder: Path) -> str:
    """Return the error that some work raises in a confined process, or "" if it raises none."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            assert set(confine_process(folder)) == {"landlock", "seccomp"}
            work()
        except BaseException as error:
            os.write(writing, type(error).__name__.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as problems:
        return problems.read()


def test_files_of_the_folder_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("text")
    assert problem_in_child(file.read_text, tmp_path) == ""


def test_other_files_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    file = tmp_path / "file"
    file.write_text("text")
    assert problem_in_child(file.read_text, tmp_path / "folder") == "PermissionError"


def test_a_kernel_that_makes_no_ruleset_restricts_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Landlock may exist and still fail, for example if a container forbids its system calls."""

    class Kernel:
        def prctl(self, *_: object) -> int:
            return 0

        def syscall(self, _number: int, attributes: bytes | None, *_: object) -> int:
            return 3 if attributes is None else -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Kernel())
    monkeypatch.setattr(resource, "setrlimit", lambda *_: None)
    assert confine_process(tmp_path) == ("seccomp",)


def test_no_file_can_be_written(tmp_path: Path) -> None:
    problem = problem_in_child(lambda: (tmp_path / "new").write_text("text"), tmp_path)
    assert problem == "PermissionError"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX])
def test_no_socket_can_be_made(family: int, tmp_path: Path) -> None:
    assert problem_in_child(lambda: socket.socket(family), tmp_path) == "PermissionError"


def test_no_program_can_be_started(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    problem = problem_in_child(lambda: os.execv(program, ["program"]), tmp_path)
    assert problem == "PermissionError"


def test_the_engine_cannot_ask_another_server(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        query = f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"
        problem = problem_in_child(lambda: tuple(ox.Store().query(query)), tmp_path)  # type: ignore[arg-type]
        assert problem == "PermissionError"
        with pytest.raises(BlockingIOError):
            server.accept()

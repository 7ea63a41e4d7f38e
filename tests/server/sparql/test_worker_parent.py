"""The parent of the workers, if the server is killed."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.long
def test_the_parent_ends_without_a_message_if_the_server_is_killed(seed_release: Path) -> None:
    """The server has not read the last message, so the connection is reset and not closed."""
    ours, other = socket.socketpair()
    words = (str(other.fileno()), str(seed_release), "500", "disk")
    command = [sys.executable, "-m", "kv2rdf.server.sparql.worker_parent", *words]
    with subprocess.Popen(
        command, pass_fds=[other.fileno()], stderr=subprocess.PIPE, text=True
    ) as process:
        other.close()
        assert ours.recv(1) == b"{"
        ours.close()
        _, written = process.communicate(timeout=60)
    assert (process.returncode, written) == (0, "")

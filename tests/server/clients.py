"""Clients for the tests of the server, and a server in a separate process."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from starlette.testclient import TestClient

from kv2rdf.server.application import application
from kv2rdf.server.endpoints.component import endpoints
from kv2rdf.server.endpoints.metrics import Metrics
from kv2rdf.server.request_outcome import observed_requests
from kv2rdf.server.served_release import ServedRelease
from tests.conftest import ROOT, build_quietly

MOST_DAYS = 4
"""The maximum age of the data in days. For these clients, the data of the seed is that old."""


def client(release: Path, root_path: str = "") -> TestClient:
    """Return a client that calls the application in this process. It follows no redirects."""
    served = ServedRelease.open(release)
    metrics = Metrics()
    component = endpoints(metrics, lambda: datetime(2022, 3, 1, tzinfo=UTC), MOST_DAYS)
    app = observed_requests(application(lambda: served, (component,)), lambda: 0.0, metrics.count)
    return TestClient(
        app, follow_redirects=False, raise_server_exceptions=False, root_path=root_path
    )


@contextmanager
def server_at_base(folder: Path) -> Iterator[str]:
    """Run a server of a release whose base is the address of the server. Yield this address.

    Each address in the release is therefore answered without settings. The release is that of the
    seed.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    build_quietly(folder / "release", ROOT / "seeds" / "kamervragen", base=address)
    with running_server(folder / "release", "--port", str(port)) as (at, _):
        assert at == address
        yield at


@contextmanager
def running_server(*words: str | Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Run ``kv2rdf serve`` on a free port. Yield its address, without a slash at the end."""
    command = [sys.executable, "-m", "kv2rdf", "serve", "--port", "0", *map(str, words)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            yield line.split()[-1].rstrip("/") if line else "", process
        finally:
            process.kill()

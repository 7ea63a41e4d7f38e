"""A campaign that sends hostile queries to a server over 8 connections while others use it.

    python -m tests.campaigns.hostile_queries 600 20261129

The arguments are the number of queries and the seed; 600 queries take about two minutes.
``KV2RDF_CAMPAIGN_RELEASE`` may name the release to serve; without it, the release of the seed is
built. ``KV2RDF_CAMPAIGN_PROCESSES`` is the number of processes of the server, by default 1. Every
query must end within the time limit and half a second, with an explained status. The server must
not open any connection or lose a process. Meanwhile, one client repeatedly fetches a document, and
another repeatedly runs a fast query. None of their requests may fail, except that several
processes, each of which has few places for queries, may refuse a fast query with status 503. The
longest times, the number of different queries and the duration are printed.
"""

import http.client
import os
import random
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from kv2rdf.api import build_release
from tests.campaigns.command import run_campaign
from tests.campaigns.hostile_query_set import hostile_queries
from tests.server.clients import running_server

_LIMIT = 3
_SLACK = 0.5
_CONNECTIONS = 8
_REFUSED = "status 503"
_STATUSES = {200, 400, 403, 413, 503, 504, 507}
_SEED = Path(__file__).parent.parent.parent / "seeds" / "kamervragen"
_FAST = "/sparql?" + urlencode({"query": "ASK { ?s a kv:Dossier }"})


def timed(
    port: int, method: str, path: str, query: str = "", client: str = "127.0.0.1"
) -> tuple[int, float]:
    """Return the status of a request, and the number of seconds until its answer was complete."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection(
        "127.0.0.1", port, timeout=60, source_address=(client, 0)
    )
    headers = {"Content-Type": "application/sparql-query", "Accept": "*/*"}
    try:
        connection.request(method, path, query.encode(), headers)
        answer = connection.getresponse()
        answer.read()
    finally:
        connection.close()
    return answer.status, time.perf_counter() - begun


class OtherClient(threading.Thread):
    """A client that requests one path every tenth of a second, until it is stopped."""

    def __init__(self, port: int, path: str) -> None:
        super().__init__()
        self.path = path
        self.times: list[float] = []
        self.failures: list[str] = []
        self._port = port
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(0.1):
            try:
                status, seconds = timed(self._port, "GET", self.path, client="127.0.0.2")
            except OSError as error:
                self.failures.append(str(error))
                continue
            self.times.append(seconds)
            if status != 200:
                self.failures.append(f"status {status}")

    def stop(self) -> str:
        """Stop, and return the median, the 99th percentile and the maximum of the times."""
        self._stopped.set()
        self.join()
        times = sorted(self.times) or [0.0]
        median, high = times[len(times) // 2], times[len(times) * 99 // 100]
        return f"{self.path.partition('?')[0]}: {median:.3f} {high:.3f} {times[-1]:.3f} s"


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Send ``count`` queries. Yield a message for each fault."""
    release = Path(os.environ.get("KV2RDF_CAMPAIGN_RELEASE") or folder / "release")
    if not release.exists():
        build_release([_SEED], release)
    processes = os.environ.get("KV2RDF_CAMPAIGN_PROCESSES", "1")
    options = ("--query-timeout", str(_LIMIT), "--no-fair-use", "--processes", processes)
    with (
        socket.create_server(("127.0.0.1", 0)) as elsewhere,
        running_server(release, *options) as (address, process),
        ThreadPoolExecutor(_CONNECTIONS) as connections,
    ):
        port = int(address.rpartition(":")[2])
        timed(port, "GET", _FAST)  # The server answers when its workers are ready.
        case = min(path.stem for path in release.glob("dossiers/*/*.ttl"))
        others = [OtherClient(port, path) for path in (f"/doc/eli/nl/tk/zaak/{case}.ttl", _FAST)]
        for other in others:
            other.start()
        listener = str(elsewhere.getsockname()[1])
        queries = [(name, query.replace("PORT", listener)) for name, query in hostile_queries()]
        drawn = [draw.choice(queries) for _ in range(max(0, count - len(queries)))]
        draw.shuffle(drawn)
        every = [*queries, *drawn][:count] if count < len(queries) else [*queries, *drawn]
        slowest, begun = 0.0, time.perf_counter()

        def send(item: tuple[str, str]) -> tuple[str, int, float]:
            return (item[0], *timed(port, "POST", "/sparql", item[1]))

        for name, status, seconds in connections.map(send, every):
            counts[f"status {status}"] += 1
            slowest = max(slowest, seconds)
            if status not in _STATUSES:
                yield f"{name}: status {status}"
            if seconds > _LIMIT + _SLACK:
                yield f"{name}: {seconds:.2f} s"
        seconds, shapes = time.perf_counter() - begun, len({name for name, _ in every})
        sys.stdout.write(f"{shapes} different queries, in {seconds:.0f} s\n")
        for other in others:
            sys.stdout.write(f"median, p99 and maximum of {other.stop()}\n")
            refused = other.failures.count(_REFUSED) if other.path == _FAST else 0
            if refused and processes != "1":
                counts["fast queries refused"] += refused
                other.failures = [each for each in other.failures if each != _REFUSED]
            yield from (f"{other.path}: {failure}" for failure in other.failures)
        sys.stdout.write(f"the slowest hostile query: {slowest:.2f} s\n")
        elsewhere.settimeout(0)
        try:
            elsewhere.accept()
            yield "a connection left the server"
        except BlockingIOError:
            pass
        if process.poll() is not None:
            yield f"the server ended with status {process.returncode}"
        process.terminate()
        _, written = process.communicate(timeout=60)
        if written:
            yield f"the server wrote {written[:500]!r}"


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Send hostile queries to a server.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

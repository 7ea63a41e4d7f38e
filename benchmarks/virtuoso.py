"""Virtuoso, if it is installed: a server on loopback with the dump of a release."""

import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

_SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {dump}
NumberOfBuffers = 340000
MaxDirtyBuffers = 250000
MaxQueryMem = 2G
ThreadsPerQuery = 2
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 60
"""
_TIMEOUT = 60


def installed_programs() -> tuple[str, str] | None:
    """Return the paths of the server and its client, or None if they are not installed."""
    server, client = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    return (server, client) if server and client else None


@contextmanager
def running_server(
    programs: tuple[str, str], dump: Path, folder: Path
) -> Iterator[Callable[[str], int]]:
    """Load a dump into a new server, and yield a function that runs a query and counts its rows."""
    server, client = programs
    folder.mkdir()
    sql, http = _free_port(), _free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(
        _SETTINGS.format(folder=folder, dump=dump.parent, sql=sql, http=http), encoding="utf-8"
    )
    with subprocess.Popen(
        [server, "+foreground", "+configfile", settings],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as running:  # fmt: skip
        try:
            _wait_for(http)
            load = f"ld_dir('{dump.parent}', '{dump.name}', 'urn:no-graph')"
            for command in (load, "rdf_loader_run()", "checkpoint"):
                subprocess.run(
                    [client, f"127.0.0.1:{sql}", "dba", "dba", f"exec={command};"],
                    check=True, capture_output=True,
                )  # fmt: skip
            yield lambda query: _count_rows(query, http)
        finally:
            running.terminate()
            running.wait()


def _count_rows(query: str, http: int) -> int:
    """Run a query over HTTP and count its rows. Raises requests.HTTPError if it is refused."""
    response = requests.post(
        f"http://127.0.0.1:{http}/sparql",
        data={"query": query},
        headers={"Accept": "application/sparql-results+json"},
        timeout=_TIMEOUT,
    )
    response.raise_for_status()
    return len(response.json()["results"]["bindings"])


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(10 * _TIMEOUT):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("Virtuoso does not answer")

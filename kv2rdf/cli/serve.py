"""The serve command, which answers HTTP requests about a release."""

import re
import signal
import socket
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from kv2rdf.cli.failures import Failure
from kv2rdf.cli.output import release_argument
from kv2rdf.cli.release_server import ServeOptions, serve_release
from kv2rdf.cli.standard_output import write_line
from kv2rdf.server.listener import listening_socket

_ROOT_PATH = re.compile(r"(?:/[\w.~-]+)*")


@click.command("serve")
@release_argument()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="The port to listen on, or 0 for any free port.",
)
@click.option(
    "--root-path",
    default="",
    metavar="PATH",
    help="The path under which a proxy publishes the server, such as /kamervragen.",
)
@click.option(
    "--max-age",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="/health reports a problem if the data is older than this number of days.",
)
@click.option(
    "--log",
    is_flag=True,
    help="Write a line of JSON about each request to stderr, without personal data.",
)
@click.option(
    "--in-memory",
    is_flag=True,
    help="Load the store into memory: SPARQL is faster, but the server takes longer to start.",
)
@click.option(
    "--query-timeout",
    type=click.IntRange(2, 3_600),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help="The maximum time for a SPARQL query. A query that takes longer is stopped.",
)
@click.option(
    "--query-memory",
    type=click.IntRange(100, 1_000_000),
    default=1_024,
    show_default=True,
    metavar="MB",
    help="The maximum memory for a SPARQL query. A query that needs more is stopped.",
)
@click.option(
    "--fair-use/--no-fair-use",
    default=True,
    show_default=True,
    help="Make a client wait if its queries take too much time or cause too many errors.",
)
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="The number of processes that answer requests. Each can use one processor core.",
)
def serve_command(*, host: str, port: int, **options: Any) -> None:
    """Answer HTTP requests about a release.

    The entities in RELEASE are served at the paths of their addresses, as pages and as RDF. The
    files of RELEASE are served below /data/. If RELEASE is a link that a build replaces, the new
    release is served without a restart. The server runs until it receives Ctrl-C or SIGTERM. It
    then answers the requests that have begun, and exits.

    \b
    Example:
      kv2rdf serve output/release
    """
    wanted = ServeOptions(**options)
    if not _ROOT_PATH.fullmatch(wanted.root_path):
        raise click.BadParameter(
            "a path begins with / and does not end with it", param_hint="--root-path"
        )
    try:
        listener = listening_socket(host, port)
    except OSError as error:
        # The message of the socket repeats the address.
        reason = str(error.strerror).partition(" (")[0]
        raise Failure(f"cannot listen on {host}, port {port}: {reason}") from error
    with listener:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listener.getsockname()[1]}{wanted.root_path}/"
        errors: list[Failure | BrokenPipeError] = []
        serve = serve_release if wanted.processes == 1 else _serve_in_processes
        serve(
            wanted,
            listener,
            lambda version: _is_written(f"Serving release {version} at {address}", errors),
        )
    if errors:
        raise errors[0]


def _serve_in_processes(
    options: ServeOptions, listener: socket.socket, when_ready: Callable[[str], bool]
) -> None:
    """Answer requests to ``listener`` in several processes until a signal ends this process."""
    from kv2rdf.server.server_processes import run_processes  # noqa: PLC0415 - rarely needed

    with TemporaryDirectory(prefix="kv2rdf-metrics-") as folder:
        own = replace(options, metrics_folder=Path(folder))
        ended = run_processes(options.processes, partial(serve_release, own), listener, when_ready)
    if ended is not None:
        signal.raise_signal(ended)


def _is_written(line: str, errors: list[Failure | BrokenPipeError]) -> bool:
    """Write a line, and return whether that succeeded. If not, the error is added to ``errors``.

    If the error were raised, it would end the server without cleaning up.
    """
    try:
        write_line(line)
    except (Failure, BrokenPipeError) as error:
        errors.append(error)
    return not errors

"""The serve command, which answers HTTP requests about a release."""

import re
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import click

from kv2rdf.cli.failures import Failure
from kv2rdf.cli.output import release_argument
from kv2rdf.cli.standard_output import write_line

_WATCH_SECONDS = 1.0
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
    help="A SPARQL query that takes longer is stopped.",
)
@click.option(
    "--query-memory",
    type=click.IntRange(100, 1_000_000),
    default=1_024,
    show_default=True,
    metavar="MB",
    help="A SPARQL query that needs more memory is stopped.",
)
@click.option(
    "--fair-use/--no-fair-use",
    default=True,
    show_default=True,
    help="Make a client wait if its queries take too much time or cause too many errors.",
)
def serve_command(  # noqa: PLR0913 - one for each option
    *,
    release: Path,
    host: str,
    port: int,
    root_path: str,
    max_age: int | None,
    log: bool,
    in_memory: bool,
    query_timeout: int,
    query_memory: int,
    fair_use: bool,
) -> None:
    """Answer HTTP requests about a release.

    The entities in RELEASE are served at the paths of their addresses, as pages and as RDF. The
    files of RELEASE are served below /data/. If RELEASE is a link that a build replaces, the new
    release is served without a restart. The server runs until it receives Ctrl-C or SIGTERM. It
    then answers the requests that have begun, and exits.

    \b
    Example:
      kv2rdf serve output/release
    """
    if not _ROOT_PATH.fullmatch(root_path):
        raise click.BadParameter(
            "a path begins with / and does not end with it", param_hint="--root-path"
        )
    try:
        from kv2rdf.server.application import Component, application  # noqa: PLC0415 - slow to load
        from kv2rdf.server.current_release import CurrentRelease  # noqa: PLC0415
        from kv2rdf.server.doors.component import doors  # noqa: PLC0415
        from kv2rdf.server.doors.metrics import Metrics  # noqa: PLC0415
        from kv2rdf.server.figure_routes import prepare_figures  # noqa: PLC0415
        from kv2rdf.server.http_server import listening_socket, run_server  # noqa: PLC0415
        from kv2rdf.server.page_routes import prepare_pages  # noqa: PLC0415
        from kv2rdf.server.request_log import log_request, write_log_to  # noqa: PLC0415
        from kv2rdf.server.request_outcome import observed_requests  # noqa: PLC0415
        from kv2rdf.server.sparql.component import sparql_component  # noqa: PLC0415
        from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise Failure("serve needs a web server: pip install 'kv2rdf[serve]'") from error
    current = CurrentRelease(release, prepare_pages, prepare_figures)
    metrics = Metrics()
    limits = PoolLimits(long_seconds=query_timeout, megabytes=query_memory)
    pool = WorkerPool(limits, in_memory=in_memory)
    clock = time.monotonic if fair_use else None
    components = (
        sparql_component(pool, current().release.files.folder, clock),
        Component((), lambda: current.watch(_WATCH_SECONDS, pool.open, pool.retire)),
        doors(metrics, lambda: datetime.now(UTC), max_age),
    )
    app = observed_requests(application(current, components), time.perf_counter, metrics.count)
    if log:
        write_log_to(sys.stderr)
        app = observed_requests(app, time.perf_counter, log_request)
    try:
        listener = listening_socket(host, port)
    except OSError as error:
        # The message of the socket repeats the address.
        reason = str(error.strerror).partition(" (")[0]
        raise Failure(f"cannot listen on {host}, port {port}: {reason}") from error
    with listener:
        shown = f"[{host}]" if ":" in host else host
        port = listener.getsockname()[1]
        line = f"Serving release {current().version} at http://{shown}:{port}{root_path}/"
        errors: list[Failure | BrokenPipeError] = []
        run_server(app, listener, root_path, lambda: _is_written(line, errors))
    if errors:
        raise errors[0]


def _is_written(line: str, errors: list[Failure | BrokenPipeError]) -> bool:
    """Write a line, and return whether that succeeded. If not, the error is added to ``errors``.

    If the error were raised, it would end the server without cleaning up.
    """
    try:
        write_line(line)
    except (Failure, BrokenPipeError) as error:
        errors.append(error)
    return not errors

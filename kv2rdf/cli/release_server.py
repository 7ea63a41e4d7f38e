"""The server of a release, with the options of the command line, in one process."""

import os
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kv2rdf.cli.failures import Failure

if TYPE_CHECKING:
    from kv2rdf.server.passed_connections import ConnectionReceiver

_WATCH_SECONDS = 1.0
_SEARCH_SECONDS = 2.0
"""The maximum processor time of a search, which is less than 1 second for usual words."""
_METRICS_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
"""The environment variable that prometheus_client reads when it is imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """The options of ``kv2rdf serve``, without the address to listen on.

    ``metrics_folder`` is a folder in which all processes of the server write their metrics, or None
    if there is only one process.
    """

    release: Path
    root_path: str
    max_age: int | None
    log: bool
    in_memory: bool
    query_timeout: int
    query_memory: int
    fair_use: bool
    processes: int
    metrics_folder: Path | None = None


def serve_release(
    options: ServeOptions,
    connections: "socket.socket | ConnectionReceiver",
    when_ready: Callable[[str], bool],
) -> None:
    """Answer requests in this process until a signal ends it.

    ``connections`` is a listening socket, or receives connections from another process.
    ``when_ready`` is called with the version of the release when the first request can be answered.
    It returns whether the server should continue. Raises ReleaseError if the release cannot be
    opened, and Failure if the extra ``serve`` is not installed.
    """
    if options.metrics_folder is not None:
        os.environ[_METRICS_VARIABLE] = str(options.metrics_folder)
    try:
        # These modules are slow to load, and other commands do not need them.
        from kv2rdf.query.index_reader import SearchLimit  # noqa: PLC0415
        from kv2rdf.server.application import Component, application  # noqa: PLC0415
        from kv2rdf.server.current_release import CurrentRelease  # noqa: PLC0415
        from kv2rdf.server.endpoints.component import endpoints  # noqa: PLC0415
        from kv2rdf.server.endpoints.metrics import Metrics  # noqa: PLC0415
        from kv2rdf.server.figure_routes import prepare_figures  # noqa: PLC0415
        from kv2rdf.server.freed_memory import keep_little_freed_memory  # noqa: PLC0415
        from kv2rdf.server.http_server import run_server  # noqa: PLC0415
        from kv2rdf.server.page_routes import prepare_pages  # noqa: PLC0415
        from kv2rdf.server.request_log import log_request, write_log_to  # noqa: PLC0415
        from kv2rdf.server.request_outcome import observed_requests  # noqa: PLC0415
        from kv2rdf.server.sparql.component import sparql_component  # noqa: PLC0415
        from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise Failure("serve needs a web server: pip install 'kv2rdf[serve]'") from error
    if options.log:
        write_log_to(sys.stderr)
    keep_little_freed_memory()
    search_limit = SearchLimit(_SEARCH_SECONDS, time.thread_time)
    current = CurrentRelease(options.release, prepare_pages, prepare_figures, search_limit)
    metrics = Metrics(options.metrics_folder)
    limits = PoolLimits(long_seconds=options.query_timeout, megabytes=options.query_memory)
    pool = WorkerPool(limits.share(options.processes), in_memory=options.in_memory)
    clock = time.monotonic if options.fair_use else None
    components = (
        sparql_component(pool, current().release.files.folder, clock),
        Component((), lambda: current.watch(_WATCH_SECONDS, pool.open, pool.retire)),
        endpoints(metrics, lambda: datetime.now(UTC), options.max_age),
    )
    app = observed_requests(application(current, components), time.perf_counter, metrics.count)
    if options.log:
        app = observed_requests(app, time.perf_counter, log_request)
    run_server(app, connections, options.root_path, lambda: when_ready(current().version))

"""A server with the SPARQL endpoint, on the release of the golden cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.server.application import application
from kv2rdf.server.served_release import ServedRelease
from kv2rdf.server.sparql.component import sparql_component
from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool


@pytest.fixture(scope="package")
def sparql(seed_release: Path) -> Iterator[TestClient]:
    """Return a client of a server with small limits, and without limits for one client."""
    served = ServedRelease.open(seed_release)
    limits = PoolLimits(
        short_places=1, long_places=1, short_seconds=0.2, long_seconds=1, result_bytes=200_000
    )
    folder = served.release.files.folder
    component = sparql_component(WorkerPool(limits), folder, None)
    with TestClient(application(lambda: served, (component,)), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="package")
def patient(seed_release: Path) -> Iterator[TestClient]:
    """Return a client of a server whose queries may take as long as they usually may."""
    served = ServedRelease.open(seed_release)
    pool = WorkerPool(PoolLimits(short_places=1, long_places=1, result_bytes=300_000))
    component = sparql_component(pool, served.release.files.folder, None)
    app = application(lambda: served, (component,))
    with TestClient(app, follow_redirects=False) as client:
        yield client

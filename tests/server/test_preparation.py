"""The data of pages is computed in another process."""

import os
import signal
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.errors import ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.server.application import application
from kv2rdf.server.figure_routes import prepare_figures
from kv2rdf.server.page_routes import prepare_pages
from kv2rdf.server.pages.prepared_data import read_later_data, read_page_data
from kv2rdf.server.per_release import named_values
from kv2rdf.server.preparation import DataReader, prepare_elsewhere
from kv2rdf.server.served_release import ServedRelease

PATHS = (
    "/nl/", "/en/zoek?q=de", "/nl/zaak/2022Z00634", "/nl/fractie", "/nl/persoon",
    "/nl/onderwerp", "/nl/jaar", "/nl/vergaderjaar", "/en/cijfers", "/nl/cijfers/samen",
    "/en/gaten", "/nl/begrippen",
)  # fmt: skip


def test_prepared_pages_do_not_query_the_store(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = ServedRelease.open(golden_release)
    prepare_pages(served)
    for step in prepare_figures(served):
        step()
    queries: list[str] = []

    def noted(_release: Release, sparql: str) -> ResultRows:
        queries.append(sparql)
        return ResultRows((), (), b"")

    monkeypatch.setattr(Release, "query", noted)
    web = TestClient(application(lambda: served))
    assert [web.get(path).status_code for path in PATHS] == [200] * len(PATHS)
    assert queries == []


def test_the_other_process_computes_the_same_values(golden_release: Path) -> None:
    with Release(golden_release) as here, Release(golden_release) as elsewhere:
        for read in (read_page_data, read_later_data):
            read(here)
            prepare_elsewhere(elsewhere, read)
            assert named_values(elsewhere) == named_values(here) != {}


def _stop(_release: Release) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(os.getpid(), number)


def test_a_signal_to_stop_the_server_does_not_stop_the_other_process(golden_release: Path) -> None:
    with Release(golden_release) as release:
        prepare_elsewhere(release, _stop)


def _fail(_release: Release) -> None:
    raise ReleaseError("the store is damaged")


def _die(_release: Release) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("read", "reason"),
    [
        (_fail, "^the store is damaged$"),
        (_die, "^the data of pages cannot be computed: exit status -9$"),
    ],
)
def test_an_error_of_the_other_process_is_raised(
    golden_release: Path, read: DataReader, reason: str
) -> None:
    with Release(golden_release) as release, pytest.raises(ReleaseError, match=reason):
        prepare_elsewhere(release, read)

"""The data of pages is computed in another process."""

import os
import signal
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment
from starlette.testclient import TestClient

from kv2rdf.errors import ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server import figure_routes, preparation
from kv2rdf.server.application import application
from kv2rdf.server.figure_routes import prepare_figures
from kv2rdf.server.page_routes import prepare_pages
from kv2rdf.server.pages import page_templates
from kv2rdf.server.pages.prepared_data import read_later_data, read_page_data
from kv2rdf.server.per_release import keep_values, named_values
from kv2rdf.server.preparation import DataReader, prepare_elsewhere
from kv2rdf.server.served_release import ServedRelease
from tests.every_case import every_case

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


def test_only_values_that_are_not_known_are_sent(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []

    def noted(release: Release, values: Mapping[str, object]) -> None:
        (name,) = values
        names.append(name)
        keep_values(release, values)

    monkeypatch.setattr(preparation, "keep_values", noted)
    with Release(golden_release) as release:
        prepare_elsewhere(release, read_page_data)
        first = len(names)
        prepare_elsewhere(release, read_later_data)
        assert sorted(names) == sorted(named_values(release))
        assert 0 < first < len(names)


def test_the_template_of_cases_is_compiled_before_a_release_is_served(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vars(page_templates)["_templates"].cache_clear()
    served = ServedRelease.open(golden_release)
    prepare_pages(served)
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled"))
    web = TestClient(application(lambda: served))
    for language in LANGUAGES:
        assert web.get(f"/{language}/zaak/2022Z00634").status_code == 200


def _interrupt(release: Release) -> None:
    os.kill(os.getpid(), signal.SIGINT)
    read_page_data(release)


def _end(_release: Release) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def test_the_other_process_ends_by_sigterm_and_not_by_ctrl_c(golden_release: Path) -> None:
    with Release(golden_release) as release:
        prepare_elsewhere(release, _end)
        assert named_values(release) == {}
        prepare_elsewhere(release, _interrupt)
        assert named_values(release) != {}


def _report_policy(_release: Release) -> None:
    raise ReleaseError(f"policy {os.sched_getscheduler(0)}")


@every_case(("options", "policy"), [({}, os.SCHED_OTHER), ({"when_idle": True}, os.SCHED_IDLE)])
def test_the_other_process_may_wait_until_a_core_is_idle(
    golden_release: Path, options: dict[str, bool], policy: int
) -> None:
    with (
        Release(golden_release) as release,
        pytest.raises(ReleaseError, match=f"^policy {policy}$"),
    ):
        prepare_elsewhere(release, _report_policy, **options)


def test_figures_do_not_delay_requests(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bool] = []

    def prepare(_release: Release, _read: DataReader, *, when_idle: bool) -> None:
        given.append(when_idle)

    monkeypatch.setattr(figure_routes, "prepare_elsewhere", prepare)
    for step in prepare_figures(ServedRelease.open(golden_release)):
        step()
    assert given == [True]


def _wait(_release: Release) -> None:
    time.sleep(60)


def test_a_server_that_ends_does_not_wait_for_the_other_process(golden_release: Path) -> None:
    with Release(golden_release) as release:
        thread = threading.Thread(target=prepare_elsewhere, args=(release, _wait))
        thread.start()
        while not vars(preparation)["_RUNNING"]:
            time.sleep(0.01)
        preparation.end_preparations()
        thread.join(20)
        assert not thread.is_alive()
        assert named_values(release) == {}


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

"""The health of the server and its metrics, as an operator sees them."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from kv2rdf.errors import ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.server.application import Component, application
from kv2rdf.server.endpoints.health import health_routes
from kv2rdf.server.served_release import ServedRelease
from tests.server.clients import MOST_DAYS, client


@pytest.mark.parametrize(("day", "status"), [(1, 200), (2, 503)])
def test_data_that_is_older_than_promised_is_a_problem(
    seed_release: Path, day: int, status: int
) -> None:
    """The data of the seed is dated 25 February 2022."""
    served = ServedRelease.open(seed_release)
    routes = health_routes(lambda: datetime(2022, 3, day, 23, 59, tzinfo=UTC), MOST_DAYS)
    answer = TestClient(application(lambda: served, (Component(routes),))).get("/health")
    assert answer.status_code == status
    content = json.loads(answer.text)
    assert content["dataAgeInDays"] == MOST_DAYS - 1 + day
    assert (content["status"] == "ok") == (status == 200)


def test_a_release_that_cannot_be_read_is_a_problem(
    seed_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = client(seed_release)
    assert web.get("/health").status_code == 200

    def unreadable(*_: object) -> None:
        raise ReleaseError("gone")

    monkeypatch.setattr(Release, "query", unreadable)
    answer = web.get("/health")
    assert answer.status_code == 503
    assert json.loads(answer.text)["status"] == "The release cannot be read."


def test_metrics_count_answers_by_section_method_and_status(seed_release: Path) -> None:
    web = client(seed_release)
    for path in ("/data/catalogue.ttl", "/data/none", "/data/none", "/x/1", "/x/2"):
        web.get(path)
    web.request("PROPFIND", "/")
    answer = web.get("/metrics")
    counts = {
        tuple(sample.labels[name] for name in ("section", "method", "status")): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
        if sample.name == "kv2rdf_http_requests_total"
    }
    assert counts == {
        ("data", "GET", "200"): 1,
        ("data", "GET", "404"): 2,
        ("other", "GET", "404"): 2,
        ("other", "other", "405"): 1,
    }
    (date,) = re.findall(r"^kv2rdf_data_date_seconds (\S+)", answer.text, re.MULTILINE)
    assert float(date) == datetime(2022, 2, 25, tzinfo=UTC).timestamp()

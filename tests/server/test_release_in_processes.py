"""A release that is served by several processes."""

import signal
from pathlib import Path

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from kv2rdf.server.sparql.worker_pool import PoolLimits
from tests.conftest import ROOT, build_quietly
from tests.every_case import every_case
from tests.server.clients import running_server
from tests.server.swaps import link_to
from tests.server.waiting import MOST_SECONDS, wait_until


@every_case(("processes", "places"), [(1, (4, 2)), (2, (2, 1)), (3, (2, 1)), (8, (1, 1))])
def test_the_processes_divide_the_places_for_queries(
    processes: int, places: tuple[int, int]
) -> None:
    limits = PoolLimits(megabytes=100).share(processes)
    assert (limits.short_places, limits.long_places, limits.megabytes) == (*places, 100)


def total(metrics: str, name: str, **labels: str) -> float:
    """Return the sum of the samples with a name and labels."""
    return sum(
        sample.value
        for family in text_string_to_metric_families(metrics)
        for sample in family.samples
        if sample.name == name and labels.items() <= sample.labels.items()
    )


@pytest.mark.long
def test_two_processes_serve_a_release_and_its_successor(
    seed_release: Path, tmp_path: Path
) -> None:
    link, document = tmp_path / "release", "/doc/eli/nl/tk/zaak/2022Z00634.ttl"
    other = tmp_path / "other"
    build_quietly(other, ROOT / "seeds" / "kamervragen", ROOT / "tests/golden/questions-only")
    link_to(link, seed_release.resolve())

    def versions() -> set[str]:
        """Return the releases in many answers, each to a new connection."""
        answers = [requests.get(address + document, timeout=10) for _ in range(20)]
        assert {answer.status_code for answer in answers} == {200}
        return {answer.headers["X-KV-Release"] for answer in answers}

    with running_server(link, "--processes", "2") as (address, process):
        (first,) = versions()
        answers = {requests.get(f"{address}/metrics", timeout=10).text for _ in range(10)}
        counts = {total(m, "kv2rdf_http_requests_total", section="doc") for m in answers}
        assert counts == {20}  # whichever process answers
        metrics = answers.pop()
        assert total(metrics, "kv2rdf_http_request_seconds_count", section="doc") == 20
        assert total(metrics, "kv2rdf_data_date_seconds") > 0
        assert requests.get(f"{address}/health", timeout=10).json()["release"] == first
        answer = requests.get(
            f"{address}/sparql", {"query": "ASK { ?case a kv:Dossier }"}, timeout=10
        )
        assert answer.json()["boolean"] is True
        link_to(link, other.resolve())
        wait_until(lambda: first not in versions())
        process.terminate()
        _, written = process.communicate(timeout=MOST_SECONDS)
        assert (process.returncode, written) == (-signal.SIGTERM, "")


@pytest.mark.long
def test_a_damaged_release_is_reported_in_one_line_by_several_processes(tmp_path: Path) -> None:
    with running_server(tmp_path, "--processes", "2") as (address, process):
        assert address == ""
        _, written = process.communicate(timeout=MOST_SECONDS)
    assert process.returncode == 2
    reason = f"{tmp_path} is not a kv2rdf release: it has no manifest-sha256.txt"
    assert written == f"Error: a process of the server cannot start: {reason}\n"

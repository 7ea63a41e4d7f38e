"""A small round of the campaign that sends random requests."""

import random
from collections import Counter
from pathlib import Path

import pytest

from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool
from tests.campaigns.fuzzed_requests import SPARQL_PATHS, faults, faults_of
from tests.server.in_process import caller


@pytest.mark.long
def test_random_requests_have_answers(seed_release: Path) -> None:
    counts: Counter[str] = Counter()
    with caller(seed_release) as call:
        assert list(faults_of(call, 150, random.Random(20261130), counts)) == []
    assert {"2xx", "3xx", "4xx"} == counts.keys()


@pytest.mark.long
def test_random_queries_have_answers(seed_release: Path) -> None:
    counts: Counter[str] = Counter()
    with caller(seed_release, WorkerPool(PoolLimits(long_seconds=5))) as call:
        draw = random.Random(20261129)
        assert list(faults_of(call, 500, draw, counts, SPARQL_PATHS)) == []
    assert counts.keys() >= {"2xx", "4xx"}


@pytest.mark.long
def test_many_random_requests_have_answers(tmp_path: Path) -> None:
    assert list(faults(3_000, random.Random(20261129), tmp_path, Counter())) == []

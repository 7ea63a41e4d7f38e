"""The use of a client is limited by its name and its network."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

from starlette.requests import Request
from starlette.types import Message

from kv2rdf.server.served_release import SCOPE_KEY
from kv2rdf.server.sparql.client_network import client_network
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.fair_use import FairUse, FairUseLimits, TooMuchUseError
from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.protocol import AskedQuery
from kv2rdf.server.sparql.query_runner import QueryRunner
from kv2rdf.server.sparql.result_space import ResultShare, ResultSpace
from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool
from tests.every_case import every_case


class _Pool(WorkerPool):
    """A pool in which each query takes 30 seconds by a clock that does not run otherwise."""

    def __init__(self) -> None:
        super().__init__(PoolLimits())
        self.time = 0.0
        self.clients: list[str] = []

    async def result(self, folder: Path, request: SparqlRequest, client: str) -> CollectedResult:
        assert (folder, request.query) == (Path("release"), "ASK {}")
        self.clients.append(client)
        self.time += 30
        return CollectedResult(1, ResultShare(ResultSpace(1, 1), client))


async def _never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


def _request(host: str, agent: str) -> Request:
    release = SimpleNamespace(
        release=SimpleNamespace(files=SimpleNamespace(folder=Path("release")))
    )
    headers = [(b"user-agent", agent.encode())]
    scope = {"type": "http", "client": (host, 1), "headers": headers, SCOPE_KEY: release}
    return Request(scope, _never)


def _answered(hosts_and_agents: list[tuple[str, str]]) -> tuple[int, set[str]]:
    """Return how many queries were answered before one was refused, and the clients of the pool."""
    pool = _Pool()
    limits = FairUseLimits(seconds=59, seconds_refill=0.001)
    network_limits = FairUseLimits(seconds=149, seconds_refill=0.001)
    fair_use = FairUse(limits, lambda: pool.time)
    runner = QueryRunner(pool, fair_use, FairUse(network_limits, lambda: pool.time))
    asked = AskedQuery(text="ASK {}", dataset=None, format_name=None)

    async def ask() -> int:
        for count, (host, agent) in enumerate(hosts_and_agents):
            try:
                result = await runner.result(_request(host, agent), asked, "text/csv")
            except TooMuchUseError:
                return count
            assert result is not None
            result.close()
        return len(hosts_and_agents)

    return asyncio.run(ask()), set(pool.clients)


def test_a_client_has_a_limit() -> None:
    assert _answered([("203.0.113.9", "one")] * 9) == (2, {"203.0.113.9"})


def test_a_network_has_a_limit_for_all_its_clients() -> None:
    assert _answered([("203.0.113.9", f"agent {number}") for number in range(9)])[0] == 5
    neighbours = [(f"2001:db8::{number}", "one") for number in range(9)]
    assert _answered(neighbours) == (2, {"2001:db8::/64"})
    assert _answered([(f"203.0.113.{number}", "one") for number in range(9)])[0] == 9


@every_case(
    ("host", "network"),
    [("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
     ("::ffff:203.0.113.9", "203.0.113.9"), ("fe80::1%eth0", "fe80::/64"),
     ("testclient", "testclient"), ("", "")],
)  # fmt: skip
def test_a_network_is_an_address_or_its_first_bits(host: str, network: str) -> None:
    assert client_network(host) == network

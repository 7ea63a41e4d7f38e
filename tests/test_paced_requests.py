"""The client with a fixed rate counts each latency from the time at which the request was due."""

import asyncio
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.paced_requests import latencies, main
from kv2rdf.server.current_release import CurrentRelease
from tests.every_case import every_case
from tests.server.server_thread import serving

SECONDS = 0.05


@pytest.fixture(scope="module")
def address(seed_release: Path) -> Iterator[str]:
    with serving(CurrentRelease(seed_release)) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "expected"), [("/nl/zaak/2022Z00634", 0), ("/nl/zaak/2022Z99999", 20)]
)
def test_all_requests_are_sent_and_failures_are_counted(
    address: str, path: str, expected: int
) -> None:
    found, failures = asyncio.run(latencies(address, repeat(path), 200, 4, 20))
    assert (len(found), failures) == (20, expected)
    assert min(found) > 0


@every_case(("number", "status"), [("2022Z00634", 0), ("2022Z99999", 1)])
def test_the_exit_status_states_whether_all_pages_were_answered(
    address: str, tmp_path: Path, number: str, status: int
) -> None:
    numbers = tmp_path / "numbers"
    numbers.write_text(number, encoding="utf-8")
    words = [address, str(numbers), "--rate", "50", "--connections", "2", "--seconds", "1"]
    ended = CliRunner().invoke(main, words)
    assert ended.exit_code == status
    assert ended.output.startswith(f"50 requests, {50 * status} not 200; ")


def test_a_request_that_waits_for_its_connection_is_already_late() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(5):
            await reader.readuntil(b"\r\n\r\n")
            await asyncio.sleep(SECONDS)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async def run() -> list[float]:
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            found, _ = await latencies(f"http://127.0.0.1:{port}", repeat("/"), 100, 1, 5)
            return found

    found = asyncio.run(run())
    assert found == sorted(found)
    assert found[0] > SECONDS * 0.9
    assert found[-1] > 5 * SECONDS * 0.9 - 4 / 100

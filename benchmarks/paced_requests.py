"""Requests to a server at a fixed rate: ``python -m benchmarks.paced_requests --help``.

A client that sends its next request when the last one is answered (such as wrk) sends fewer
requests to a slow server. Readers do not wait for each other. Here, each request is due at a fixed
time, and its latency counts from that time, even if its connection was still busy.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlsplit

import click

_LENGTH = b"content-length:"


async def _status(reader: asyncio.StreamReader) -> bytes:
    """Read a response with a known length, and return its status."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    (length,) = (int(line[len(_LENGTH) :]) for line in lines if line.startswith(_LENGTH))
    await reader.readexactly(length)
    return lines[0].split()[1]


async def latencies(
    address: str, paths: Iterator[str], rate: float, connections: int, number: int
) -> tuple[list[float], int]:
    """Return the latency of each of ``number`` requests in seconds, and the number of failures.

    Request n is sent ``n / rate`` seconds after the first, on one of the ``connections`` in turn.
    """
    host, port = urlsplit(address).hostname, urlsplit(address).port
    begin, found, failures = time.perf_counter() + 1, list[float](), 0

    async def one_connection(first: int) -> None:
        nonlocal failures
        reader, writer = await asyncio.open_connection(host, port, limit=2**20)
        for n in range(first, number, connections):
            due = begin + n / rate
            await asyncio.sleep(due - time.perf_counter())
            writer.write(f"GET {next(paths)} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            status = await _status(reader)
            failures += status != b"200"
            found.append(time.perf_counter() - due)
        writer.close()

    await asyncio.gather(*map(one_connection, range(connections)))
    return found, failures


@click.command()
@click.argument("address")
@click.argument("numbers", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--path", default="/nl/zaak/{}", show_default=True, help="The path of a case.")
@click.option("--rate", default=300.0, show_default=True, help="Requests in a second.")
@click.option("--connections", default=50, show_default=True)
@click.option("--seconds", default=20, show_default=True)
@click.option("--skip", default=0, show_default=True, help="Cases to skip.")
def main(
    address: str, numbers: Path, path: str, rate: float, connections: int, seconds: int, skip: int
) -> None:
    """Print how long pages at ADDRESS take. The lines of NUMBERS are the numbers of their cases.

    The exit status is 1 if a request is not answered with status 200.
    """
    lines = cycle(numbers.read_text(encoding="utf-8").split())
    paths = (path.format(line) for line in islice(lines, skip, None))
    number = int(rate * seconds)
    found, failures = asyncio.run(latencies(address, paths, rate, connections, number))
    found.sort()
    shown = ", ".join(
        f"p{share}: {1_000 * found[len(found) * share // 100]:.1f} ms" for share in (50, 90, 99)
    )
    click.echo(f"{number} requests, {failures} not 200; {shown}, most: {1_000 * found[-1]:.1f} ms")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()

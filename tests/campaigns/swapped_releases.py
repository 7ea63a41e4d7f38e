"""A campaign that replaces the release of a server with two processes while it answers requests.

    python -m tests.campaigns.swapped_releases 200 20261201

The arguments are the number of replacements and the seed. The link to the release is changed
between two releases. The next change is made when the new release has been served, which takes two
seconds or more. No request may fail, and no answer may mix two releases.
"""

import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kv2rdf.server.served_release import ServedRelease
from tests.campaigns.command import run_campaign
from tests.conftest import ROOT, build_quietly
from tests.server.clients import running_server
from tests.server.swaps import Load, link_to

_ANSWERS = 20
"""How many answers a new release has given when it is replaced."""
_MOST_SECONDS = 60


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Replace the release ``count`` times. Yield a message for each fault."""
    folders = (folder / "one", folder / "other")
    seed = ROOT / "seeds" / "kamervragen"
    build_quietly(folders[0], seed)
    build_quietly(folders[1], seed, ROOT / "tests" / "golden" / "questions-only")
    versions = tuple(ServedRelease.open(each).version for each in folders)
    link = folder / "release"
    link_to(link, folders[0].resolve())
    late: list[str] = []
    with running_server(link, "--processes", "2") as (address, process):
        load = Load(address, versions)

        def swap() -> None:
            for number in range(1, count + 1):
                version = versions[number % 2]
                link_to(link, folders[number % 2].resolve())
                enough, deadline = load.counts[version] + _ANSWERS, time.monotonic() + _MOST_SECONDS
                while load.counts[version] < enough and time.monotonic() < deadline:
                    time.sleep(0.05)
                if load.counts[version] < enough:
                    late.append(f"replacement {number} is not served")
                time.sleep(draw.random())

        load.run_during(swap)
        process.terminate()
        _, written = process.communicate(timeout=_MOST_SECONDS)
    yield from (*late, *load.faults)
    if (process.returncode, written) != (-signal.SIGTERM, ""):
        yield f"the server ended with status {process.returncode}: {written[:500]!r}"
    for name, number in load.counts.items():
        counts[f"answers from {name}"] += number


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Replace a release while requests are answered.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

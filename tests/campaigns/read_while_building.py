"""A campaign that runs two builds of one release at once, and reads the release meanwhile.

    python -m tests.campaigns.read_while_building 20 20261128

The arguments are the number of rounds and the seed. In each round, two builds of changed documents
begin shortly after each other. One is published, and the other is refused or is published later.
Meanwhile, the release is read repeatedly: its files and the answer to a query must be those of one
complete release. The program prints one line for each fault, followed by the counts. The exit
status is 1 if there was a fault.
"""

import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from tests.campaigns.command import run_campaign
from tests.campaigns.killed_builds import Campaign, run_build
from tests.release_digest import digest

_COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def statements(release: Path) -> str:
    """Return the number of statements in the store of a release."""
    with Release(release) as opened:
        answer = opened.query(_COUNT)
    assert isinstance(answer, ResultRows)
    return str(answer.rows[0][0])


def run_round(campaign: Campaign, answers: set[str]) -> Iterator[str]:
    """Run two builds at once and read until both have ended. Yield a message for each fault."""
    variant, base = campaign.current
    campaign.current = target = (1 - variant, base)
    context = multiprocessing.get_context("forkserver")
    builds = []
    for number in (0, 1):
        log = campaign.folder / f"log{number}"
        log.unlink(missing_ok=True)
        arguments = ["build", f"{campaign.folder}/in{target[0]}", "--out", str(campaign.out)]
        builds.append(context.Process(target=run_build, args=([*arguments, "--workers", "1"], log)))
        builds[-1].start()
        time.sleep(campaign.draw.uniform(0, 0.5))
    while any(build.exitcode is None for build in builds):
        release = campaign.out.resolve()
        try:
            if digest(release) not in campaign.clean.values():
                yield "the files are not those of one release"
            if statements(release) not in answers:
                yield "the answer is not that of one release"
            campaign.counts["read"] += 1
        except (OSError, ReleaseError) as error:
            if int(campaign.out.resolve().name) < int(release.name) + 2:
                yield f"cannot be read: {error}"
            campaign.counts["read while it was removed, two builds later"] += 1
    statuses = sorted(build.exitcode or 0 for build in builds)
    campaign.counts[f"statuses {statuses}"] += 1
    if statuses not in ([0, 0], [0, 2]):
        yield f"statuses {statuses}"
    texts = "".join(log.read_text("utf-8") for log in campaign.folder.glob("log*"))
    if (2 in statuses) != ("another build is running here" in texts):
        yield f"said {texts!r}"
    if digest(campaign.out) != campaign.clean[target]:
        yield "the release is not equal to a clean build"
    names = [path.name for path in campaign.out.with_name("release.d").iterdir()]
    if len(names) != 2:
        yield f"left {names}"


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Run ``count`` rounds. Yield a message for each fault."""
    multiprocessing.get_context("forkserver").set_forkserver_preload(["kv2rdf.cli.build"])
    campaign = Campaign(folder, draw, counts)
    campaign.begin()
    answers = {statements(folder / f"clean-{variant}-0") for variant in (0, 1)}
    for number in range(count):
        yield from (f"round {number}: {fault}" for fault in run_round(campaign, answers))


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Read a release while two builds replace it.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

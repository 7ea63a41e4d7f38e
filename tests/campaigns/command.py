"""The command line of the campaigns: the number of rounds, and the seed."""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol


class Rounds(Protocol):
    """A function that runs rounds of a campaign and yields a message for each fault."""

    def __call__(
        self, count: int, draw: random.Random, folder: Path, counts: Counter[str]
    ) -> Iterator[str]:
        """Run ``count`` rounds in an empty folder, and add the outcomes to ``counts``."""


def run_campaign(arguments: Sequence[str], description: str, rounds: Rounds) -> int:
    """Run a campaign, and return 1 if there was a fault, or 0 otherwise.

    The seed, each fault and the counts are printed, each on a line.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("count", type=int, help="how many rounds")
    parser.add_argument("seed", type=int, help="the seed of the draw")
    options = parser.parse_args(arguments)
    sys.stdout.write(f"seed {options.seed}\n")
    sys.stdout.flush()
    counts: Counter[str] = Counter()
    faults = 0
    with tempfile.TemporaryDirectory(prefix="campaign-") as folder:
        for fault in rounds(options.count, random.Random(options.seed), Path(folder), counts):
            faults += 1
            sys.stdout.write(f"{fault}\n")
            sys.stdout.flush()
    made = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
    sys.stdout.write(f"{options.count} rounds: {made}; {faults} faults\n")
    return 1 if faults else 0

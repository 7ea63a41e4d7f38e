"""A campaign: press Ctrl-C at random moments in every command.

    python -m tests.campaigns.interrupt_commands 100 20261128

The arguments are the number of interruptions and the seed. As a terminal does, SIGINT is sent to
all processes of the command. The command must end with status 130 and one line, or as usual if it
was done before. One line says how often each happened; the exit status is 1 if anything else did.

The first moments are left out: Python itself has not yet started then.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.conftest import ROOT, build_quietly

SEED_FOLDER = ROOT / "seeds" / "kamervragen"
INTERRUPTED = {(130, "Error: interrupted\n"), (-signal.SIGINT, "")}
"""At the very end of a process, the system ends it. To a shell, that is status 130 too."""

_PYTHON_STARTS = 0.1
_LAST_MOMENT = 2.0
_SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def commands(release: Path, folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the words of each command."""
    case = release / "dossiers" / "2022" / "2022Z00634.ttl"
    return {
        "build": ("build", str(SEED_FOLDER), "--out", str(folder / "new"), "--workers", "2"),
        "check": ("check", str(case)),
        "query": ("query", "--release", str(release), _SLOW),
        "queries": ("queries",),
        "search": ("search", "--release", str(release), "doxing"),
        "tables": ("tables", str(release), "--output", str(folder / "tables")),
        "verify": ("verify", str(release)),
        "audit": ("audit", str(release), str(SEED_FOLDER), "-o", str(folder / "audit.json")),
        "upload": ("upload", str(release), "--to", f"file://{folder}/bucket"),
    }


def ending(words: Sequence[str], seconds: float) -> tuple[int, str]:
    """Run a command, interrupt it after some time, and return its status and standard error."""
    with subprocess.Popen(
        [sys.executable, "-m", "kv2rdf", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT)
        _, written = process.communicate(timeout=60)
        return process.returncode, written


def faults(count: int, seed: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """Interrupt ``count`` commands. Return how they ended, and what was wrong with an ending."""
    draw = random.Random(seed)
    release = folder / "release"
    build_quietly(release, SEED_FOLDER)
    words = commands(release, folder)
    ends: Counter[str] = Counter()
    wrong = []
    for _ in range(count):
        name = draw.choice(sorted(words))
        seconds = draw.uniform(_PYTHON_STARTS, _LAST_MOMENT)
        end = ending(words[name], seconds)
        if end in INTERRUPTED:
            ends[f"{name}: interrupted"] += 1
        elif end[0] == 0 and name != "query":
            ends[f"{name}: done before"] += 1
        else:
            wrong.append(f"{name} after {seconds:.3f} s: status {end[0]}: {end[1]}")
    return ends, wrong


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if a command ended in another way, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.interrupt_commands")
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="interrupted-") as folder:
        ends, wrong = faults(options.count, options.seed, Path(folder))
    sys.stdout.write(f"seed {options.seed}: {options.count} interruptions: {dict(ends)}\n")
    for line in wrong:
        sys.stdout.write(f"{line}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

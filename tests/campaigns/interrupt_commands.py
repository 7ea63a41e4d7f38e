"""A campaign that interrupts every command with Ctrl-C at random moments.

    python -m tests.campaigns.interrupt_commands 100 20261128

The arguments are the number of interruptions and the seed. As a terminal does, SIGINT is sent to
all processes of the command. The command must end with status 130 and one line, or as usual if it
was complete before. One line states how often each of these happened. The exit status is 1 if
anything else happened.

The first moments are left out, because Python itself has not started yet.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tests.campaigns.command import run_campaign
from tests.conftest import ROOT, build_quietly

SEED_FOLDER = ROOT / "seeds" / "kamervragen"
INTERRUPTED = {(130, "Error: interrupted\n"), (-signal.SIGINT, "")}
"""At the very end of a process, the system ends it. A shell reports this as status 130 too."""

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
        "show": ("show", "2022Z00634", "--release", str(release)),
        "serve": ("serve", str(release), "--port", "0"),
        "tables": ("tables", str(release), "--output", str(folder / "tables")),
        "tables --sqlite": ("tables", str(release), "--sqlite", str(folder / "k.sqlite")),
        "verify": ("verify", str(release)),
        "audit": ("audit", str(release), str(SEED_FOLDER), "-o", str(folder / "audit.json")),
        "upload": ("upload", str(release), "--to", f"file://{folder}/bucket"),
        "reconcile": (
            "reconcile",
            str(SEED_FOLDER.parent / "authority" / "persons.csv"),
            "--column",
            "full_name",
            "--release",
            str(release),
        ),
        "link": ("link", "wikidata", str(release), "--output", str(folder / "wikidata")),
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


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Interrupt ``count`` commands. Yield a message for each that ended in another way."""
    release = folder / "release"
    build_quietly(release, SEED_FOLDER)
    words = commands(release, folder)
    for _ in range(count):
        name = draw.choice(sorted(words))
        seconds = draw.uniform(_PYTHON_STARTS, _LAST_MOMENT)
        end = ending(words[name], seconds)
        if end in INTERRUPTED:
            counts[f"{name}: interrupted"] += 1
        elif end[0] == 0 and name not in ("query", "serve"):
            counts[f"{name}: done before"] += 1
        else:
            yield f"{name} after {seconds:.3f} s: status {end[0]}: {end[1]}"


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if a command ended in another way, or 0 otherwise."""
    return run_campaign(arguments, "Press Ctrl-C at random moments in every command.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A campaign that sends a signal to every command at random moments.

    python -m tests.campaigns.interrupt_commands 100 20261128

The arguments are the number of signals and the seed. SIGINT, SIGTERM or SIGHUP is sent to the
command, or to all of its processes, as a terminal does. Sometimes another signal follows while the
command cleans up. The command must end with the status of a signal, and with at most one line, or
as usual if it was complete before. After its last note, the signal may still end it. It must leave
nothing unfinished behind, and an earlier output must still be there. One line states how often each
of these happened. The exit status is 1 if anything else happened.

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
from dataclasses import dataclass
from pathlib import Path

from tests.campaigns.command import run_campaign
from tests.conftest import ROOT, build_quietly
from tests.process_groups import has_ended

SEED_FOLDER = ROOT / "seeds" / "kamervragen"
INTERRUPTED = {(130, "Error: interrupted\n"), (-signal.SIGINT, "")}
"""At the very end of a process, the system ends it. A shell reports this as status 130 too."""

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_ENDED = INTERRUPTED | {
    (status, "") for number in SIGNALS[1:] for status in (128 + number, -number)
}
_ENDED_BY_SYSTEM = frozenset(-number for number in SIGNALS)
_PYTHON_STARTS = 0.3
_LAST_MOMENT = 2.0
_SECOND = 1 / 3
"""The share of commands that get a second signal."""

_CLEANING = 0.05
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
        "changes": ("changes", str(release), str(release)),
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


@dataclass(frozen=True, slots=True)
class SentSignals:
    """The signals that are sent to a command, each with the number of seconds to wait before it.

    ``to_all`` says whether all processes of the command get them.
    """

    moments: tuple[tuple[float, signal.Signals], ...]
    to_all: bool

    def __str__(self) -> str:
        words = [f"{number.name} after {seconds:.3f} s" for seconds, number in self.moments]
        return ", ".join(words) + (" to all processes" if self.to_all else "")


def drawn_signals(draw: random.Random) -> SentSignals:
    """Return one or two signals."""
    moments = [(draw.uniform(_PYTHON_STARTS, _LAST_MOMENT), draw.choice(SIGNALS))]
    if draw.random() < _SECOND:
        moments.append((draw.uniform(0, _CLEANING), draw.choice(SIGNALS)))
    return SentSignals(tuple(moments), draw.random() < 1 / 2)


def ending(words: Sequence[str], sent: SentSignals) -> tuple[int, str]:
    """Run a command, send it signals, and return its status and standard error."""
    with subprocess.Popen(
        [sys.executable, "-m", "kv2rdf", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        for seconds, number in sent.moments:
            time.sleep(seconds)
            with suppress(ProcessLookupError):
                (os.killpg if sent.to_all else os.kill)(process.pid, number)
        _, written = process.communicate(timeout=60)
        if not has_ended(process.pid):
            written += "processes still run\n"
        return process.returncode, written


def has_ended_by_signal(status: int, written: str) -> bool:
    """Whether a command ended as a signal should end it: before or after its last note."""
    is_note = written.count("\n") == 1 and not written.startswith(("Error", "Warning"))
    return (status, written) in _ENDED or (is_note and status in _ENDED_BY_SYSTEM)


def left_behind(folder: Path) -> list[str]:
    """Return the names of unfinished files and folders."""
    hidden = (path for path in folder.rglob(".*") if not path.is_relative_to(folder / "release.d"))
    return sorted(path.relative_to(folder).as_posix() for path in hidden)


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Send signals to ``count`` commands. Yield a message for each that ended in another way."""
    release = folder / "release"
    build_quietly(release, SEED_FOLDER)
    words = commands(release, folder)
    finished: set[Path] = set()
    for _ in range(count):
        name, sent = draw.choice(sorted(words)), drawn_signals(draw)
        end = ending(words[name], sent)
        if has_ended_by_signal(*end):
            counts[f"{name}: ended"] += 1
        elif end[0] == 0 and name not in ("query", "serve"):
            counts[f"{name}: done before"] += 1
        else:
            yield f"{name}, {sent}: status {end[0]}: {end[1]}"
        if unfinished := left_behind(folder):
            yield f"{name}, {sent}: leaves {unfinished}"
        present = set(folder.iterdir())
        if lost := finished - present:
            yield f"{name}, {sent}: {sorted(path.name for path in lost)} is lost"
        finished = present


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if a command ended in another way, or 0 otherwise."""
    return run_campaign(arguments, "Send signals to every command at random moments.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

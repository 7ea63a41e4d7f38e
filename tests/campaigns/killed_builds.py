"""A campaign that kills builds at random moments, and checks that no release is harmed.

    python -m tests.campaigns.killed_builds 200 20261128

The arguments are the number of hits and the seed. A hit is a signal that reached a running build:
SIGKILL, SIGTERM or SIGINT to the build and its workers, or SIGKILL to one worker. Builds are full
or incremental. After each hit, the release must be the complete old one or the complete new one.
Once the next build has begun, no unfinished files may be left, and its result must be that of a
clean build. The program prints one line for each fault, followed by the counts. The exit status is
1 if there was a fault.
"""

import multiprocessing
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.settings import Settings
from kv2rdf.release import verify
from kv2rdf.release.files import ReleaseFiles
from tests.campaigns.command import run_campaign
from tests.process_groups import has_ended
from tests.release_digest import digest
from tests.seed_pages import page_numbered

_KINDS = {"SIGKILL": {-9}, "SIGTERM": {143}, "SIGINT": {130, -2}, "one worker": {2}}
_BASES = ("https://w3id.org/kamervragen", "https://example.org/kv")
_DOCUMENTS = 52
"""This is enough for two workers in a full build."""


def run_build(arguments: Sequence[str], log: Path) -> None:
    """Run the command in this process, and give the process a separate group."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (1, 2):
        os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    from kv2rdf.cli import cli  # noqa: PLC0415 - loaded in advance by the server of processes

    cli(list(arguments), prog_name="kv2rdf")


@dataclass
class Campaign:
    """The release that is rebuilt repeatedly, and the facts known about it.

    ``current`` and the targets of builds are pairs: the variant of the documents, and the base.
    """

    folder: Path
    draw: random.Random
    counts: Counter[str]
    current: tuple[int, int] = (0, 0)
    clean: dict[tuple[int, int], dict[str, str]] = field(default_factory=dict)
    durations: dict[tuple[bool, int], float] = field(default_factory=dict)
    hits: int = 0

    @property
    def out(self) -> Path:
        """The link to the release."""
        return self.folder / "release"

    def begin(self) -> None:
        """Write the documents in both variants, and make a clean build of each target."""
        for variant in (0, 1):
            (self.folder / f"in{variant}").mkdir()
            for number in range(1, _DOCUMENTS + 1):
                page = page_numbered(number)
                if variant and number < 3:
                    page = page.replace("gemeenten", "zonnebloem")
                path = self.folder / f"in{variant}" / f"2022Z{number:05}.txt"
                path.write_text(page, encoding="utf-8")
            for base in (0, 1):
                clean = self.folder / f"clean-{variant}-{base}"
                self.build((variant, base), clean)
                self.clean[variant, base] = digest(clean)
        self.build(self.current, self.out)

    def build(self, target: tuple[int, int], out: Path) -> list[str]:
        """Build in this process, and return the names in the folder of releases at its start."""
        names: list[str] = []

        def note_names(_step: str, _done: int, _all: int) -> None:
            if not names:
                names.extend(path.name for path in out.with_name(f"{out.name}.d").iterdir())

        settings = Settings(
            sources=(self.folder / f"in{target[0]}",),
            out=out,
            clock=lambda: datetime(2026, 1, 2, tzinfo=UTC),
            host="campaign",
            base=_BASES[target[1]],
        )
        build(settings, note_names)
        return names

    def hit(self, kind: str, *, is_full: bool, workers: int) -> Iterator[str]:
        """Kill one build, and yield a message for each fault."""
        variant, base = self.current
        target = (variant, 1 - base) if is_full else (1 - variant, base)
        log = self.folder / "log"
        log.unlink(missing_ok=True)
        arguments = ["build", f"{self.folder}/in{target[0]}", "--out", str(self.out)]
        arguments += ["--base", _BASES[target[1]], "--workers", str(workers)]
        context = multiprocessing.get_context("forkserver")
        process = context.Process(target=run_build, args=(arguments, log))
        process.start()
        start = time.monotonic()
        duration = self.durations.get((is_full, workers), 3)
        process.join(self.draw.uniform(0.01, duration))
        sent = process.exitcode is None and self._send(kind, process.pid or 0)
        process.join(120)
        status = process.exitcode
        text = log.read_text("utf-8", "replace") if log.exists() else ""
        if not sent or status in {0, None} or "statements, from" in text:
            self.counts["too late"] += 1
            self.durations[is_full, workers] = time.monotonic() - start
        else:
            self.hits += 1
            self.counts[f"{kind}, {'full' if is_full else 'incremental'}"] += 1
            if status not in _KINDS[kind]:
                yield f"status {status}: {text[-300:]!r}"
        if (
            sent
            and status
            and "statements, from" not in text
            and (len(text.splitlines()) > 1 or "Traceback" in text)
        ):
            yield f"said {text[-300:]!r}"
        litter = [p for p in self.out.with_name("release.d").iterdir() if p.name.startswith(".")]
        if sent and kind != "SIGKILL" and litter:
            yield f"left {[path.name for path in litter]}"
        if not has_ended(process.pid or 0):
            yield "a worker still runs"
        yield from self._problems(target)
        names = self.build(target, self.out)
        # The folder of the build, and its lock.
        if sum(name.startswith(".") for name in names) > 2:
            yield f"half-made folders after the next build has begun: {names}"
        if digest(self.out) != self.clean[target]:
            yield "the next build is not equal to a clean one"
        self.current = target

    def _problems(self, target: tuple[int, int]) -> Iterator[str]:
        found = digest(self.out)
        if found not in (self.clean[self.current], self.clean[target]):
            yield "the release is neither the old one nor the new one"
        self.counts["published"] += found == self.clean[target]
        yield from verify.release_problems(ReleaseFiles(self.out))

    def _send(self, kind: str, group: int) -> bool:
        try:
            if kind != "one worker":
                os.killpg(group, getattr(signal, kind))
                return True
            workers = _children(group)
            if workers:
                os.kill(self.draw.choice(workers), signal.SIGKILL)
            return bool(workers)
        except ProcessLookupError:
            return False


def _children(parent: int) -> list[int]:
    """Return the worker processes of a build."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
            command = path.with_name("cmdline").read_bytes()
        except OSError:
            continue  # it has ended
        if int(fields[1]) == parent and b"spawn_main" in command:
            found.append(int(path.parent.name))
    return sorted(found)


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Hit ``count`` builds. Yield a message for each fault."""
    multiprocessing.get_context("forkserver").set_forkserver_preload(["kv2rdf.cli.build"])
    campaign = Campaign(folder, draw, counts)
    campaign.begin()
    while campaign.hits < count:
        kind = draw.choice(sorted(_KINDS))
        is_full = kind == "one worker" or draw.random() < 0.5
        workers = 2 if kind == "one worker" else draw.choice((1, 1, 2))
        for fault in campaign.hit(kind, is_full=is_full, workers=workers):
            yield f"{kind}, full: {is_full}, workers: {workers}: {fault}"


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Kill builds, and see that no release is harmed.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

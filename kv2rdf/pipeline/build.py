"""One build: documents in, a release out, or the old release as it was."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from kv2rdf import resources, seeds
from kv2rdf.errors import InputError
from kv2rdf.iri import Addresses
from kv2rdf.linking import grouping
from kv2rdf.pipeline.accounting import Account, titles
from kv2rdf.pipeline.counting import Census
from kv2rdf.pipeline.dumping import Dumped, Dumping
from kv2rdf.pipeline.making import Made, Making, Summary
from kv2rdf.pipeline.reading import Reading
from kv2rdf.pipeline.workers import chunked, mapped
from kv2rdf.publish import catalogue, manifest, quarantine, report
from kv2rdf.publish.quarantine import Held
from kv2rdf.publish.release import workplace
from kv2rdf.sources import documents
from kv2rdf.spool import Entry, Fate, Spool
from kv2rdf.vocab import HOME

_READ_AT_ONCE = 200
_MADE_AT_ONCE = 50

Progress = Callable[[str, int, int], None]
"""Told how far a step has come: its name, how many are done, of how many (0: not known)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What varies between builds: the flags of the command line, the machine's name, its clock."""

    sources: tuple[Path, ...]
    out: Path
    clock: Callable[[], datetime]
    host: str
    base: str = HOME
    workers: int = 1
    engine: str = "turbo"
    limit: int | None = None
    now: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to: numbers, and the documents held back."""

    found: int
    published: int
    dossiers: int
    statements: int
    held: tuple[Held, ...]


def build(settings: Settings, progress: Progress) -> Outcome:
    """Build a release and let it stand in the place of the old one.

    Raises Kv2rdfError, the old release untouched, where nothing can be published.
    """
    started = settings.clock()
    with workplace(settings.out) as place:
        outcome = _Build(settings, place.folder, progress).build()
        run = {
            "started": started.isoformat(timespec="seconds"),
            "finished": settings.clock().isoformat(timespec="seconds"),
            "host": settings.host,
            "workers": settings.workers,
            "engine": settings.engine,
        }
        (place.folder / "run.json").write_text(json.dumps(run, indent=2) + "\n", encoding="utf-8")
        place.swap_in()
    return outcome


@dataclass
class _Build:
    """The steps of a build, in the order they are taken."""

    settings: Settings
    folder: Path
    progress: Progress

    def build(self) -> Outcome:
        """Take all steps."""
        entries = self._read()
        made = self._made(entries)
        account = self._account(entries, made)
        if not account.dossiers:
            raise InputError(_nothing(account))
        release = self.settings.now or max((m.newest for m in made if m.newest), default=None)
        if release is None:
            raise InputError("no document has a day: name the release with --now")
        cases = Census()
        for part in made:
            cases.add(part.census)
        dumping = Dumping(
            folder=self.folder,
            parts=self._parts,
            register=self.seeds.register,
            at=self.at,
            software=self.software,
            engine=self.settings.engine,
            workers=self._workers(len(entries), _READ_AT_ONCE),
        )
        dumped = dumping.dumped(release, cases, lambda step: self.progress(step, 0, 0))
        self._described(release, account, dumped)
        return Outcome(
            found=len(entries),
            published=len(account.published),
            dossiers=len(account.dossiers),
            statements=dumped.statements["all"],
            held=tuple(account.held),
        )

    @cached_property
    def at(self) -> Addresses:
        """The addresses of data."""
        return Addresses(self.settings.base)

    @cached_property
    def seeds(self) -> seeds.Seeds:
        """What the data starts from."""
        return seeds.read(resources.folder("seeds"))

    @cached_property
    def software(self) -> str:
        """The version of this software."""
        return version("kv2rdf")

    @property
    def _spool(self) -> Path:
        return self.folder / "state" / "spool.sqlite"

    @property
    def _parts(self) -> Path:
        return self.folder / "parts"

    def _read(self) -> list[Entry]:
        """Read every document into the spool."""
        for name in ("state", "parts", "dossiers"):
            (self.folder / name).mkdir()
        wanted = documents.listed(self.settings.sources)[: self.settings.limit]
        if not wanted:
            raise InputError("no document in the input")
        spool = Spool.create(self._spool)
        chunks = chunked(
            documents.read(self.settings.sources, wanted),
            _READ_AT_ONCE,
            lambda found: len(found.content),
        )
        done = 0
        for read in mapped(
            Reading(self.seeds.lookups), chunks, self._workers(len(wanted), _READ_AT_ONCE)
        ):
            spool.add(read)
            done += len(read)
            self.progress("read", done, len(wanted))
        entries = list(spool.entries())
        spool.close()
        return entries

    def _made(self, entries: list[Entry]) -> list[Made]:
        """Make every cluster, in parts."""
        readable = [(e.id, e.keys) for e in entries if e.fate is Fate.READ]
        clusters = grouping.clusters(readable)
        making = Making(
            spool=self._spool,
            parts=self._parts,
            dossiers=self.folder / "dossiers",
            base=self.settings.base,
            engine=self.settings.engine,
        )
        made = []
        chunks = enumerate(chunked(clusters, _MADE_AT_ONCE))
        for done, part in enumerate(
            mapped(making, chunks, self._workers(len(clusters), _MADE_AT_ONCE)), start=1
        ):
            made.append(part)
            self.progress("make", min(done * _MADE_AT_ONCE, len(clusters)), len(clusters))
        return made

    def _workers(self, items: int, at_once: int) -> int:
        return max(1, min(self.settings.workers, -(-items // at_once)))

    def _account(self, entries: list[Entry], made: list[Made]) -> Account:
        held = [
            Held(id=e.id, place=e.place, reason=e.reason)
            for e in entries
            if e.fate is Fate.HELD_BACK
        ]
        summaries: list[Summary] = []
        for part in made:
            held += part.held
            summaries += part.dossiers
        return Account(
            entries=entries,
            dossiers=sorted(summaries, key=lambda d: d.id),
            held=sorted(held, key=lambda d: d.id),
        )

    def _described(self, release: date, account: Account, dumped: Dumped) -> None:
        """Write what stands beside the data: quarantine, report, catalogue, manifest."""
        quarantine.write(self.folder / "quarantine", account.held)
        told = account.report(release.isoformat(), f"kv2rdf {self.software}", dumped.statements)
        report.write(self.folder, told, titles())
        dumps = [
            manifest.entry(self.folder, self.folder / name, dumped.content)
            for name in sorted(dumped.content)
        ]
        text = catalogue.catalogue(release, dumps, dumped.statements["all"], self.at)
        (self.folder / "catalogue.ttl").write_text(text, encoding="utf-8")
        manifest.write(self.folder, dumped.content)


def _nothing(account: Account) -> str:
    """Say why nothing is published: the first reasons."""
    reasons = [f"{d.id}: {d.place}: {d.reason}" for d in account.held]
    reasons += [f"{e.id}: {e.reason}" for e in account.entries if e.fate is Fate.NOT_READ]
    more = f" (and {len(reasons) - 3} more)" if len(reasons) > 3 else ""
    return "nothing to publish: " + "; ".join(reasons[:3]) + more

"""One build: documents in, a release out, or the old release as it was."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import InputError
from kv2rdf.pipeline.accounts.release_files import describe, nothing_to_publish
from kv2rdf.pipeline.accounts.report import Account
from kv2rdf.pipeline.accounts.statistics import observed
from kv2rdf.pipeline.dumps.dataset_graphs import Rewritten
from kv2rdf.pipeline.dumps.write import Dumped, Dumping
from kv2rdf.pipeline.increments.ledger import Before, Ledger, before, made_with
from kv2rdf.pipeline.increments.patch import Patching
from kv2rdf.pipeline.increments.plan import Plan
from kv2rdf.pipeline.passes.build_clusters import Making, Unmaking
from kv2rdf.pipeline.passes.cluster_triples import Stating
from kv2rdf.pipeline.passes.read_documents import Reading
from kv2rdf.pipeline.passes.results import MadeCluster
from kv2rdf.pipeline.passes.spool import SPOOL, Entry, Spool
from kv2rdf.pipeline.settings import Outcome, Progress, Settings
from kv2rdf.pipeline.workers.processes import chunked, mapped
from kv2rdf.rdf.triple_counts import Census
from kv2rdf.reference import folders, register_files
from kv2rdf.release import manifest
from kv2rdf.release.workspace import Workplace, linked, workplace
from kv2rdf.sources.input import documents

_READ_AT_ONCE = 200
_MADE_AT_ONCE = 50


def build(settings: Settings, progress: Progress) -> Outcome:
    """Build a release and let it stand in the place of the old one.

    What the old one has of the same documents is taken from it; the bytes are those of a build
    from nothing. Raises Kv2rdfError, the old release untouched, where nothing can be published.
    """
    started = settings.clock()
    with workplace(settings.out) as place:
        outcome = _Build(settings, place, progress).build()
        run = {
            "started": started.isoformat(timespec="seconds"),
            "finished": settings.clock().isoformat(timespec="seconds"),
            "host": settings.host,
            "workers": settings.workers,
            "engine": settings.engine,
            "documents read": outcome.read,
            "clusters made": outcome.made,
            "built anew because": outcome.anew,
        }
        (place.folder / "run.json").write_text(json.dumps(run, indent=2) + "\n", encoding="utf-8")
        place.swap_in()
    return outcome


@dataclass
class _Build:
    """The steps of a build, in the order they are taken."""

    settings: Settings
    place: Workplace
    progress: Progress

    def build(self) -> Outcome:
        """Take all steps."""
        for path in (
            self.place.state,
            self.place.parts,
            self.place.parts_before,
            self.place.dossiers,
        ):
            path.mkdir()
        read, entries = self._read()
        plan = Plan.of(entries, self.before.ledger if self.before else None)
        census = Census()
        clusters = plan.done(self._made(list(plan.make.values()), census))
        account = Account(entries=entries, clusters=list(clusters.values()))
        if not account.dossiers:
            raise InputError(nothing_to_publish(account))
        release = self.settings.now or account.newest
        if release is None:
            raise InputError("no document has a day: name the release with --now")
        rewritten = Rewritten(
            release=release,
            software=self.software,
            engine=self.settings.engine,
            at=self.at,
            observations=observed(account.dossiers),
            gaps=account.gaps,
        )
        dumped = self._dumped(rewritten, plan, census)
        shutil.rmtree(self.place.parts)
        ledger = Ledger(
            made_with=self._made_with,
            clusters=clusters,
            cases=dumped.cases,
            register=dumped.register,
            shared=dumped.shared,
            rewritten=dumped.rewritten,
            places=dumped.places,
        )
        ledger.write(self.place.state)
        describe(self.folder, release, self.software, self.at, account, dumped, self._kept(plan))
        return Outcome(
            found=len(entries),
            published=len(account.published),
            dossiers=len(account.dossiers),
            statements=dumped.statements["all"],
            held=tuple(account.held),
            read=read,
            made=len(plan.make),
            clusters=len(clusters),
            anew=self._known if isinstance(self._known, str) else None,
        )

    @cached_property
    def at(self) -> Addresses:
        """The addresses of data."""
        return Addresses(self.settings.base)

    @cached_property
    def seeds(self) -> register_files.Seeds:
        """What the data starts from."""
        return register_files.read(folders.folder("seeds"))

    @cached_property
    def software(self) -> str:
        """The version of this software."""
        return version("kv2rdf")

    @property
    def before(self) -> Before | None:
        """The release that this one is built upon."""
        return self._known if isinstance(self._known, Before) else None

    @cached_property
    def _made_with(self) -> dict[str, str]:
        return made_with(self.settings.base, self.settings.engine)

    @cached_property
    def _known(self) -> Before | str | None:
        return before(self.place.before, self._made_with)

    @property
    def folder(self) -> Path:
        """Where the release is built."""
        return self.place.folder

    def _read(self) -> tuple[int, list[Entry]]:
        """Read every document that is new or changed into the spool; give how many, and all."""
        listed = documents.listed(self.settings.sources)
        wanted = dict(islice(listed.items(), self.settings.limit))
        if not wanted:
            raise InputError("no document in the input")
        path = self.place.state / SPOOL
        if self.before:
            old = self.before.folder / "state" / SPOOL
            known = {entry.id: entry.sha256 for entry in Spool.open(old).entries()}
            same = {id_ for id_, sha256 in wanted.items() if known.get(id_) == sha256}
            spool = Spool.copied(old, path, known.keys() - same)
            left = [id_ for id_ in wanted if id_ not in same]
        else:
            spool, left = Spool.create(path), list(wanted)
        chunks = chunked(
            documents.read(self.settings.sources, left) if left else (),
            _READ_AT_ONCE,
            lambda found: len(found.content),
        )
        done = 0
        reading = Reading(self.seeds.lookups)
        workers = self._workers(len(left), _READ_AT_ONCE)
        for read in mapped(reading, chunks, workers, self.settings.scheduler):
            spool.add(read)
            done += len(read)
            self.progress("read", done, len(left))
        entries = list(spool.entries())
        spool.close()
        return len(left), entries

    def _made(self, clusters: list[tuple[str, ...]], census: Census) -> Iterator[MadeCluster]:
        """Make clusters, in parts; counts what they say."""
        making = Making(
            stating=Stating(self.place.state / SPOOL, self.settings.base),
            parts=self.place.parts,
            dossiers=self.place.dossiers,
            engine=self.settings.engine,
        )
        chunks = enumerate(chunked(clusters, _MADE_AT_ONCE))
        workers = self._workers(len(clusters), _MADE_AT_ONCE)
        parts = mapped(making, chunks, workers, self.settings.scheduler)
        for done, part in enumerate(parts, start=1):
            census.add(part.census)
            self.progress("make", min(done * _MADE_AT_ONCE, len(clusters)), len(clusters))
            yield from part.clusters

    def _dumped(self, rewritten: Rewritten, plan: Plan, census: Census) -> Dumped:
        """Write dumps, store and text index, from nothing or out of those before."""
        if self.before and plan.stay:
            stating = Stating(self.before.folder / "state" / SPOOL, self.settings.base)
            published = [made.documents for made in plan.gone if made.dossiers]
            for chunk in enumerate(chunked(published, _MADE_AT_ONCE)):
                Unmaking(stating, self.place.parts_before)(chunk)
            patching = Patching(
                before=self.before,
                folder=self.folder,
                parts_before=self.place.parts_before,
                parts=self.place.parts,
                at=self.at,
            )
            return patching.dumped(rewritten, self.progress)
        dumping = Dumping(
            folder=self.folder,
            parts=self.place.parts,
            register=self.seeds.register,
            at=self.at,
            engine=self.settings.engine,
            workers=self._workers(len(plan.make), _MADE_AT_ONCE),
        )
        return dumping.dumped(rewritten, census, self.progress)

    def _workers(self, items: int, at_once: int) -> int:
        return max(1, min(self.settings.workers, -(-items // at_once)))

    def _kept(self, plan: Plan) -> dict[str, str]:
        """Link the files of dossiers that stay; give their hashes by path."""
        if not self.before or not plan.stay:
            return {}
        files = [f"dossiers/{d.file}" for made in plan.stay.values() for d in made.dossiers]
        linked(self.before.folder, self.folder, files)
        known = manifest.read(self.before.folder)
        return {name: known[name][0] for name in files if name in known}

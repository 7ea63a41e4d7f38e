"""The steps of a build, from the documents to the files of a release."""

import logging
import shutil
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import InputError
from kv2rdf.model.dataset import DatasetRelease
from kv2rdf.pipeline.dumps.dataset_graphs import DatasetGraphs
from kv2rdf.pipeline.dumps.write import DumpResult, DumpWriter
from kv2rdf.pipeline.increments.changed_lines import (
    write_previous_clusters,
    write_register_changes,
)
from kv2rdf.pipeline.increments.kept_files import link_kept_dossiers
from kv2rdf.pipeline.increments.ledger import Ledger, build_inputs
from kv2rdf.pipeline.increments.patch import DumpPatcher
from kv2rdf.pipeline.increments.plan import Plan
from kv2rdf.pipeline.increments.reuse import Reuse
from kv2rdf.pipeline.increments.vanished_addresses import (
    vanished_from_cases,
    vanished_from_dump,
    vanished_from_register,
)
from kv2rdf.pipeline.passes.results import ClusterResult
from kv2rdf.pipeline.reports.release_files import (
    empty_release_message,
    write_release_files,
)
from kv2rdf.pipeline.reports.release_version import release_version
from kv2rdf.pipeline.reports.run_report import RunReport
from kv2rdf.pipeline.reports.statistics import observations
from kv2rdf.pipeline.settings import BuildResult, Progress, Settings
from kv2rdf.pipeline.two_passes import TwoPasses
from kv2rdf.rdf.triple_counts import TripleCounts
from kv2rdf.reference import register_files, shipped_folders
from kv2rdf.reference.expectations_file import read_expectations
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.workspace import ReleaseWorkspace

_LOGGER = logging.getLogger(__name__)


@dataclass
class ReleaseBuild:
    """A build of a release in a new folder. ``run`` performs all steps.

    If ``full_build_reason`` is not None, nothing of the previous release is reused.
    """

    settings: Settings
    workspace: ReleaseWorkspace
    progress: Progress
    full_build_reason: str | None = None

    def run(self) -> BuildResult:
        """Perform all steps. Return the result. Raises Kv2rdfError if nothing can be published."""
        files = self.files
        for folder in (files.state, files.parts, files.previous_parts, files.dossiers):
            folder.mkdir()
        register_files.copy_seeds(
            shipped_folders.folder("seeds"), files.seeds, self.settings.authority
        )
        expected = read_expectations(shipped_folders.folder("seeds"))
        passes = self.passes
        documents_read, entries = passes.read_documents()
        plan = Plan.for_documents(entries, self.reuse, documents_read, files.spool)
        to_build, kept = len(plan.to_build), len(plan.kept)
        _LOGGER.info("building %s of %s clusters", to_build, to_build + kept)
        case_triple_counts = TripleCounts()
        clusters = plan.all_results(
            passes.build_clusters(list(plan.to_build.values()), case_triple_counts)
        )
        report = RunReport(
            entries=entries,
            clusters=list(clusters.values()),
            spool=files.spool,
            register=self.seeds.register,
            expected=expected,
        )
        if not report.dossiers:
            raise InputError(empty_release_message(report))
        report.expectation_checks.refuse_fatal()
        release = self.release(report)
        dumps = self.write_dumps(
            DatasetGraphs(
                release=release,
                software=self.software,
                engine=self.settings.engine,
                addresses=self.addresses,
                observations=observations(report.dossiers),
                gaps=report.gaps,
                presences=report.presences,
                lists=report.list_sources,
            ),
            plan,
            case_triple_counts,
        )
        vanished = self.vanished_addresses(plan)
        shutil.rmtree(files.parts)
        self.write_ledger(clusters, dumps)
        _LOGGER.info("writing the report, the catalogue and the manifest")
        write_release_files(
            files,
            release,
            self.software,
            self.addresses,
            report,
            dumps,
            link_kept_dossiers(plan, self.reuse.previous, files),
        )
        return BuildResult(
            documents_found=len(entries),
            documents_published=len(report.published),
            dossiers=len(report.dossiers),
            triples=dumps.triples["all"],
            held_back=tuple(report.held_back),
            documents_read=len(documents_read),
            clusters_built=len(plan.to_build),
            clusters=len(clusters),
            full_build_reason=self.reuse.full_build_reason,
            vanished_addresses=vanished,
            breaches=len(report.expectation_checks.breaches),
        )

    def release(self, report: RunReport) -> DatasetRelease:
        """Return the description of the new release.

        Raises InputError if it would have no date, or would replace a release that is not older.
        """
        day = self.settings.now or report.newest
        if day is None:
            raise InputError("no document has a date: give the release a date with --now")
        if (replaced := self.settings.revision_of) and replaced >= day:
            raise InputError(f"the release of {day} cannot replace one of {replaced}: use --now")
        return DatasetRelease(
            day=day,
            version=release_version(
                newest=report.newest,
                day=day,
                software=self.software,
                base=self.settings.base,
                entries=report.entries,
                seeds=self.seeds,
                revision_of=self.settings.revision_of,
            ),
            since=report.oldest,
            until=report.newest,
            issued=self.settings.now,
            brought_sources=self.seeds.register.brought_sources,
            revision_of=self.settings.revision_of,
        )

    @property
    def files(self) -> ReleaseFiles:
        """The files of the new release."""
        return self.workspace.files

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of data, which begin with the base in the settings."""
        return Addresses(self.settings.base)

    @cached_property
    def seeds(self) -> register_files.Seeds:
        """The content of ``seeds/``: the register, and the lookups of misprints."""
        return register_files.read_seeds(self.files.seeds)

    @cached_property
    def passes(self) -> TwoPasses:
        """The passes that read the documents and build the clusters."""
        return TwoPasses(
            settings=self.settings,
            files=self.files,
            progress=self.progress,
            reuse=self.reuse,
            seeds=self.seeds,
        )

    @cached_property
    def software(self) -> str:
        """The version of kv2rdf."""
        return version("kv2rdf")

    @cached_property
    def reuse(self) -> Reuse:
        """The parts of the previous release that the build can reuse."""
        if self.full_build_reason is not None:
            return Reuse(full_build_reason=self.full_build_reason)
        return Reuse.of(self.workspace.previous, self._inputs, self.seeds, self.addresses)

    @cached_property
    def _inputs(self) -> dict[str, str]:
        return build_inputs(self.settings.base, self.settings.engine)

    def write_dumps(
        self, dataset_graphs: DatasetGraphs, plan: Plan, case_triple_counts: TripleCounts
    ) -> DumpResult:
        """Write the dumps, the store and the text index, and return their counts and hashes.

        If clusters of the previous release are kept, copies of its files are patched.
        """
        previous = self.reuse.previous
        if previous is not None and plan.kept:
            changes, engine = self.reuse.seed_changes, self.settings.engine
            write_previous_clusters(plan, previous, self.addresses, self.files)
            write_register_changes(changes, self.addresses, engine, self.files)
            patcher = DumpPatcher(previous=previous, files=self.files, addresses=self.addresses)
            return patcher.write(dataset_graphs, self.progress)
        writer = DumpWriter(
            files=self.files,
            register=self.seeds.register,
            addresses=self.addresses,
            engine=self.settings.engine,
            workers=self.passes.cluster_workers(len(plan.to_build)),
        )
        return writer.write(dataset_graphs, case_triple_counts, self.progress)

    def vanished_addresses(self, plan: Plan) -> tuple[str, ...]:
        """Return the stable addresses of the previous release that are not in the new release.

        Addresses with an alias are left out. Kept clusters are not compared.
        """
        base, old = self.settings.base, self.workspace.previous
        if old is None:
            return ()
        if self.reuse.previous is None or not plan.kept:
            return vanished_from_dump(old, self.files, base)
        moved = [self.addresses.moved(former) for former, _ in self.seeds.register.moved_addresses]
        return (
            *vanished_from_cases(self.files, base, moved),
            *vanished_from_register(self.reuse.seed_changes, base, moved),
        )

    def write_ledger(self, clusters: dict[str, ClusterResult], dumps: DumpResult) -> None:
        """Write the ledger, which the next build needs to reuse this release."""
        Ledger(
            build_inputs=self._inputs,
            sources_sha256=self.passes.checked_sha256(),
            clusters=clusters,
            case_triple_counts=dumps.case_triple_counts,
            register_triple_counts=dumps.register_triple_counts,
            register_line_counts=dumps.register_line_counts,
            dataset_lines=dumps.dataset_lines,
            member_spans=dumps.member_spans,
            store_patches=dumps.store_patches,
        ).write(self.files)

"""The build of a release from documents. If it fails, the previous release is unchanged."""

import gc
import logging

from kv2rdf.errors import DamagedReleaseError
from kv2rdf.pipeline.release_build import ReleaseBuild
from kv2rdf.pipeline.reports.release_files import write_run_file
from kv2rdf.pipeline.settings import BuildResult, Progress, Settings
from kv2rdf.pipeline.source_check import refuse_releases
from kv2rdf.pipeline.workers.processes import no_workers_after_an_error
from kv2rdf.release.derived_files import write_checksums
from kv2rdf.release.workspace import ReleaseWorkspace, release_workspace

_LOGGER = logging.getLogger(__name__)


def build(settings: Settings, progress: Progress) -> BuildResult:
    """Build a release, publish it in place of the previous one, and return what was published.

    Unchanged data is taken from the previous release. The files of the new release are identical,
    byte for byte, to those of a full build. Raises Kv2rdfError if nothing can be published. In that
    case, the previous release is unchanged.
    """
    started = settings.clock()
    refuse_releases(settings.sources)
    try:
        with release_workspace(settings.out) as workspace, no_workers_after_an_error():
            result = _build_in(workspace, settings, progress)
            write_checksums(workspace.files, workspace.previous)
            write_run_file(workspace.files, workspace.previous, settings, started, result)
            workspace.swap_in()
    finally:
        gc.unfreeze()  # The objects of the ledger were frozen when it was read.
    return result


def _build_in(workspace: ReleaseWorkspace, settings: Settings, progress: Progress) -> BuildResult:
    """Build and return the result. Start over if the previous release is damaged."""
    try:
        return ReleaseBuild(settings, workspace, progress).run()
    except DamagedReleaseError as error:
        reason = str(error)
    _LOGGER.info("starting over: %s", reason)
    workspace.start_over()
    return ReleaseBuild(settings, workspace, progress, reason).run()

"""The files that describe a release: quarantine, report, catalogue, manifest and run.json."""

import json
import logging
from collections.abc import Mapping
from datetime import datetime

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ReleaseError
from kv2rdf.mapping import catalogue
from kv2rdf.model.dataset import DatasetRelease, DescribedFiles
from kv2rdf.pipeline.dumps.write import DumpResult
from kv2rdf.pipeline.passes.spool import Fate
from kv2rdf.pipeline.reports.explanations import write_explanations
from kv2rdf.pipeline.reports.labels import labels
from kv2rdf.pipeline.reports.run_report import RunReport
from kv2rdf.pipeline.settings import BuildResult, Settings
from kv2rdf.release import manifest, quarantine
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.report_page.write import write_report
from kv2rdf.release.run_file import GONE_BEFORE, VANISHED, gone_addresses, read_run_file

_LOGGER = logging.getLogger(__name__)


def write_release_files(
    files: ReleaseFiles,
    release: DatasetRelease,
    software: str,
    addresses: Addresses,
    run: RunReport,
    dumps: DumpResult,
    known_hashes: Mapping[str, str],
) -> None:
    """Write the quarantine, report, explanations, catalogue and manifest into a release.

    ``known_hashes`` maps the paths of some files to hashes that need not be computed again.
    """
    quarantine.write_quarantine(files.quarantine, run.held_back)
    account = run.release_report(release.day.isoformat(), f"kv2rdf {software}", dumps.triples)
    write_report(files, account, labels())
    numbers = {**account.dossiers, "statements": account.statements["all"]}
    write_explanations(files, release, account.software, addresses.base, numbers)
    described = DescribedFiles(
        dumps=tuple(
            manifest.entry(files, files.folder / name, dumps.content_hashes[name])
            for name in sorted(dumps.content_hashes)
        ),
        reports=(files.report.name, files.report_page.name, files.english_report_page.name),
        manifest=files.manifest.name,
    )
    text = catalogue.catalogue(release, described, dumps.triples["all"], addresses)
    files.catalogue.write_text(text, encoding="utf-8")
    manifest.write_manifest(files, dumps.content_hashes, known_hashes)


def write_run_file(
    files: ReleaseFiles,
    previous: ReleaseFiles | None,
    settings: Settings,
    started: datetime,
    result: BuildResult,
) -> None:
    """Write run.json, which contains values that may differ between two builds of a release.

    It also contains all addresses that, according to the run.json of the previous release, vanished
    in that release or an earlier one.
    """
    run = {
        "started": started.isoformat(timespec="seconds"),
        "finished": settings.clock().isoformat(timespec="seconds"),
        "host": settings.host,
        "workers": settings.workers,
        "engine": settings.engine,
        "documents read": result.documents_read,
        "clusters built": result.clusters_built,
        "reason for a full build": result.full_build_reason,
        VANISHED: result.vanished_addresses,
        GONE_BEFORE: _gone_before(previous),
    }
    files.run.write_text(json.dumps(run, indent=2) + "\n", encoding="utf-8")


def _gone_before(previous: ReleaseFiles | None) -> list[str]:
    """Return the addresses that vanished in the previous release or an earlier one, sorted.

    If there is no previous release, return an empty list. If the run.json of the previous release
    is damaged, log a warning, and return an empty list.
    """
    if previous is None:
        return []
    try:
        return sorted(gone_addresses(read_run_file(previous.run)))
    except ReleaseError as error:
        _LOGGER.warning("the addresses of earlier releases are not known: %s", error)
        return []


def empty_release_message(run: RunReport) -> str:
    """Return the message for a run that published nothing. It states the first three reasons."""
    reasons = [f"{d.id}: {d.location}: {d.reason}" for d in run.held_back]
    reasons += [f"{e.id}: {e.reason}" for e in run.entries if e.fate is Fate.NOT_READ]
    reasons += [f"{source.id}: is a list of identifiers" for source in run.list_sources]
    more = f" (and {len(reasons) - 3} more)" if len(reasons) > 3 else ""
    return "nothing to publish: " + "; ".join(reasons[:3]) + more

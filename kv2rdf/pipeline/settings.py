"""The settings of a build, and its result."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kv2rdf.pipeline.workers.watchdog import Watchdog
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.release.quarantine import HeldDocument
from kv2rdf.storage.remote_path import InputPath

Progress = Callable[[str, int, int], None]
"""A function that is called with the name of a step, the number of finished items, and the total.

The total is 0 if it is not known.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a build: the options of the command line, the host name and the clock.

    ``limit`` is the maximum number of documents. The first documents by id are used. ``scheduler``
    is the address of a Dask scheduler. ``now`` is the date of the release, or None for the date of
    the newest published paper. ``watchdog`` ends a build in which one document takes too long. If
    it is None, there is no time limit. ``authority`` is a folder with tables that are added to the
    register. ``engine`` is the name of the SHACL engine. ``base`` is the beginning of all
    addresses. ``revision_of`` is the date of the release that the new release replaces, or None if
    no date is given.
    """

    sources: tuple[InputPath, ...]
    out: Path
    clock: Callable[[], datetime]
    host: str
    base: str = HOME
    workers: int = 1
    engine: str = "shacl"
    limit: int | None = None
    scheduler: str | None = None
    now: date | None = None
    watchdog: Watchdog | None = None
    authority: Path | None = None
    revision_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """The result of a build: what was published, and how much of it was rebuilt.

    ``documents_read`` and ``clusters_built`` are counts of this run. All other documents and
    clusters were taken from the previous release. ``full_build_reason`` is the reason why the
    previous release could not be reused, or None if it was reused or there was none.
    ``vanished_addresses`` contains the stable addresses of the previous release that are not in
    this release and have no alias. ``breaches`` is the number of expectations that the release does
    not meet.
    """

    documents_found: int
    documents_published: int
    dossiers: int
    triples: int
    held_back: tuple[HeldDocument, ...]
    documents_read: int
    clusters_built: int
    clusters: int
    full_build_reason: str | None
    vanished_addresses: tuple[str, ...]
    breaches: int

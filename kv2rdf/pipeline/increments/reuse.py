"""What a build takes from the previous release: unchanged documents and files of kept dossiers."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from kv2rdf.pipeline.increments.ledger import PreviousRelease
from kv2rdf.pipeline.increments.plan import Plan
from kv2rdf.pipeline.passes.spool import Spool
from kv2rdf.release import manifest
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.workspace import link_files


def start_spool(
    path: Path, hashes: Mapping[str, str], previous: PreviousRelease | None
) -> tuple[Spool, list[str]]:
    """Return a new spool with the unchanged documents, and the ids of the documents to read.

    ``hashes`` maps the id of each document of the build to its sha256. A document is unchanged if
    it is in the spool of the previous release with the same hash.
    """
    if previous is None:
        return Spool.create(path), list(hashes)
    previous_spool = previous.files.spool
    with closing(Spool.open(previous_spool)) as kept:
        known = {entry.id: entry.sha256 for entry in kept.entries()}
    unchanged = {id_ for id_, sha256 in hashes.items() if known.get(id_) == sha256}
    spool = Spool.copy(previous_spool, path, without=known.keys() - unchanged)
    return spool, [id_ for id_ in hashes if id_ not in unchanged]


def link_kept_dossiers(
    plan: Plan, previous: PreviousRelease | None, release: ReleaseFiles
) -> dict[str, str]:
    """Link the files of kept dossiers into ``release``, and return the hash of each by path."""
    if previous is None or not plan.kept:
        return {}
    names = [
        release.name(release.dossiers / dossier.file)
        for result in plan.kept.values()
        for dossier in result.dossiers
    ]
    link_files(previous.files.folder, release.folder, names)
    listed = manifest.read_manifest(previous.files)
    return {name: listed[name][0] for name in names if name in listed}

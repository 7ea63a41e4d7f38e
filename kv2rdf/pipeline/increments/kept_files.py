"""The reuse of unchanged documents and of files of kept dossiers from the previous release."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from kv2rdf.pipeline.increments.ledger import PreviousRelease
from kv2rdf.pipeline.increments.plan import Plan
from kv2rdf.pipeline.increments.reuse import Reuse
from kv2rdf.pipeline.passes.spool import Spool
from kv2rdf.release import manifest
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.workspace import link_files


def start_spool(
    path: Path,
    hashes: Mapping[str, str],
    reuse: Reuse,
) -> tuple[Spool, list[str]]:
    """Return a new spool at ``path`` with the unchanged documents, and the ids of the others.

    ``hashes`` maps the id of each document of the build to its sha256. A document is unchanged if
    the spool of the previous release contains it with the same hash, and if no lookup that was used
    to read it has changed.
    """
    if reuse.previous is None:
        return Spool.create(path), list(hashes)
    previous_spool = reuse.previous.files.spool
    with closing(Spool.open(previous_spool)) as spool:
        spooled = spool.hashes()
        changed = spool.documents_using(reuse.seed_changes.lookups)
    unchanged = {
        id_ for id_, sha256 in spooled.items() if hashes.get(id_) == sha256 and id_ not in changed
    }
    copy = Spool.copy(previous_spool, path, without=spooled.keys() - unchanged)
    return copy, [id_ for id_ in hashes if id_ not in unchanged]


def link_kept_dossiers(
    plan: Plan, previous: PreviousRelease | None, release: ReleaseFiles
) -> dict[str, str]:
    """Link the files of kept dossiers into ``release``, and return their hashes by path."""
    if previous is None or not plan.kept:
        return {}
    folder = release.name(release.dossiers)
    names = [
        f"{folder}/{dossier.file}" for result in plan.kept.values() for dossier in result.dossiers
    ]
    link_files(previous.files.folder, release.folder, names)
    listed = manifest.read_manifest(previous.files)
    return {name: listed[name][0] for name in names if name in listed}

"""The release from which a request is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, cast

from starlette.requests import HTTPConnection

from kv2rdf.errors import ReleaseError
from kv2rdf.query.index_reader import SearchLimit
from kv2rdf.query.open_release import Release
from kv2rdf.query.release_facts import release_day
from kv2rdf.query.sparql import rows_of
from kv2rdf.release.file_hash import file_sha256
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.manifest import Hashes, read_manifest
from kv2rdf.release.run_file import gone_addresses, read_run_file

SCOPE_KEY = "kv2rdf.release"
"""The key under which the scope of a request contains its release."""

_DESCRIPTION = """
SELECT ?release ?version ?license WHERE {
  ?release dcat:inSeries ?series ; dcat:version ?version ; dct:license ?license
}
"""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ServedRelease:
    """An open release, with facts from its catalogue and its other files.

    ``address`` is the address of the release itself. ``version`` differs between releases with
    different content. ``day`` is the date of its data (YYYY-MM-DD). ``built`` is the time at which
    its build ended. ``hashes`` maps the names of its files to their hashes. ``vanished`` contains
    the addresses that only earlier releases contained.
    """

    release: Release
    base: str
    address: str
    version: str
    day: str
    license: str
    built: datetime
    hashes: Mapping[str, Hashes]
    vanished: frozenset[str]

    @classmethod
    def open(cls, folder: Path, search_limit: SearchLimit | None = None) -> Self:
        """Open a release, and check its store and its text index.

        If ``search_limit`` is None, searches have no limit.

        Raises ReleaseError if the release cannot be opened.
        """
        release = Release(folder, search_limit)
        release.texts.check_form()
        rows = rows_of(release.query(_DESCRIPTION))
        if len(rows) != 1 or release.base is None:
            raise ReleaseError(f"{folder}: the release contains no description of itself")
        ((address, version, license_),) = rows
        built, vanished = _run(release.files.run)
        return cls(
            release=release,
            base=release.base,
            address=address,
            version=version,
            day=release_day(release).isoformat(),
            license=license_,
            built=built,
            hashes=_hashes(release.files),
            vanished=vanished,
        )


def served_release(request: HTTPConnection) -> ServedRelease:
    """Return the release from which a request is answered."""
    return cast("ServedRelease", request.scope[SCOPE_KEY])


def _hashes(files: ReleaseFiles) -> dict[str, Hashes]:
    """Return the hashes of the files that the manifest lists, and of the manifest itself."""
    own = file_sha256(files.manifest)
    return {**read_manifest(files), files.name(files.manifest): Hashes(own, own)}


def _run(path: Path) -> tuple[datetime, frozenset[str]]:
    """Return the end time of a build, and the addresses that only earlier releases contained.

    The time is in whole seconds, as in HTTP headers.
    """
    run = read_run_file(path)
    try:
        end = datetime.fromisoformat(run["finished"]).astimezone(UTC).replace(microsecond=0)
    except (ValueError, TypeError, KeyError) as error:
        raise ReleaseError(f"{path}: cannot be read: {error}") from error
    return end, gone_addresses(run)

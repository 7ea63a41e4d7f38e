"""The verification of the checksums, the counts and the catalogue of a release."""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph, URIRef

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.vocabulary import DCAT, SPDX, VOID
from kv2rdf.release import manifest
from kv2rdf.release.derived_files import derived_problems
from kv2rdf.release.dumps import dump
from kv2rdf.release.existing_release import existing_release
from kv2rdf.release.file_hash import file_sha256
from kv2rdf.release.files import ReleaseFiles

_LONGEST = 200
_UNREADABLE = (
    *(ReleaseError, OSError, EOFError, zlib.error, SyntaxError, ValueError, TypeError),
    *(LookupError, AssertionError, RecursionError),
)
"""The errors that a file may cause if both the file and the manifest have been changed."""


def release_problems(release: ReleaseFiles) -> Iterator[str]:
    """Yield a message for each file, checksum or count that differs from what a release states.

    The counts and the catalogue are verified only if all files match the manifest. Raises
    ReleaseError if ``release`` is not a folder with a manifest, or if the manifest cannot be read.
    """
    existing_release(release.folder)
    listed = manifest.read_manifest(release)
    present = {release.name(path): path for path in release.listed()}
    yield from (f"{name}: is missing" for name in sorted(set(listed) - set(present)))
    yield from (f"{name}: is not in the manifest" for name in sorted(set(present) - set(listed)))
    is_damaged = False
    for name in sorted(set(listed) & set(present)):
        hashes = listed[name]
        if file_sha256(present[name]) != hashes.file:
            is_damaged = True
            yield f"{name}: is not the file that was published (sha256)"
        elif hashes.content != hashes.file and _content_sha256(present[name]) != hashes.content:
            yield f"{name}: its content is not what was published (sha256)"
    yield from derived_problems(release)
    if is_damaged or set(listed) != set(present):
        return
    try:
        yield from _count_problems(release)
        yield from _catalogue_problems(release)
    except _UNREADABLE as error:
        problem = " ".join(str(error).split())[:_LONGEST]
        yield f"the report, the catalogue or the dump cannot be read: {problem}"


def _content_sha256(path: Path) -> str | None:
    """Return the sha256 of the content of a dump, or None if it cannot be read."""
    try:
        return dump.content_sha256(path)
    except _UNREADABLE:
        return None


def _count_problems(release: ReleaseFiles) -> Iterator[str]:
    report = json.loads(release.report.read_text(encoding="utf-8"))
    triples, previous = 0, ""
    for line in dump.dump_lines(release.nquads):
        triples += 1
        if line <= previous:
            yield f"{release.nquads.name}: line {triples} is not in order"
        previous = line
    stated = report["statements"]["all"]
    if triples != stated:
        yield f"report.json: states {stated} statements, but there are {triples}"
    files, stated = len(list(release.dossiers.rglob("*.ttl"))), report["dossiers"]["cases"]
    if files != stated:
        yield f"report.json: states {stated} cases, but there are {files} files in dossiers/"
    held, stated = len(list(release.quarantine.glob("*.json"))), len(report["held_back"])
    if held != stated:
        yield f"report.json: states {stated} held back, but there are {held} files in quarantine/"
    catalogue = Graph().parse(data=release.catalogue.read_bytes(), format="turtle")
    for number in catalogue.objects(None, URIRef(VOID.triples)):
        if int(str(number)) != triples:
            yield f"catalogue.ttl: states {number} triples, but there are {triples}"


def _catalogue_problems(release: ReleaseFiles) -> Iterator[str]:
    catalogue = Graph().parse(data=release.catalogue.read_bytes(), format="turtle")
    for file, size in catalogue.subject_objects(URIRef(DCAT.byteSize)):
        name = str(file).rpartition("/")[2]
        path = release.folder / name
        if not path.is_file() or path.stat().st_size != int(str(size)):
            yield f"catalogue.ttl: {name} does not have {size} bytes"
            continue
        for checksum in catalogue.objects(file, URIRef(SPDX.checksum)):
            sha256 = catalogue.value(checksum, URIRef(SPDX.checksumValue))
            if str(sha256) != file_sha256(path):
                yield f"catalogue.ttl: the checksum of {name} is wrong"

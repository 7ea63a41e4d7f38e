"""Verify a release: checksums, counts, and the catalogue against the files."""

import json
from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph, URIRef

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.vocabulary import DCAT, SPDX, VOID
from kv2rdf.release import manifest
from kv2rdf.release.dumps import dump


def problems(release: Path) -> Iterator[str]:
    """Tell of everything that is not as the release says it is; nothing where all is well."""
    if not release.is_dir():
        raise ReleaseError(f"{release}: is no release")
    listed = manifest.read(release)
    there = {p.relative_to(release).as_posix(): p for p in manifest.files(release)}
    yield from (f"{name}: is not there" for name in sorted(set(listed) - set(there)))
    yield from (f"{name}: is not in the manifest" for name in sorted(set(there) - set(listed)))
    damaged = False
    for name in sorted(set(listed) & set(there)):
        sha256, content = listed[name]
        if manifest.file_sha256(there[name]) != sha256:
            damaged = True
            yield f"{name}: is not the file that was published (sha256)"
        elif content != sha256 and dump.content_sha256(there[name]) != content:
            yield f"{name}: its content is not what was published (sha256)"
    if damaged or set(listed) != set(there):
        return
    yield from _counts(release)
    yield from _catalogue(release)


def _counts(release: Path) -> Iterator[str]:
    told = json.loads((release / "report.json").read_text(encoding="utf-8"))
    counted, before = 0, ""
    for line in dump.lines_of(release / "kamervragen.nq.gz"):
        counted += 1
        if line <= before:
            yield f"kamervragen.nq.gz: line {counted} is not in order"
        before = line
    if counted != told["statements"]["all"]:
        yield f"report.json: tells of {told['statements']['all']} statements, there are {counted}"
    files = len(list((release / "dossiers").rglob("*.ttl")))
    if files != told["dossiers"]["cases"]:
        yield f"report.json: tells of {told['dossiers']['cases']} cases, there are {files} files"
    held = len(list((release / "quarantine").glob("*.json")))
    if held != len(told["held_back"]):
        yield f"report.json: tells of {len(told['held_back'])} held back, there are {held} files"
    catalogue = Graph().parse(release / "catalogue.ttl")
    for triples in catalogue.objects(None, URIRef(VOID.triples)):
        if int(str(triples)) != counted:
            yield f"catalogue.ttl: tells of {triples} triples, there are {counted}"


def _catalogue(release: Path) -> Iterator[str]:
    catalogue = Graph().parse(release / "catalogue.ttl")
    for file, size in catalogue.subject_objects(URIRef(DCAT.byteSize)):
        name = str(file).rpartition("/")[2]
        path = release / name
        if not path.is_file() or path.stat().st_size != int(str(size)):
            yield f"catalogue.ttl: {name} is not {size} bytes"
            continue
        for checksum in catalogue.objects(file, URIRef(SPDX.checksum)):
            value = catalogue.value(checksum, URIRef(SPDX.checksumValue))
            if str(value) != manifest.file_sha256(path):
                yield f"catalogue.ttl: the checksum of {name} is another"

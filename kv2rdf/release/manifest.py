"""The manifest of a release: the sha256 of each listed file and of the content of each dump.

``sha256sum -c manifest-sha256.txt`` checks the files. It ignores the hashes of content, which are
written as comments.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kv2rdf.errors import ReleaseError
from kv2rdf.model.dataset import ReleaseFile
from kv2rdf.release.dumps.dump import content_sha256
from kv2rdf.release.file_hash import file_problem, file_sha256
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.storage.release_folder import MANIFEST


class Hashes(NamedTuple):
    """The sha256 of a file and the sha256 of its content.

    The two are different for compressed dumps, and equal for all other files.
    """

    file: str
    content: str


def entry(
    release: ReleaseFiles, path: Path, content_hash: str | None, file_hash: str | None = None
) -> ReleaseFile:
    """Return the manifest entry of one file.

    ``content_hash`` and ``file_hash`` are computed if they are None.
    """
    file_hash = file_hash or file_sha256(path)
    if content_hash is None:
        content_hash = file_hash if path.suffix != ".gz" else content_sha256(path)
    return ReleaseFile(
        path=release.name(path), sha256=file_hash, content=content_hash, size=path.stat().st_size
    )


def write_manifest(
    release: ReleaseFiles, content_hashes: Mapping[str, str], file_hashes: Mapping[str, str]
) -> list[ReleaseFile]:
    """Write the manifest of a release, and return its entries.

    Both mappings contain hashes that need not be computed again. ``content_hashes`` maps paths to
    the hashes of content. ``file_hashes`` maps the paths of files that have not changed since the
    previous release to the hashes of these files.
    """
    entries = []
    for path in release.listed():
        name = release.name(path)
        entries.append(entry(release, path, content_hashes.get(name), file_hashes.get(name)))
    lines = []
    for e in entries:
        lines.append(f"{e.sha256}  {e.path}\n")
        if e.content != e.sha256:
            lines.append(f"# content {e.content}  {e.path}\n")
    release.manifest.write_text("".join(lines), encoding="utf-8")
    return entries


def read_manifest(release: ReleaseFiles) -> dict[str, Hashes]:
    """Return the hashes of every file in the manifest of a release, by the path of the file.

    Raises ReleaseError if the manifest is missing or cannot be read.
    """
    try:
        return parse_manifest(release.manifest.read_bytes())
    except OSError as error:
        raise ReleaseError(f"{release.folder}: no manifest: {error.strerror}") from error


def listed_problems(release: ReleaseFiles, listed: Mapping[str, Hashes]) -> Iterator[str]:
    """Yield a message for each file in the manifest that is missing or has changed."""
    folder = str(release.folder)
    for name, hashes in listed.items():
        if problem := file_problem(f"{folder}/{name}", hashes.file):
            yield f"{name}: {problem}"


def parse_manifest(manifest: bytes) -> dict[str, Hashes]:
    """Return the hashes of every file in a manifest, by the path of the file.

    Raises ReleaseError if a line cannot be read.
    """
    found: dict[str, Hashes] = {}
    for line in filter(None, manifest.decode("utf-8", "replace").split("\n")):
        sha256, separator, path = line.removeprefix("# content ").partition("  ")
        if not separator or len(sha256) != 64:
            raise ReleaseError(f"{MANIFEST}: cannot read {line!r}")
        known = found.get(path)
        found[path] = Hashes(file=known.file if known else sha256, content=sha256)
    return found

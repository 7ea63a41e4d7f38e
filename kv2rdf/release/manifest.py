"""The manifest of a release: of every file its sha256, and the sha256 of its content.

``sha256sum -c manifest-sha256.txt`` checks the files; the content's hash stands in a comment.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.model.dataset import ReleaseFile
from kv2rdf.release.dumps.dump import content_sha256

NAME = "manifest-sha256.txt"
_OUTSIDE = {NAME, "run.json", "audit.json", "store", "textindex.sqlite", "state"}


def files(release: Path) -> list[Path]:
    """Give every file that belongs in the manifest, by its path."""
    found = [
        path
        for top in release.iterdir()
        if top.name not in _OUTSIDE
        for path in (sorted(top.rglob("*")) if top.is_dir() else [top])
        if path.is_file()
    ]
    return sorted(found, key=lambda path: path.relative_to(release).as_posix())


def file_sha256(path: Path) -> str:
    """Give the sha256 of a file's bytes, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def entry(release: Path, path: Path, content: str | None, sha256: str | None = None) -> ReleaseFile:
    """Read one file; a hash that is known need not be made again."""
    name = path.relative_to(release).as_posix()
    sha256 = sha256 or file_sha256(path)
    if content is None:
        content = sha256 if path.suffix != ".gz" else content_sha256(path)
    return ReleaseFile(path=name, sha256=sha256, content=content, size=path.stat().st_size)


def write(release: Path, content: Mapping[str, str], kept: Mapping[str, str]) -> list[ReleaseFile]:
    """Write the manifest of all files as they are.

    ``content`` has content hashes that are known, and ``kept`` hashes of files that are those of
    the release before, both by path.
    """
    entries = []
    for path in files(release):
        name = path.relative_to(release).as_posix()
        entries.append(entry(release, path, content.get(name), kept.get(name)))
    lines = []
    for e in entries:
        lines.append(f"{e.sha256}  {e.path}\n")
        if e.content != e.sha256:
            lines.append(f"# content {e.content}  {e.path}\n")
    (release / NAME).write_text("".join(lines), encoding="utf-8")
    return entries


def read(release: Path) -> dict[str, tuple[str, str]]:
    """Read the manifest of a release: by path, the sha256 of the file and of its content."""
    try:
        return parsed((release / NAME).read_bytes())
    except OSError as error:
        raise ReleaseError(f"{release}: no manifest: {error.strerror}") from error


def parsed(manifest: bytes) -> dict[str, tuple[str, str]]:
    """Give what a manifest says: by path, the sha256 of the file and of its content."""
    found: dict[str, tuple[str, str]] = {}
    for line in filter(None, manifest.decode("utf-8", "replace").split("\n")):
        sha256, separator, path = line.removeprefix("# content ").partition("  ")
        if not separator or len(sha256) != 64:
            raise ReleaseError(f"{NAME}: cannot read {line!r}")
        first = found.get(path, (sha256, sha256))[0]
        found[path] = (first, sha256)
    return found

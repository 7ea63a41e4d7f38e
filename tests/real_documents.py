"""Real documents for tests: a few hundred of each kind, spread over the archive."""

import re
import tarfile
from pathlib import Path

KINDS = ("KVR", "SG_KVR", "V")
PER_KIND = 100


def extract_sample(archive: Path, folder: Path, per_kind: int = PER_KIND) -> None:
    """Write a number of documents of each kind from the archive into a folder."""
    with tarfile.open(archive) as tar:
        by_kind: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for member in tar:
            if match := re.search(r"(SG_KVR|KVR|V)[0-9]\w*\.xml$", member.name):
                by_kind[match[1]].append(member.name)
    chosen = {
        name for names in by_kind.values() for name in names[:: len(names) // per_kind][:per_kind]
    }
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name in chosen and (stream := tar.extractfile(member)) is not None:
                (folder / Path(member.name).name).write_bytes(stream.read())

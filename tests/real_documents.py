"""Real documents for tests: some hundreds of them, of each kind, spread over the archive."""

import re
import tarfile
from pathlib import Path

KINDS = ("KVR", "SG_KVR", "V")
OF_EACH = 100


def spread(archive: Path, folder: Path) -> None:
    """Take as many documents of each kind out of the archive."""
    with tarfile.open(archive) as entries:
        by_kind: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for entry in entries:
            if known := re.search(r"(SG_KVR|KVR|V)[0-9]\w*\.xml$", entry.name):
                by_kind[known[1]].append(entry.name)
    chosen = {
        name for names in by_kind.values() for name in names[:: len(names) // OF_EACH][:OF_EACH]
    }
    with tarfile.open(archive) as entries:
        for entry in entries:
            if entry.name in chosen and (stream := entries.extractfile(entry)) is not None:
                (folder / Path(entry.name).name).write_bytes(stream.read())

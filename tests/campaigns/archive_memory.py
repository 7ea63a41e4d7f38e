"""A campaign that measures the memory and time needed to open hostile archives.

    python -m tests.campaigns.archive_memory
    python -m tests.campaigns.archive_memory hard-links.tar overlaps.zip
    python -m tests.campaigns.archive_memory --share 100

The arguments are the names of kinds of archives; by default, all kinds are opened. With
``--share N``, each archive has only one in N of its members. Each archive is opened in new
processes, by the reader and by the audit. One line is printed for each process, with the memory
over that of the idle process, the seconds of processor time, and the number of documents found. The
exit status is 1 if the memory exceeds the limit: 64 MB, and the size of the largest document if the
archive has one of that size.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kv2rdf.audit.input_files import read_inputs
from kv2rdf.sources.formats import document_hashes, documents_with_ids
from kv2rdf.sources.input.file_content import MAX_DOCUMENT_BYTES
from tests.campaigns.hostile_tars import HOSTILE_TARS, HostileArchive
from tests.campaigns.hostile_zips import HOSTILE_ZIPS
from tests.campaigns.process_memory import additional_bytes
from tests.conftest import ROOT

HOSTILE_ARCHIVES = HOSTILE_TARS + HOSTILE_ZIPS
MOST_BYTES = 64 * 1024 * 1024
"""The maximum memory for opening an archive, in addition to the member that is being read."""


def _read(path: Path) -> int:
    """List and read an archive, and return the number of its documents."""
    return sum(1 for _ in documents_with_ids((path,), document_hashes((path,))))


def _audit(path: Path) -> int:
    return sum(1 for _ in read_inputs((path,)))


WALKS: dict[str, Callable[[Path], int]] = {"reader": _read, "audit": _audit}
"""Each walk opens an archive and returns the number of documents that it finds."""


def measure(walk: str, path: Path) -> tuple[int, float, int]:
    """Open an archive in a new process.

    Return the memory in bytes in addition to that of the idle process, the seconds of processor
    time, and the number of documents. ``walk`` is ``reader`` or ``audit``.
    """
    command = [
        sys.executable,
        "-m",
        "tests.campaigns.archive_memory",
        "--in-process",
        walk,
        str(path),
    ]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    memory, seconds, count = output.split()
    return int(memory), float(seconds), int(count)


def _measure_in_process(walk: str, path: Path) -> None:
    begin = time.process_time()
    memory, count = additional_bytes(lambda: WALKS[walk](path))
    sys.stdout.write(f"{memory} {time.process_time() - begin:.2f} {count}\n")


def memory_lines(archive: HostileArchive, share: int, most_bytes: int) -> Iterator[str]:
    """Open an archive with one in ``share`` of its members, and yield a line for each process.

    The line ends in "FAULT" if the memory exceeds ``most_bytes`` and the size of a large member.
    """
    count = archive.count // share
    with tempfile.TemporaryDirectory(prefix="archives-") as folder:
        path = Path(folder, archive.name)
        archive.write(path, count)
        for walk in WALKS:
            memory, seconds, found = measure(walk, path)
            is_fault = memory > most_bytes + archive.large_members * MAX_DOCUMENT_BYTES
            yield (
                f"{count:7,} {archive.name:34} {walk:6} {memory / 1024 / 1024:6.1f} MB"
                f" {seconds:7.2f} s {found:8,} documents{' FAULT' if is_fault else ''}"
            )


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if an archive needed too much memory, or 0 otherwise."""
    if arguments[:1] == ["--in-process"]:
        _measure_in_process(arguments[1], Path(arguments[2]))
        return 0
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.archive_memory")
    parser.add_argument("names", nargs="*", help="kinds of archives")
    parser.add_argument("--share", type=int, default=1, help="open one in so many members")
    options = parser.parse_args(arguments)
    faults = 0
    for archive in HOSTILE_ARCHIVES:
        if not options.names or archive.name in options.names:
            for line in memory_lines(archive, options.share, MOST_BYTES):
                faults += line.endswith("FAULT")
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

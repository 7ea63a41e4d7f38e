"""A campaign that measures the memory needed to read files with many records of cases.

    python -m tests.campaigns.large_record_files 256 1024 2048
    python -m tests.campaigns.large_record_files 256 1024 --page
    python -m tests.campaigns.large_record_files 256 2048 --padding 100000

The arguments are sizes in megabytes. A file of each size is made from real records, which get other
numbers: JSON Lines, or one OData page with ``--page``. ``--padding`` is the number of characters by
which one in a hundred records is made longer. Each file is listed and read in a new process, the
audit finds its records in another, and a release of its first 200 records is built in a third. The
exit status is 1 if the largest file needs much more memory than the smallest.
"""

import argparse
import json
import lzma
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

from kv2rdf.audit.input_files import read_inputs
from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.settings import Settings
from kv2rdf.sources.formats import document_hashes, documents_with_ids, read_publication
from tests.campaigns.process_memory import additional_bytes
from tests.conftest import ROOT
from tests.papers import real_seeds
from tests.requirements import CORPUS

_MOST_GROWTH = 16 * 1024 * 1024
_REAL_RECORDS = 500
_LIMIT = 200
_MEGABYTE = 1024 * 1024


def write_records(path: Path, megabytes: int, padding: int, *, is_page: bool) -> int:
    """Write a file of at least this size, and return the number of its records."""
    count = written = 0
    with path.open("wb") as file:
        file.write(b'{"value": [\n' if is_page else b"")
        for record in _numbered_records(padding):
            file.write((b",\n" if is_page and count else b"") + record)
            file.write(b"" if is_page else b"\n")
            written += len(record)
            count += 1
            if written >= megabytes * _MEGABYTE:
                break
        file.write(b"\n]}\n" if is_page else b"")
    return count


def _numbered_records(padding: int) -> Iterator[bytes]:
    """Yield an endless sequence of real records with other numbers."""
    with lzma.open(CORPUS / "zaken" / "zaken.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, _REAL_RECORDS)]
    number = 0
    while True:
        for record in records:
            number += 1
            topic = record["Onderwerp"] or ""
            long = {"Onderwerp": topic + "x" * padding} if number % 100 == 0 else {}
            numbers = {
                "Nummer": f"{2007 + number // 100_000}Z{number % 100_000:05}",
                "Id": str(UUID(int=number)),
            }
            yield json.dumps(record | numbers | long, ensure_ascii=False).encode()


def _read(path: Path) -> int:
    """List and read the records, and return how many were read into papers."""
    lookups = real_seeds().lookups
    documents = documents_with_ids((path,), document_hashes((path,)))
    return sum(bool(read_publication(document, lookups)) for document in documents)


def _build(path: Path) -> int:
    settings = Settings(
        sources=(path,),
        out=path.parent / "release",
        clock=lambda: datetime(2026, 1, 1, tzinfo=UTC),
        host="",
        limit=_LIMIT,
    )
    return build(settings, lambda *_: None).documents_published


def _audit(path: Path) -> int:
    return sum(1 for _ in read_inputs((path,)))


_STEPS: dict[str, Callable[[Path], int]] = {"read": _read, "audit": _audit, "build": _build}


def measure(step: str, path: Path) -> tuple[int, float, int]:
    """Read a file or build a release of it in a new process.

    Return the memory in bytes in addition to that of the idle process, the seconds of processor
    time, and the number of documents.
    """
    words = [sys.executable, "-m", "tests.campaigns.large_record_files", "--in-process"]
    command = [*words, step, str(path)]
    output = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    memory, seconds, count = output.split()[-3:]
    return int(memory), float(seconds), int(count)


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if memory use grows with the size of the file, else 0."""
    if arguments[:1] == ["--in-process"]:
        step, path = _STEPS[arguments[1]], Path(arguments[2])
        begin = time.process_time()
        memory, count = additional_bytes(lambda: step(path))
        sys.stdout.write(f"\n{memory} {time.process_time() - begin:.1f} {count}\n")
        return 0
    options = _options(arguments)
    peaks: dict[str, list[int]] = {step: [] for step in _STEPS}
    for megabytes in options.megabytes:
        with tempfile.TemporaryDirectory(prefix="records-") as folder:
            path = Path(folder, "zaken.json" if options.page else "zaken.jsonl")
            records = write_records(path, megabytes, options.padding, is_page=options.page)
            for name in _STEPS:
                memory, seconds, count = measure(name, path)
                peaks[name].append(memory)
                sys.stdout.write(
                    f"{megabytes:6,} MB {records:9,} records {name:6} {memory / _MEGABYTE:6.1f} MB"
                    f" {seconds:7.1f} s {count:9,} documents\n"
                )
                sys.stdout.flush()
    growth = max(each[-1] - each[0] for each in peaks.values())
    return int(growth > _MOST_GROWTH)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.large_record_files")
    parser.add_argument("megabytes", type=int, nargs="+", help="the sizes of the files")
    parser.add_argument("--page", action="store_true", help="write one OData page")
    parser.add_argument("--padding", type=int, default=0, help="characters of long records")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

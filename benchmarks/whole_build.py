"""Whole builds with one worker and with two, the parts of a build, and a build after one change."""

import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import psutil

from benchmarks import build_parts
from benchmarks.conversion import Document
from benchmarks.measurement import Benchmark, Row, row

_MEGABYTE = 1 << 20


def rows(bench: Benchmark) -> Iterator[Row]:
    """Measure builds with one worker and with two, the parts, and a build after a change."""
    inputs, release = bench.folder / "documents", bench.folder / "release"
    write_documents(bench.documents, inputs)
    number = len(bench.documents)
    seconds, memory = measure_build(inputs, bench.folder / "release by one worker", 1)
    one = row("whole build, 1 worker", number, seconds, remark=memory)
    yield one
    seconds, memory = measure_build(inputs, release, 2)
    two = row("whole build, 2 workers", number, seconds, one, memory)
    yield two
    yield from build_parts.rows(bench, release.resolve(), two)
    _change_one(inputs)
    seconds, _ = measure_build(inputs, release, 2)
    yield row("one document changed", number, seconds, two)


def write_documents(documents: Iterable[Document], folder: Path) -> None:
    """Write documents to a new folder."""
    folder.mkdir()
    for name, xml in documents:
        (folder / name).write_bytes(xml)


def _change_one(inputs: Path) -> None:
    """Change the document in the middle of the list."""
    paths = sorted(inputs.iterdir())
    path = paths[len(paths) // 2]
    path.write_bytes(path.read_bytes().replace(b" de ", b" dezelfde ", 1))


def measure_build(inputs: Path, release: Path, workers: int) -> tuple[float, str]:
    """Build a release with the command, and return the seconds, and the peak memory as text."""
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "kv2rdf", "build", inputs, "--out", release, f"--workers={workers}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    ) as build:  # fmt: skip
        main, other = _peak_memory(psutil.Process(build.pid), build)
        stderr = build.stderr.read() if build.stderr else ""
    if build.returncode not in {0, 1}:
        raise RuntimeError(stderr)
    remark = f"memory at most {main / _MEGABYTE:.0f} MB, its workers {other / _MEGABYTE:.0f} MB"
    return time.perf_counter() - begin, remark


def _peak_memory(process: psutil.Process, build: subprocess.Popen[str]) -> tuple[int, int]:
    """Return the peak of resident memory of a build, and of any one process that it started."""
    main = other = 0
    while build.poll() is None:
        try:
            main = max(main, process.memory_info().rss)
            for child in process.children(recursive=True):
                other = max(other, child.memory_info().rss)
        except psutil.NoSuchProcess:
            continue  # The process has just ended.
        time.sleep(0.1)
    return main, other

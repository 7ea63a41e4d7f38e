"""A whole build, by one worker and by two, the parts it is made of, and one document changed."""

import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import psutil

from benchmarks import asking, unavoidable
from benchmarks.conversion import Document
from benchmarks.measuring import Bench, Row, row

_FEW = 100
_MEGABYTE = 1 << 20


def rows(bench: Bench) -> Iterator[Row]:
    """Build with one worker and with two; load, index, ask."""
    inputs, release = bench.folder / "documents", bench.folder / "release"
    written(bench.documents, inputs)
    number = len(bench.documents)
    seconds, memory = built(inputs, bench.folder / "by one", 1)
    one = row("whole build, 1 worker", number, seconds, remark=memory)
    yield one
    seconds, memory = built(inputs, release, 2)
    two = row("whole build, 2 workers", number, seconds, one, memory)
    yield two
    yield from unavoidable.rows(bench, release.resolve(), two)
    yield from asking.words(release.resolve(), bench.runs)
    yield from asking.queries(release.resolve(), bench)
    few = bench.folder / "few"
    written(bench.documents[:: max(1, number // _FEW)], few)
    built(few, bench.folder / "release of few", 2)
    yield from asking.of_few((bench.folder / "release of few").resolve(), bench.runs)
    _change_one(inputs)
    seconds, _ = built(inputs, release, 2)
    yield row("one document changed", number, seconds, two)


def written(documents: Iterable[Document], folder: Path) -> None:
    """Write documents into a new folder."""
    folder.mkdir()
    for name, xml in documents:
        (folder / name).write_bytes(xml)


def _change_one(inputs: Path) -> None:
    """Change one document, in the middle of all."""
    every = sorted(inputs.iterdir())
    path = every[len(every) // 2]
    path.write_bytes(path.read_bytes().replace(b" de ", b" dezelfde ", 1))


def built(inputs: Path, release: Path, workers: int) -> tuple[float, str]:
    """Build a release as a user would; give the seconds it took, and the memory in words."""
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "kv2rdf", "build", inputs, "--out", release, f"--workers={workers}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    ) as build:  # fmt: skip
        main, other = _watched(psutil.Process(build.pid), build)
        told = build.stderr.read() if build.stderr else ""
    if build.returncode not in {0, 1}:
        raise RuntimeError(told)
    remark = f"memory at most {main / _MEGABYTE:.0f} MB, its workers {other / _MEGABYTE:.0f} MB"
    return time.perf_counter() - begin, remark


def _watched(process: psutil.Process, build: subprocess.Popen[str]) -> tuple[int, int]:
    """Give the most memory that a build, and any one process it started, had resident."""
    main = other = 0
    while build.poll() is None:
        try:
            main = max(main, process.memory_info().rss)
            for child in process.children(recursive=True):
                other = max(other, child.memory_info().rss)
        except psutil.NoSuchProcess:
            continue  # it ended while we looked
        time.sleep(0.1)
    return main, other

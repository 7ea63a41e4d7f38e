"""A whole build, by one worker and by two; its release asked the named queries and for words."""

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measuring import Bench, Row, median, row
from kv2rdf.publish import dump, store, textindex
from kv2rdf.serve import named, search
from kv2rdf.serve.store import answer
from kv2rdf.vocab import PREFIXES

_WORDS = "schiphol"


def rows(bench: Bench) -> Iterator[Row]:
    """Build with one worker and with two; load, index, ask."""
    inputs = bench.folder / "documents"
    inputs.mkdir()
    for name, xml in bench.documents:
        (inputs / name).write_bytes(xml)
    number = len(bench.documents)
    release = bench.folder / "release"
    one = row("whole build, 1 worker", number, built(inputs, bench.folder / "by one", 1))
    yield one
    two = row("whole build, 2 workers", number, built(inputs, release, 2), one)
    yield two
    _changed(inputs)
    yield row("one document changed", number, built(inputs, release, 2), two)
    yield from _loaded(bench, release, one)
    yield from _asked(bench, release)


def _changed(inputs: Path) -> None:
    """Change one document, in the middle of all."""
    every = sorted(inputs.iterdir())
    path = every[len(every) // 2]
    text = path.read_bytes()
    path.write_bytes(text.replace(b" de ", b" dezelfde ", 1))


def built(inputs: Path, release: Path, workers: int) -> float:
    """Build a release as a user would; give the seconds it took."""
    begin = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "kv2rdf", "build", inputs, "--out", release, f"--workers={workers}"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if told.returncode not in {0, 1}:
        raise RuntimeError(told.stderr)
    return time.perf_counter() - begin


def _loaded(bench: Bench, release: Path, build: Row) -> Iterator[Row]:
    nq, number = release / "kamervragen.nq.gz", len(bench.documents)
    begin = time.perf_counter()
    store.build(nq, bench.folder / "store")
    yield row("load the store, and optimise", number, time.perf_counter() - begin, build)
    begin = time.perf_counter()
    textindex.build(dump.lines_of(nq), bench.folder / textindex.NAME)
    yield row("text index", number, time.perf_counter() - begin, build)


def _asked(bench: Bench, release: Path) -> Iterator[Row]:
    folder = release.resolve()
    words = row("search", 1, median(lambda: search.search(folder, [_WORDS], 20), bench.runs))
    scan = f'SELECT ?s {{ ?s kv:text ?t FILTER(CONTAINS(LCASE(?t), "{_WORDS}")) }}'
    yield words
    yield row("CONTAINS", 1, median(lambda: answer(folder, scan, PREFIXES), bench.runs), words)
    for query in named.queries():
        filled = query.filled({}, lambda text: search.candidates(folder, text))
        taken = median(partial(answer, folder, filled, PREFIXES), bench.runs)
        yield row(f"query {query.name}", 1, taken)

"""The time per document in builds of different sizes, and per byte in large documents."""

from collections.abc import Iterator

from benchmarks import worst_documents
from benchmarks.measurement import Benchmark, Row, row
from benchmarks.whole_build import measure_build, write_documents

_SHARES = (25, 5, 1)


def rows(bench: Benchmark) -> Iterator[Row]:
    """Build 1/25, 1/5 and all of the documents, with two workers.

    Then measure large documents in which one thing is repeated.
    """
    first: Row | None = None
    for share in _SHARES:
        sample = bench.documents[::share]
        inputs = bench.folder / f"one in {share}"
        write_documents(sample, inputs)
        seconds, _ = measure_build(inputs, bench.folder / f"release of one in {share}", 2)
        measured = row(f"whole build of {len(sample):,}", len(sample), seconds, first)
        first = first or measured
        yield measured
    yield from worst_documents.rows(bench)

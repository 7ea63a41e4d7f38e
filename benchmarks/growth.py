"""Whether a document takes longer where there are more: builds of a part, and of all."""

from collections.abc import Iterator

from benchmarks.measuring import Bench, Row, row
from benchmarks.whole import built, written

_SHARES = (25, 5, 1)


def rows(bench: Bench) -> Iterator[Row]:
    """Build a twenty-fifth of the documents, a fifth, and all, by two workers."""
    first: Row | None = None
    for share in _SHARES:
        some = bench.documents[::share]
        inputs = bench.folder / f"one in {share}"
        written(some, inputs)
        taken, _ = built(inputs, bench.folder / f"release of one in {share}", 2)
        measured = row(f"whole build of {len(some):,}", len(some), taken, first)
        first = first or measured
        yield measured

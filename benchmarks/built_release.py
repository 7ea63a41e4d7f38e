"""The release to measure, which is given or is built from the documents."""

from pathlib import Path

from benchmarks.measurement import Benchmark
from benchmarks.whole_build import measure_build, write_documents


def measured_release(bench: Benchmark) -> Path:
    """Return the release to measure. If none is given, it is built once from the documents."""
    if bench.release is not None:
        return bench.release
    release = bench.folder / "release"
    if not release.exists():
        inputs = bench.folder / "documents"
        write_documents(bench.documents, inputs)
        measure_build(inputs, release, 2)
    return release

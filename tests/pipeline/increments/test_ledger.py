"""A large ledger is read without garbage collection."""

import gc
from pathlib import Path

from kv2rdf.pipeline.increments.ledger import reusable_release
from kv2rdf.release.files import ReleaseFiles
from tests.pipeline.increments.test_plan import ledger_of


def test_reading_a_ledger_causes_no_more_garbage_collections_if_it_is_larger(
    tmp_path: Path,
) -> None:
    files = ReleaseFiles(tmp_path)
    files.state.mkdir()
    files.manifest.touch()
    files.checksums.touch()
    phases: list[str] = []

    def record(phase: str, _info: dict[str, int]) -> None:
        phases.append(phase)

    numbers = []
    for size in (1, 3_000):
        ledger_of(range(size)).write(files)
        gc.callbacks.append(record)
        try:
            reason = reusable_release(files, {"the base of addresses": "changed"})
        finally:
            gc.callbacks.remove(record)
        assert reason == "the base of addresses changed"
        numbers.append(phases.count("start"))
        phases.clear()
    assert gc.isenabled()
    assert numbers[1] <= numbers[0] + 1

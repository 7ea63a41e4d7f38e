"""The plan of a build: a patch if few clusters changed, and otherwise a full build."""

from pathlib import Path

import pytest

from kv2rdf.pipeline.dumps.register_line_counts import RegisterLineCounts
from kv2rdf.pipeline.increments.ledger import Ledger, PreviousRelease, cluster_fingerprint
from kv2rdf.pipeline.increments.plan import Plan
from kv2rdf.pipeline.increments.reuse import Reuse
from kv2rdf.pipeline.passes.results import ClusterResult
from kv2rdf.pipeline.passes.spool import Fate, Spool, SpoolEntry
from kv2rdf.rdf.triple_counts import TripleCounts
from kv2rdf.release.files import ReleaseFiles


def entry(number: int) -> SpoolEntry:
    """Return a document that forms a separate cluster."""
    return SpoolEntry(id=f"KVR{number}", sha256="", fate=Fate.READ, keys=(str(number),))


def ledger_of(numbers: range) -> Ledger:
    """Return the ledger of a release with these documents."""
    results = {
        cluster_fingerprint((id_,), {id_: ""}): ClusterResult(documents=(id_,))
        for id_ in (f"KVR{number}" for number in numbers)
    }
    return Ledger(
        build_inputs={},
        sources_sha256=None,
        clusters=results,
        case_triple_counts=TripleCounts(),
        register_triple_counts=TripleCounts(),
        register_line_counts=RegisterLineCounts(),
        dataset_lines={},
        member_spans=(),
        store_patches=0,
    )


# docs/release.md: "together more than a tenth of all cases, and also more than a hundred"
@pytest.mark.parametrize(
    ("count", "added", "removed", "is_patch"),
    [
        (200, 100, 0, True),
        (200, 101, 0, False),
        (200, 0, 100, True),
        (200, 50, 51, False),
        (1000, 100, 0, True),
        (1010, 101, 0, True),
        (2000, 200, 0, True),
        (2000, 201, 0, False),
    ],
)
def test_a_release_is_patched_unless_over_100_clusters_and_over_a_tenth_changed(
    tmp_path: Path, *, count: int, added: int, removed: int, is_patch: bool
) -> None:
    files = ReleaseFiles(tmp_path)
    files.state.mkdir()
    Spool.create(files.spool).close()
    entries = [entry(number) for number in range(count)]
    ledger = ledger_of(range(added, count + removed))
    reuse = Reuse(previous=PreviousRelease(files, ledger))
    plan = Plan.for_documents(entries, reuse, set(), files.spool)
    sizes = (len(plan.kept), len(plan.to_build), len(plan.removed))
    assert sizes == ((count - added, added, removed) if is_patch else (0, count, 0))

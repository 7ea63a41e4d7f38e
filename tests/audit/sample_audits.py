"""Audits of sample releases, and damaged copies of a release."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

from kv2rdf.audit import Audit, audit_release
from tests.conftest import ROOT

DUMP, REPORT = "kamervragen.nq.gz", "report.json"
GOLDEN = [
    path for path in sorted((ROOT / "tests" / "golden").glob("*/*.*")) if path.suffix != ".ttl"
]
"""All golden documents, of every kind."""

GOLDEN_SOURCES = (ROOT / "tests" / "golden", ROOT / "seeds" / "kamervragen")
"""The sources of the release of all golden cases and the seed."""

Edit = Callable[[str], str]


def audit(release: Path, *sources: Path, limit: int | None = None) -> Audit:
    return audit_release(release / DUMP, release / REPORT, sources, limit, lambda _done, _all: None)


def damaged_copy(release: Path, to: Path, edit: Edit) -> Path:
    """Copy the files that an audit reads, edit each line of the dump, and return the copy."""
    to.mkdir(exist_ok=True)
    shutil.copy(release / REPORT, to)
    with gzip.open(release / DUMP, "rt", encoding="utf-8", newline="\n") as file:
        before = list(file)
    after = list(map(edit, before))
    assert after != before
    (to / DUMP).write_bytes(gzip.compress("".join(after).encode(), compresslevel=1))
    return to

"""An audit of a small release, and a release that is damaged to be audited."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

from kv2rdf.audit import Audit, audited
from tests.conftest import ROOT

DUMP, REPORT = "kamervragen.nq.gz", "report.json"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/*.xml"))

Edit = Callable[[str], str]


def audit(release: Path, *sources: Path, limit: int | None = None) -> Audit:
    return audited(release, sources, limit, lambda _done, _all: None)


def damaged(release: Path, to: Path, edit: Edit) -> Path:
    """Copy what an audit reads of a release, with each line of the dump edited."""
    to.mkdir(exist_ok=True)
    shutil.copy(release / REPORT, to)
    with gzip.open(release / DUMP, "rt", encoding="utf-8", newline="\n") as file:
        before = list(file)
    after = list(map(edit, before))
    assert after != before
    (to / DUMP).write_bytes(gzip.compress("".join(after).encode()))
    return to

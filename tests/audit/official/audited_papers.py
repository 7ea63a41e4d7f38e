"""Audits of official papers, each of which is built alone."""

from collections.abc import Sequence
from pathlib import Path

from kv2rdf.audit import Audit
from kv2rdf.audit.results import FAULTS, ResultKind
from tests.audit.sample_audits import audit
from tests.conftest import build_quietly


def audited(folder: Path, *papers: str | bytes) -> Audit:
    """Build a release of some papers in an empty folder, and return its audit."""
    (folder / "in").mkdir(parents=True)
    for number, paper in enumerate(papers):
        content = paper if isinstance(paper, bytes) else paper.encode()
        (folder / "in" / f"paper-{number}.xml").write_bytes(content)
    build_quietly(folder / "out", folder / "in")
    return audit(folder / "out", folder / "in")


def faults(found: Audit, *others: ResultKind) -> Sequence[str]:
    """Return a line for each fault in an audit."""
    return [
        f"{kind.value}: {result.location}: {result.text}"
        for kind in (*FAULTS, *others)
        for result in found.results[kind]
    ]

"""A campaign: change the golden documents at random, build a release of them, and audit it.

    python -m tests.campaigns.changed_documents 60 20261128

The arguments are the number of rounds and the seed. In each round, every golden KVR document that
is the only document of its case is changed. It must be held back with a reason, or published
without loss. The program prints one line for each fault, followed by the counts. The exit status is
1 if there was a fault.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from kv2rdf.audit import Audit
from kv2rdf.audit.matching.spans import MIN_BLOCK
from kv2rdf.audit.results import ResultKind
from tests.audit.sample_audits import GOLDEN, audit
from tests.campaigns.command import run_campaign
from tests.conftest import build_quietly
from tests.kvr_variants import changed_document

_SINGLE = [
    path
    for path in GOLDEN
    if len(list(path.parent.glob("*.xml"))) == 1 and b"<kvr" in path.read_bytes()
]
"""KVR documents that are alone in their case. If there are two versions, only one is published."""

_SHORTEST_REASON = 11
"""The minimum number of characters in the reason why a document is held back."""


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Change documents, and see that no text is lost.", faults)


def faults(count: int, draw: Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Run ``count`` rounds. Yield a message for each fault."""
    for nth in range(count):
        source, out = folder / str(nth) / "in", folder / str(nth) / "out"
        source.mkdir(parents=True)
        seed = draw.getrandbits(32)
        for path in _SINGLE:
            changed = changed_document(path.read_bytes(), Random(f"{seed} {path.name}"))
            (source / path.name).write_bytes(changed)
        build_quietly(out, source)
        found = audit(out, source)
        counts["audited"] += len(found.fates.audited)
        counts["held back"] += found.fates.held_back
        reasons = {
            held.name: json.loads(held.read_text(encoding="utf-8"))["reason"]
            for held in (out / "quarantine").glob("*.json")
        }
        for fault in audit_faults(found, len(_SINGLE), reasons):
            yield f"round {nth}: {fault}"


def audit_faults(found: Audit, number: int, reasons: dict[str, str]) -> Iterator[str]:
    """Yield the faults in the audit of a release that was made from ``number`` documents.

    ``reasons`` are those of the documents that are held back, by the name of the document.
    """
    outcomes, results = found.fates, found.results
    audited = len(outcomes.audited)
    if outcomes.unaccounted:
        yield f"unaccounted for: {outcomes.unaccounted}"
    if audited + outcomes.held_back != number:
        yield f"{audited} audited and {outcomes.held_back} held back, of {number}"
    if audited <= number // 2:
        yield f"only {audited} of {number} are published"
    if results[ResultKind.UNKNOWN_FIELD]:
        yield f"unknown fields: {results[ResultKind.UNKNOWN_FIELD]}"
    for loss in results[ResultKind.LOSS]:
        if len(loss.text) >= MIN_BLOCK:
            yield f"lost: {loss}"
    for name, reason in reasons.items():
        if len(reason) < _SHORTEST_REASON:
            yield f"{name} is held back without a reason: {reason!r}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

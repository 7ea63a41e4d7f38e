"""A batch of documents of a campaign, which is built, audited and counted."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kv2rdf.audit.results import FAULTS
from kv2rdf.errors import Kv2rdfError
from tests.audit.sample_audits import audit
from tests.conftest import build_quietly


def batch_faults(source: Path, out: Path, counts: Counter[str]) -> Iterator[str]:
    """Build and audit the documents in a folder, and yield a message for each fault.

    The documents that are audited, held back and not read are counted in ``counts``.
    """
    try:
        build_quietly(out, source)
    except Kv2rdfError as error:
        yield f"not built: {error}"
        return
    found = audit(out, source)
    counts["audited"] += len(found.fates.audited)
    counts["held back"] += found.fates.held_back
    counts["not read"] += found.fates.not_read
    yield from map(str, found.fates.unaccounted)
    if found.fates.other_kind:
        yield f"{found.fates.other_kind} documents are not read by the audit ({source})"
    for kind in FAULTS:
        yield from (f"{kind.value}: {result}" for result in found.results[kind])

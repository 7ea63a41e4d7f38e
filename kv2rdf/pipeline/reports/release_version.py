"""The version of a release: the same for the same input and the same version of the software."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from kv2rdf.pipeline.passes.spool import SpoolEntry
from kv2rdf.reference.register_files import Seeds

_DIGITS = 12


def release_version(
    newest: date | None, software: str, entries: Iterable[SpoolEntry], seeds: Seeds
) -> str:
    """Return the version of a release, such as "2022-02-25-0c1d2e3f4a5b".

    It is the day of the newest paper, if there is one, and the first digits of a sha256 over the
    version of the software, the content of ``seeds/``, and the name and sha256 of each document.
    """
    lines = [software, repr(seeds), *sorted(f"{entry.id} {entry.sha256}" for entry in entries)]
    digest = sha256("\n".join(lines).encode()).hexdigest()[:_DIGITS]
    return f"{newest}-{digest}" if newest else digest

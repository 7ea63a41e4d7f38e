"""The version of a release, made from a date and a hash of all that its data depends on."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

import msgspec

from kv2rdf.pipeline.passes.spool import SpoolEntry
from kv2rdf.reference.register_files import Seeds

_DIGITS = 12


def release_version(
    *,
    newest: date | None,
    day: date,
    software: str,
    base: str,
    entries: Iterable[SpoolEntry],
    seeds: Seeds,
    revision_of: date | None,
) -> str:
    """Return the version of a release, such as "2022-02-25-0c1d2e3f4a5b".

    It consists of the date of the newest paper, if there is one, and the first 12 digits of a
    sha256. The sha256 is that of a JSON object, written by msgspec without white space, with these
    keys in sorted order:

    - ``base`` and ``day`` are the base of the addresses and the date of the release;
    - ``documents`` maps the id of each document to its sha256;
    - ``revision_of`` is the date of the release that this one replaces, or null;
    - ``seeds`` is the content of ``seeds/``: the rows of the register, and the lookups;
    - ``software`` is the version of kv2rdf.
    """
    content = {
        "base": base,
        "day": day,
        "documents": {entry.id: entry.sha256 for entry in entries},
        "revision_of": revision_of,
        "seeds": seeds,
        "software": software,
    }
    text = msgspec.json.encode(content, enc_hook=str, order="sorted")
    digest = sha256(text).hexdigest()[:_DIGITS]
    return f"{newest}-{digest}" if newest else digest

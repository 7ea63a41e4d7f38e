"""The parts that a document would have if another print of it were published.

If a release has only that other print, its parts have addresses. These must still lead somewhere
when a better print is found.
"""

from collections.abc import Iterable, Sequence

from kv2rdf.linking.documents.printed_version import PrintedVersion
from kv2rdf.model.document import ReplacedPart
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.part_keys import is_ordinal


def replaced_parts(
    kept: PrintedVersion, others: Sequence[PrintedVersion]
) -> tuple[ReplacedPart, ...]:
    """Return the parts of other versions of a document that its published version does not have.

    Such a part is replaced by the published parts with one of its numbers, or else by the document
    itself. A part without a usable number is left out, because its address is not stable.
    """
    if not others:
        return ()
    found: dict[tuple[PartKind, str], ReplacedPart] = {}
    published = set(kept.keys)
    for other in others:
        for key, part in zip(other.keys, other.parts, strict=True):
            if key not in published and not is_ordinal(key):
                by = _keys_with(part.numbers, part.question_set, kept)
                found.setdefault((other.kind, key), ReplacedPart(kind=other.kind, key=key, by=by))
        if other.explanation and not kept.explanation:
            kind = PartKind.EXPLANATION
            found.setdefault((kind, ""), ReplacedPart(kind=kind, key=""))
    return tuple(found.values())


def _keys_with(numbers: Iterable[str], question_set: int, kept: PrintedVersion) -> tuple[str, ...]:
    """Return the keys of the published parts of a set that have one of these numbers."""
    wanted = set(numbers)
    return tuple(
        key
        for key, part in zip(kept.keys, kept.parts, strict=True)
        if part.question_set == question_set
        and not wanted.isdisjoint(part.numbers)
        and not is_ordinal(key)
    )

"""The parts that a document would have if another version of it were published.

A release in which the other version is published contains addresses for these parts. The addresses
must remain valid after a better source is found.
"""

from collections.abc import Iterable, Sequence

from kv2rdf.linking.documents.printed_version import PrintedVersion
from kv2rdf.model.document import Part, ReplacedPart
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.part_keys import is_ordinal, numbers_in_key, question_set_in


def replaced_parts(
    parts: Sequence[Part], kept: PrintedVersion, others: Sequence[PrintedVersion]
) -> tuple[ReplacedPart, ...]:
    """Return the parts of other versions of a document that are not among its ``parts``.

    ``kept`` is the version that is published. Each part is replaced by the published parts with one
    of its numbers. If there are none, it is replaced by the document. A question or answer without
    a usable number is left out, because its address is not stable. An explanation is included if
    ``kept`` contains none.
    """
    if not others:
        return ()
    found: dict[tuple[PartKind, str], ReplacedPart] = {}
    published = [part.key for part in parts if part.kind is kept.kind]
    for other in others:
        for key in other.keys:
            if key not in published and not is_ordinal(key):
                by = _keys_with(key, published)
                found.setdefault((other.kind, key), ReplacedPart(kind=other.kind, key=key, by=by))
        if other.explanation and not kept.explanation:
            kind = PartKind.EXPLANATION
            found.setdefault((kind, ""), ReplacedPart(kind=kind, key=""))
    return tuple(found.values())


def _keys_with(key: str, published: Iterable[str]) -> tuple[str, ...]:
    """Return the published keys in the same question set as ``key`` that share a number with it."""
    numbers = set(numbers_in_key(key))
    return tuple(
        other
        for other in published
        if question_set_in(other) == question_set_in(key)
        and not numbers.isdisjoint(numbers_in_key(other))
    )

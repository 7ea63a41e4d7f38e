"""The stable addresses of the previous release that do not exist in the new one.

Each of these addresses needs a row in ``seeds/moved.csv``, unless the entity that it identified is
no longer in the input.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from kv2rdf.addresses.stability import is_stable
from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.increments.seed_changes import SeedChanges
from kv2rdf.pipeline.passes.line_files import case_line_files, line_counts
from kv2rdf.rdf.nquads import iri
from kv2rdf.rdf.vocabulary import DCT
from kv2rdf.release.dumps.dump import member_contents
from kv2rdf.release.files import ReleaseFiles

_SUBJECT = re.compile(rb"^(<[^>]*> ).*\n(?:\1.*\n)*", re.MULTILINE)
_REPLACED_BY = f"{iri(DCT.isReplacedBy)} ".encode()
_LINES_PER_BLOCK = 10_000


def vanished_from_cases(new: ReleaseFiles, base: str, moved: Iterable[str]) -> tuple[str, ...]:
    """Return the stable addresses that were in the changed cases but no longer exist.

    These cases have line files in ``new``, with their lines before and after the change. ``moved``
    contains the addresses for which the register has an alias.
    """
    return vanished_addresses(_blocks(new.previous_parts), _blocks(new.parts), base, moved)


def vanished_from_register(
    changes: SeedChanges, base: str, moved: Iterable[str]
) -> tuple[str, ...]:
    """Return the stable addresses that a change in ``seeds/`` has removed from the register.

    ``base`` is the base of all addresses. Addresses in ``moved``, and those below them, are left
    out.
    """
    old, new = (
        {subject for subject, _, _ in triples}
        for triples in (changes.old_triples, changes.new_triples)
    )
    return _stable_and_not_replaced(sorted(old - new), set(moved), base)


def vanished_from_dump(previous: ReleaseFiles, new: ReleaseFiles, base: str) -> tuple[str, ...]:
    """Return the stable addresses below ``base`` that are no longer in the dump of a new release.

    The result is empty if the previous dump is damaged or is not a regular file.
    """
    if not previous.nquads.is_file():  # Reading a pipe would never end.
        return ()
    try:
        return vanished_addresses(
            member_contents(previous.nquads), member_contents(new.nquads), base
        )
    except (OSError, zlib.error, ReleaseError, UnicodeDecodeError):
        return ()


def vanished_addresses(
    old: Iterable[bytes], new: Iterable[bytes], base: str, moved: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the stable addresses below ``base`` that are described in ``old`` but not in ``new``.

    Both consist of sorted N-Quads in blocks of whole lines. An address is left out if it is
    replaced in ``new`` or is in ``moved``, or if it is below such an address.
    """
    replaced = set(moved)
    gone = tuple(_only_in_first(_subjects(old), _recorded(new, replaced)))
    addresses = dict.fromkeys(key[1:-2].decode() for key in gone)
    return _stable_and_not_replaced(addresses, replaced, base)


def _stable_and_not_replaced(
    addresses: Iterable[str], replaced: set[str], base: str
) -> tuple[str, ...]:
    below = f"{base}/"
    found = (
        address
        for address in addresses
        if address.startswith(below)
        and is_stable(address.removeprefix(base))
        and not _is_replaced(address, replaced, base)
    )
    return tuple(sorted(found))


def _only_in_first(first: Iterator[bytes], second: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the items that are only in the first of two sorted iterators, and exhaust both."""
    other = next(second, None)
    for key in first:
        while other is not None and other < key:
            other = next(second, None)
        if other != key:
            yield key
    for _ in second:
        pass


def _subjects(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the subjects of sorted lines in N-Quads syntax, each with the space after it."""
    for block in blocks:
        for found in _SUBJECT.finditer(block):
            yield found[1]


def _recorded(blocks: Iterable[bytes], replaced: set[str]) -> Iterator[bytes]:
    """Yield subjects as ``_subjects`` does, and add those that are replaced to ``replaced``."""
    for block in blocks:
        has_replaced = _REPLACED_BY in block
        for found in _SUBJECT.finditer(block):
            subject = found[1]
            if has_replaced:
                line = subject + _REPLACED_BY
                if found[0].startswith(line) or b"\n" + line in found[0]:
                    replaced.add(subject[1:-2].decode())
            yield subject


def _blocks(parts: Path) -> Iterator[bytes]:
    """Yield the sorted lines of the cases in a folder of line files, in blocks."""
    lines = (line for line, _ in line_counts(case_line_files(parts)))
    while block := "".join(islice(lines, _LINES_PER_BLOCK)):
        yield block.encode()


def _is_replaced(address: str, replaced: set[str], base: str) -> bool:
    """Whether an address, an address above it, or the case of a graph address is replaced."""
    if address.startswith(f"{base}/graph/"):
        case = address.rpartition("/")[2]
        return any(f"{base}/eli/nl/{chamber}/zaak/{case}" in replaced for chamber in ("tk", "ek"))
    ends = (n for n in range(len(base) + 1, len(address)) if address[n] in "/#")
    return any(address[:end] in replaced for end in (len(address), *ends))

"""The dumps of the previous release, from which a build copies unchanged members."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from kv2rdf.errors import DamagedReleaseError
from kv2rdf.release.dumps.dump import unique_lines
from kv2rdf.release.dumps.gzip_member import GzipMember
from kv2rdf.release.dumps.key_ranges import key_range
from kv2rdf.release.dumps.packing import MemberSpan, PackedRange, turtle_header_member

_MISMATCH = "the dumps of the previous release do not match its state"


class StoredMembers:
    """The members of both dumps of a release, by key range."""

    def __init__(self, nq: Path, ttl: Path, spans: Sequence[MemberSpan], base: str) -> None:
        """Compute the offset of each member.

        ``nq`` and ``ttl`` are the paths of the dumps. ``spans`` contains the spans of all key
        ranges, in the order of the dumps. ``base`` is the base of the addresses in the dumps.
        """
        self._nq, self._ttl, self._base = nq, ttl, base
        starts = zip(
            accumulate((span.nq_size for span in spans), initial=0),
            accumulate((span.ttl_size for span in spans), initial=_header_size(base)),
            spans,
            strict=False,
        )
        self._spans = {
            span.key: (nq_start, ttl_start, span) for nq_start, ttl_start, span in starts
        }
        self._lines: dict[str, set[str]] = {}

    def lines(self, key: str) -> set[str]:
        """Return the N-Quads of a key range, or an empty set if there is no such range.

        Raises DamagedReleaseError if the member with these lines has changed since it was stored.
        """
        if key not in self._lines:
            content = b""
            if key in self._spans:
                content = _content(self.packed_range(key).nq)
            # Only a line feed ends a line. Literals may contain U+2028 and similar characters.
            self._lines[key] = set(io.StringIO(content.decode(), newline="\n"))
        return self._lines[key]

    def packed_range(self, key: str) -> PackedRange:
        """Return the members of a key range, as they are stored in the dumps."""
        nq_start, ttl_start, span = self._spans[key]
        nq = GzipMember(_read(self._nq, nq_start, span.nq_size), span.nq_sha256)
        ttl = GzipMember(_read(self._ttl, ttl_start, span.ttl_size), span.ttl_sha256)
        return PackedRange(key, span.first_line, nq, ttl)

    def patched_ranges(
        self, removed: Iterable[str], added: Iterable[str]
    ) -> Iterator[PackedRange | bytes]:
        """Yield all key ranges of the patched dumps, in order.

        ``removed`` and ``added`` are lines of N-Quads. A range that did not change is yielded
        packed, as it is stored. A range that changed is yielded as a block of its new lines, which
        the caller has to pack. Raises DamagedReleaseError if a member to change is damaged, if a
        line to remove is missing, or if a line to add already exists, and ReleaseError if one
        triple would be in two graphs.
        """
        removed_by_key, added_by_key = self._by_key(removed), self._by_key(added)
        order = {span.first_line: key for key, (_, _, span) in self._spans.items()}
        order |= {min(lines): key for key, lines in added_by_key.items() if key not in self._spans}
        for first_line in sorted(order):
            key = order[first_line]
            to_remove, to_add = removed_by_key.pop(key, set()), added_by_key.pop(key, set())
            if not to_remove and not to_add:
                yield self.packed_range(key)
                continue
            present = self.lines(key)
            if not to_remove <= present or to_add & present:
                raise DamagedReleaseError(_MISMATCH)
            lines = sorted((present - to_remove) | to_add)
            if block := b"".join(unique_lines(line.encode() for line in lines)):
                yield block
        if removed_by_key:
            raise DamagedReleaseError(_MISMATCH)

    def _by_key(self, lines: Iterable[str]) -> dict[str, set[str]]:
        by_key: dict[str, set[str]] = {}
        for line in lines:
            by_key.setdefault(key_range(line, self._base), set()).add(line)
        return by_key


def _content(member: GzipMember) -> bytes:
    try:
        content = gzip.decompress(member.compressed)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise DamagedReleaseError(_MISMATCH) from error
    if hashlib.sha256(content).digest() != member.content_sha256:
        raise DamagedReleaseError(_MISMATCH)
    return content


def _header_size(base: str) -> int:
    return len(turtle_header_member(base).compressed)


def _read(path: Path, start: int, size: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(size)

"""The packing of the lines of a key range (see ``key_ranges``).

The lines become one gzip member in the N-Quads dump and one in the Turtle dump.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kv2rdf.rdf import nquads, turtle
from kv2rdf.release.dumps.gzip_member import GzipMember
from kv2rdf.release.dumps.key_ranges import key_range


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSpan:
    """The entry of a key range in the ledger, with the sizes and hashes of its two members.

    The sizes are those of the compressed members, in bytes. The hashes are those of their content.
    """

    key: str
    first_line: str
    nq_size: int
    nq_sha256: bytes
    ttl_size: int
    ttl_sha256: bytes


@dataclass(frozen=True, slots=True)
class PackedRange:
    """The two members of a key range, with its key and its first line."""

    key: str
    first_line: str
    nq: GzipMember
    ttl: GzipMember

    @property
    def span(self) -> MemberSpan:
        """The entry of this range in the ledger."""
        return MemberSpan(
            key=self.key,
            first_line=self.first_line,
            nq_size=len(self.nq.compressed),
            nq_sha256=self.nq.content_sha256,
            ttl_size=len(self.ttl.compressed),
            ttl_sha256=self.ttl.content_sha256,
        )


@dataclass(frozen=True, slots=True)
class RangePacker:
    """A callable that packs the lines of key ranges. ``base`` is the base of all addresses."""

    base: str

    def __call__(self, blocks: Iterable[bytes]) -> tuple[PackedRange, ...]:
        """Return the packed range of each block, in order (see ``pack``)."""
        return tuple(map(self.pack, blocks))

    def pack(self, block: bytes) -> PackedRange:
        """Return the packed range. ``block`` contains all N-Quads of one key range, sorted."""
        first, *_ = lines = block.decode().split("\n")[:-1]
        body = turtle.body(map(nquads.as_triple, lines), self.base)
        return PackedRange(
            key=key_range(first, self.base),
            first_line=first,
            nq=GzipMember.pack(block),
            ttl=GzipMember.pack(f"\n{body}".encode()),
        )


def turtle_header_member(base: str) -> GzipMember:
    """Return the first member of the Turtle dump, which declares the base and the prefixes."""
    return GzipMember.pack(turtle.header(base).encode())

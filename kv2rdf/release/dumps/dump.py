"""The two dumps: sorted N-Quads, and the same triples as Turtle.

Each dump is a gzip file with one member for each key range (see ``key_ranges``); the Turtle dump
begins with one more member, for its header. The content hash of a dump is computed from the hashes
of the contents of its members. It does not depend on the version of zlib that compressed the dump.
"""

import gzip
import hashlib
import heapq
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.dumps.packing import MemberSpan, PackedRange, turtle_header_member

_READ_SIZE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDumps:
    """The content hashes of the dumps by file name, and the ledger entries of all key ranges."""

    content_hashes: dict[str, str]
    spans: tuple[MemberSpan, ...]


def merge_parts(parts: Sequence[Path]) -> Iterator[bytes]:
    """Merge files of sorted N-Quads, and yield their lines in sorted order, each line once.

    The lines are in UTF-8, in which bytes have the same order as characters. Raises ReleaseError if
    a triple is in two graphs.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(part.open("rb")) for part in parts]
        yield from unique_lines(heapq.merge(*files))


def unique_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield each of some sorted lines of N-Quads once.

    Raises ReleaseError if a triple is in two graphs, because queries over all graphs would count it
    twice.
    """
    previous = previous_triple = b""
    for line in lines:
        if line == previous:
            continue
        triple = line[: line.rindex(b" <")]
        if triple == previous_triple:
            raise ReleaseError(f"one triple is in two graphs: {triple.decode()[:200]}")
        previous, previous_triple = line, triple
        yield line


def write_dumps(ranges: Iterable[PackedRange], nq: Path, ttl: Path, base: str) -> WrittenDumps:
    """Write both dumps from all key ranges in order. ``base`` is the base of all addresses."""
    digests = {nq.name: hashlib.sha256(), ttl.name: hashlib.sha256()}
    spans = []
    with nq.open("wb") as nq_file, ttl.open("wb") as ttl_file:
        header = turtle_header_member(base)
        ttl_file.write(header.compressed)
        digests[ttl.name].update(header.content_sha256)
        for packed in ranges:
            spans.append(packed.span)
            for file, path, member in ((nq_file, nq, packed.nq), (ttl_file, ttl, packed.ttl)):
                file.write(member.compressed)
                digests[path.name].update(member.content_sha256)
    hashes = {name: digest.hexdigest() for name, digest in digests.items()}
    return WrittenDumps(content_hashes=hashes, spans=tuple(spans))


def content_sha256(path: Path) -> str:
    """Return the content hash of a ``.gz`` file or, for any other file, the sha256 of its bytes.

    Raises ReleaseError if a dump is truncated in the middle of a member.
    """
    if path.suffix != ".gz":
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    digest = hashlib.sha256()
    for content in member_contents(path):
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def member_contents(path: Path) -> Iterator[bytes]:
    """Yield the content of each gzip member of a dump. A member consists of whole lines.

    Raises ReleaseError if the last member is truncated.
    """
    with path.open("rb") as file:
        unread = b""
        while unread or (unread := file.read(_READ_SIZE)):
            unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
            content = [unpacker.decompress(unread)]
            while not unpacker.eof:
                if not (more := file.read(_READ_SIZE)):
                    raise ReleaseError(f"{path.name}: the last gzip member is cut off")
                content.append(unpacker.decompress(more))
            unread = unpacker.unused_data
            yield b"".join(content)


def dump_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a compressed dump."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        yield from file

"""The dumps: sorted N-Quads, and the same triples as Turtle, in gzip members of fixed key ranges.

A member holds the lines whose subjects begin alike (a session of answers, a thousand question
numbers, …), so that an increment copies the members in which nothing changed. The content's hash
is the sha256 over the sha256s of the members' content: it is the same on every machine, also where
another zlib makes other bytes.
"""

import gzip
import hashlib
import heapq
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Self

from kv2rdf.errors import ReleaseError
from kv2rdf.publish import nquads, turtle

_LEVEL = 6
_CASES = [f"/eli/nl/{chamber}/{word}/" for chamber in ("tk", "ek") for word in ("kv", "zaak")]
_RANGES = {
    **{f"{case}ah-": 13 for case in _CASES},
    **{f"{case}K": 4 for case in _CASES},
    **dict.fromkeys(_CASES, 7),
    "/eli/nl/tk/ah/": 10,
    "/eli/nl/ek/ah/": 10,
    "/id/naamvorm/": 1,
    "/bron/": 7,
}
"""Behind each of these words of an address, so many characters more tell a member from the next:
a session and a digit of the Aanhangsel, a thousand question numbers, a hundred of the
archive's own."""


@dataclass(frozen=True, slots=True)
class Member:
    """A gzip member with no name and no time in it, and the sha256 of its content."""

    packed: bytes
    sha256: bytes

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Pack some content."""
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        size = len(content) & 0xFFFFFFFF
        packed = (
            b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff",
            packer.compress(content),
            packer.flush(),
            zlib.crc32(content).to_bytes(4, "little"),
            size.to_bytes(4, "little"),
        )
        return cls(b"".join(packed), hashlib.sha256(content).digest())


@dataclass(frozen=True, slots=True)
class Packing:
    """Packs the lines of one key range for both dumps, under a base."""

    base: str

    def __call__(self, block: bytes) -> tuple[Member, Member]:
        """Give the member of the N-Quads and the one of the Turtle; ``block`` is sorted N-Quads."""
        lines = block.decode().split("\n")[:-1]
        body = turtle.body(turtle.type_first(map(nquads.as_triple, lines)), self.base)
        return Member.of(block), Member.of(f"\n{turtle.spaced(body)}".encode())


def merged(parts: Sequence[Path]) -> Iterator[str]:
    """Merge sorted parts into sorted lines, each once.

    Raises ReleaseError where one triple stands in two graphs: in the union it would count twice.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(part.open(encoding="utf-8", newline="\n")) for part in parts]
        before = triple_before = ""
        for line in heapq.merge(*files):
            if line == before:
                continue
            triple = line[: line.rindex(" <")]
            if triple == triple_before:
                raise ReleaseError(f"a triple stands in two graphs: {triple[:200]}")
            yield line
            before, triple_before = line, triple


def blocks(lines: Iterable[str], base: str) -> Iterator[bytes]:
    """Cut sorted lines where the key range ends: what a member of the N-Quads holds."""
    for _, range_ in groupby(lines, key=lambda line: key_range(line, base)):
        yield "".join(range_).encode()


def write(
    packed: Iterable[tuple[Member, Member]], nq: Path, ttl: Path, base: str
) -> dict[str, str]:
    """Write both dumps, member by member; give the hash of each file's content by file name."""
    content = {nq.name: hashlib.sha256(), ttl.name: hashlib.sha256()}
    with nq.open("wb") as nq_file, ttl.open("wb") as ttl_file:
        header = Member.of(turtle.header(base).encode())
        ttl_file.write(header.packed)
        content[ttl.name].update(header.sha256)
        for quads, triples in packed:
            for file, path, member in ((nq_file, nq, quads), (ttl_file, ttl, triples)):
                file.write(member.packed)
                content[path.name].update(member.sha256)
    return {name: digest.hexdigest() for name, digest in content.items()}


def key_range(line: str, base: str) -> str:
    """Give the key of the member that a line belongs to; it rises as lines do."""
    end = line.index("> ")
    subject = line[1:end]
    if not subject.startswith(base):
        return subject[:20]
    path = subject[len(base) :]
    for word, more in _RANGES.items():
        if path.startswith(word):
            return path[: len(word) + more]
    return path[: path.find("/", 4) + 1] if path.startswith(("/id/", "/graph/")) else path[:5]


def content_sha256(path: Path) -> str:
    """Give the hash of a file's content: of a gzip file's members, else of its bytes."""
    if path.suffix != ".gz":
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    whole = hashlib.sha256()
    for member in _members(path):
        whole.update(hashlib.sha256(member).digest())
    return whole.hexdigest()


def _members(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        left = b""
        while left or (left := file.read(1 << 20)):
            unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
            content = [unpacker.decompress(left)]
            while not unpacker.eof:
                if not (more := file.read(1 << 20)):
                    raise ReleaseError(f"{path.name}: the last gzip member is cut off")
                content.append(unpacker.decompress(more))
            left = unpacker.unused_data
            yield b"".join(content)


def lines_of(path: Path) -> Iterator[str]:
    """Give the lines of a compressed dump."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        yield from file

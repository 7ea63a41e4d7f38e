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
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from kv2rdf.errors import ReleaseError
from kv2rdf.publish import nquads, turtle

_LEVEL = 6
_RANGES = {
    "/eli/nl/tk/ah/": 9,
    "/eli/nl/ek/ah/": 9,
    "/eli/nl/tk/kv/": 7,
    "/eli/nl/ek/kv/": 7,
    "/eli/nl/tk/zaak/": 7,
    "/eli/nl/ek/zaak/": 7,
    "/id/naamvorm/": 1,
    "/bron/": 5,
}
"""Behind each of these words of an address, so many characters more tell a member from the next."""


class Member:
    """A gzip file written member by member, with no name and no time in it."""

    def __init__(self, file: BinaryIO) -> None:
        """Write to an open file."""
        self._file = file
        self._content = hashlib.sha256()

    def write(self, content: bytes) -> None:
        """Write one member."""
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._file.write(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")
        self._file.write(packer.compress(content) + packer.flush())
        size = len(content) & 0xFFFFFFFF
        self._file.write(zlib.crc32(content).to_bytes(4, "little") + size.to_bytes(4, "little"))
        self._content.update(hashlib.sha256(content).digest())

    @property
    def content_sha256(self) -> str:
        """The hash of what was written."""
        return self._content.hexdigest()


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


def write(lines: Iterable[str], nq: Path, ttl: Path, base: str) -> dict[str, str]:
    """Write both dumps from sorted lines; give the hash of each file's content by file name."""
    with nq.open("wb") as nq_file, ttl.open("wb") as ttl_file:
        quads, triples = Member(nq_file), Member(ttl_file)
        triples.write(turtle.header(base).encode())
        for _, range_ in groupby(lines, key=lambda line: key_range(line, base)):
            block = list(range_)
            quads.write("".join(block).encode())
            body = turtle.body(turtle.type_first(map(nquads.as_triple, block)), base)
            triples.write(f"\n{turtle.spaced(body)}".encode())
    return {nq.name: quads.content_sha256, ttl.name: triples.content_sha256}


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

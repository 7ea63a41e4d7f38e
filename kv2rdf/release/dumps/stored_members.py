"""The members of the dumps: sorted lines of one key range, packed for N-Quads and for Turtle.

A member holds the lines whose subjects begin alike (a session of answers, a thousand question
numbers, …), so that an increment copies the members in which nothing changed.
"""

import gzip
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from typing import Self

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf import nquads, turtle

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What lies in both dumps for one key range: the first line, sizes in bytes, hashes."""

    key: str
    first: str
    nq_size: int
    nq_sha256: bytes
    ttl_size: int
    ttl_sha256: bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """The lines of one key range in both dumps: the first of them, and the two members."""

    key: str
    first: str
    nq: Member
    ttl: Member

    @property
    def place(self) -> Place:
        """What is to be remembered of it."""
        return Place(
            key=self.key,
            first=self.first,
            nq_size=len(self.nq.packed),
            nq_sha256=self.nq.sha256,
            ttl_size=len(self.ttl.packed),
            ttl_sha256=self.ttl.sha256,
        )


@dataclass(frozen=True, slots=True)
class Packing:
    """Packs the lines of one key range for both dumps, under a base."""

    base: str

    def __call__(self, block: bytes) -> Packed:
        """Pack sorted N-Quads."""
        first, *_ = lines = block.decode().split("\n")[:-1]
        body = turtle.body(map(nquads.as_triple, lines), self.base)
        return Packed(
            key=key_range(first, self.base),
            first=first,
            nq=Member.of(block),
            ttl=Member.of(f"\n{body}".encode()),
        )


class Shelf:
    """The members of a release's dumps, each where it lies."""

    def __init__(self, nq: Path, ttl: Path, places: Sequence[Place], base: str) -> None:
        """Take the dumps, what lies in them, and the base under which they were packed."""
        self._nq, self._ttl, self._base = nq, ttl, base
        starts = zip(
            accumulate((place.nq_size for place in places), initial=0),
            accumulate((place.ttl_size for place in places), initial=len(opening(base).packed)),
            places,
            strict=False,
        )
        self._places = {place.key: (nq_at, ttl_at, place) for nq_at, ttl_at, place in starts}
        self._lines: dict[str, set[str]] = {}

    def lines(self, key: str) -> set[str]:
        """Give the lines of a key range, none where the dumps have none.

        Raises ReleaseError where the dump does not hold what it should.
        """
        if key not in self._lines:
            content = b""
            if key in self._places:
                member = self.packed(key).nq
                content = gzip.decompress(member.packed)
                if hashlib.sha256(content).digest() != member.sha256:
                    raise ReleaseError(f"{self._nq}: is not what it was when it was written")
            self._lines[key] = set(content.decode().splitlines(keepends=True))
        return self._lines[key]

    def packed(self, key: str) -> Packed:
        """Give the members of a key range as they lie."""
        nq_at, ttl_at, place = self._places[key]
        nq = Member(_read(self._nq, nq_at, place.nq_size), place.nq_sha256)
        ttl = Member(_read(self._ttl, ttl_at, place.ttl_size), place.ttl_sha256)
        return Packed(key, place.first, nq, ttl)

    def patched(self, removed: Iterable[str], added: Iterable[str]) -> Iterator[Packed | bytes]:
        """Give all members in order: as they lie where nothing changed, else the new lines to pack.

        Raises ReleaseError where a line to remove is not there, or one to add is.
        """
        out, into = self._by_key(removed), self._by_key(added)
        order = {place.first: key for key, (_, _, place) in self._places.items()}
        order |= {min(lines): key for key, lines in into.items() if key not in self._places}
        for first in sorted(order):
            key = order[first]
            gone, come = out.pop(key, set()), into.pop(key, set())
            if not gone and not come:
                yield self.packed(key)
                continue
            there = self.lines(key)
            if not gone <= there or come & there:
                raise ReleaseError("the release before does not hold what it should: build anew")
            if left := "".join(in_one_graph(sorted((there - gone) | come))):
                yield left.encode()
        if out:
            raise ReleaseError("the release before does not hold what it should: build anew")

    def _by_key(self, lines: Iterable[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for line in lines:
            found.setdefault(key_range(line, self._base), set()).add(line)
        return found


def in_one_graph(lines: Iterable[str]) -> Iterator[str]:
    """Give sorted lines as they come; raises ReleaseError where one triple stands in two graphs."""
    before = triple_before = ""
    for line in lines:
        if line != before:
            triple = line[: line.rindex(" <")]
            if triple == triple_before:
                raise ReleaseError(f"a triple stands in two graphs: {triple[:200]}")
            before, triple_before = line, triple
        yield line


def opening(base: str) -> Member:
    """Give the member that the Turtle opens with: the prefixes."""
    return Member.of(turtle.header(base).encode())


def _read(path: Path, start: int, size: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(size)


def blocks(lines: Iterable[str], base: str) -> Iterator[bytes]:
    """Cut sorted lines where the key range ends: what a member of the N-Quads holds."""
    things = groupby(lines, key=_subject)
    for _, range_ in groupby(things, key=lambda thing: key_range(thing[0], base)):
        yield "".join([line for _, said in range_ for line in said]).encode()


def _subject(line: str) -> str:
    return line[: line.index("> ") + 2]


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
    if not path.startswith(("/id/", "/graph/")):
        return path[:5]
    kind, slash, _ = path[4:].partition("/")
    return path[:4] + kind + slash

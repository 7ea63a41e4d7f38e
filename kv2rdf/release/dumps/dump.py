"""The dumps: sorted N-Quads, and the same triples as Turtle, in gzip members of fixed key ranges.

The content's hash is the sha256 over the sha256s of the members' content: it is the same on every
machine, also where another zlib makes other bytes.
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
from kv2rdf.release.dumps.stored_members import Packed, Place, in_one_graph, opening

NQUADS = "kamervragen.nq.gz"
TURTLE = "kamervragen.ttl.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: the hash of each dump's content by file name, and where members lie."""

    content: dict[str, str]
    places: tuple[Place, ...]


def merged(parts: Sequence[Path]) -> Iterator[str]:
    """Merge sorted parts into sorted lines, each once.

    Raises ReleaseError where one triple stands in two graphs: in the union it would count twice.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(part.open(encoding="utf-8", newline="\n")) for part in parts]
        before = ""
        for line in in_one_graph(heapq.merge(*files)):
            if line != before:
                yield line
            before = line


def write(packed: Iterable[Packed], nq: Path, ttl: Path, base: str) -> Written:
    """Write both dumps, member by member."""
    content = {nq.name: hashlib.sha256(), ttl.name: hashlib.sha256()}
    places = []
    with nq.open("wb") as nq_file, ttl.open("wb") as ttl_file:
        header = opening(base)
        ttl_file.write(header.packed)
        content[ttl.name].update(header.sha256)
        for both in packed:
            places.append(both.place)
            for file, path, member in ((nq_file, nq, both.nq), (ttl_file, ttl, both.ttl)):
                file.write(member.packed)
                content[path.name].update(member.sha256)
    hashes = {name: digest.hexdigest() for name, digest in content.items()}
    return Written(content=hashes, places=tuple(places))


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

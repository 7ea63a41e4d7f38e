"""The parts that no build can do without, each alone, by as many processes as the build has."""

import gzip
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from benchmarks.conversion import Document, Said, both, said
from benchmarks.measuring import Bench, Row, row
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.register import register
from kv2rdf.pipeline.workers.processes import chunked, mapped
from kv2rdf.rdf import nquads, turtle
from kv2rdf.rdf.terms import Triple
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import folders, register_files
from kv2rdf.release import sparql_store, text_index
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.stored_members import Member
from kv2rdf.validation import double_check

WORKERS = 2
_AT_ONCE = 200
_BLOCK = 1 << 20
_Item = TypeVar("_Item")


def rows(bench: Bench, release: Path, build: Row) -> Iterator[Row]:
    """Measure each part on the documents, and on the dumps that the build made of them.

    The last row is their sum, and how many times as long the build took.
    """
    number, nq = len(bench.documents), release / dump.NQUADS
    parts = [
        row("part: convert, both Turtles", number, _over(Converting(), bench.documents)),
        row("part: SHACL", number, _judged(bench)),
    ]
    blocks = [*_blocks(nq), *_blocks(release / dump.TURTLE)]
    parts.append(row("part: gzip", number, _over(_packed, blocks)))
    begin = perf_counter()
    sparql_store.build(nq, bench.folder / "store")
    parts.append(row("part: load the store, optimise", number, perf_counter() - begin))
    begin = perf_counter()
    text_index.build(dump.lines_of(nq), bench.folder / text_index.NAME)
    parts.append(row("part: text index", number, perf_counter() - begin))
    yield from parts
    together = row("the parts together", number, sum(part.seconds for part in parts))
    yield together
    yield row("whole build again, 2 workers", number, build.seconds, together)


class Converting:
    """Converts documents to sorted N-Quads, the file of each case, and the Turtle of the dump."""

    def __call__(self, documents: list[Document]) -> int:
        """Convert a chunk; give how many characters it comes to."""
        size, whole = 0, []
        for graphs in said(documents):
            lines, for_readers = both(graphs)
            whole += lines
            size += len(for_readers)
        triples = map(nquads.as_triple, sorted(whole))
        return size + len(turtle.body(triples, HOME))


@dataclass
class Ready:
    """Makes the N-Triples that the shapes are held against: a case with the rows it names."""

    def __call__(self, documents: list[Document]) -> list[str]:
        """Give them for a chunk of documents."""
        return [self._closed(graphs) for graphs in said(documents)]

    def _closed(self, graphs: Said) -> str:
        triples: list[Triple] = [triple for _, rows_ in graphs for triple in rows_]
        return "".join(sorted(set(nquads.triples([*triples, *self.closure.of(triples)]))))

    @cached_property
    def closure(self) -> double_check.Closure:
        """The register, by the thing."""
        start = register_files.read(folders.folder("seeds"))
        return double_check.Closure(register(start.register, Addresses(HOME)))


class Judging:
    """Judges ready N-Triples by the engine, and one case in a hundred by the reference too."""

    def __call__(self, cases: list[tuple[int, str]]) -> int:
        """Judge a chunk; give how many complaints there are."""
        return sum(len(self.judges.judge(str(number), text)) for number, text in cases)

    def __getstate__(self) -> dict[str, object]:
        """Leave the engines behind: each process has its own."""
        return {}

    @cached_property
    def judges(self) -> double_check.Judges:
        """The engine of a build and its reference."""
        return double_check.Judges.named("turbo", folders.folder("shapes"))


def _judged(bench: Bench) -> float:
    chunks = chunked(bench.documents, _AT_ONCE)
    texts = [text for some in mapped(Ready(), chunks, WORKERS) for text in some]
    return _over(Judging(), enumerate(texts))


def _over(work: Callable[[list[_Item]], object], items: Iterable[_Item]) -> float:
    begin = perf_counter()
    _exhaust(mapped(work, chunked(items, _AT_ONCE), WORKERS))
    return perf_counter() - begin


def _blocks(path: Path) -> Iterator[bytes]:
    with gzip.open(path) as file:
        while block := file.read(_BLOCK):
            yield block


def _packed(blocks: list[bytes]) -> int:
    return sum(len(Member.of(block).packed) for block in blocks)


def _exhaust(things: Iterator[object]) -> None:
    for _ in things:
        pass

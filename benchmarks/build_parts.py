"""The necessary parts of a build, each measured alone with as many processes as the build."""

import gzip
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from benchmarks.conversion import Document, Statements, cluster_statements, quads_and_turtle
from benchmarks.measurement import Benchmark, Row, row
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.pipeline.workers.processes import map_in_order, split_into_chunks
from kv2rdf.rdf import nquads, turtle
from kv2rdf.rdf.terms import Triple
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import (
    register_files,
    shipped_folders,
)
from kv2rdf.release import sparql_store, text_index
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.gzip_member import GzipMember
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.validation.cluster_register_rows import RegisterClosure, triples_of
from kv2rdf.validation.double_check import DoubleCheck

WORKERS = 2
_CHUNK_SIZE = 200
_BLOCK_SIZE = 1 << 20
_Item = TypeVar("_Item")


def rows(bench: Benchmark, release: Path, build: Row) -> Iterator[Row]:
    """Measure each part on the documents, or on the dumps of the build, and yield the rows.

    The last two rows are the sum of the parts, and the build compared with that sum.
    """
    number, nq = len(bench.documents), ReleaseFiles(release).nquads
    parts = [
        row("part: convert, both Turtles", number, _seconds(Converter(), bench.documents)),
        row("part: SHACL", number, _check_seconds(bench)),
    ]
    blocks = [*_blocks(nq), *_blocks(ReleaseFiles(release).turtle)]
    parts.append(row("part: gzip", number, _seconds(_compress, blocks)))
    begin = perf_counter()
    sparql_store.build_store(nq, bench.folder / "store")
    parts.append(row("part: load the store, optimise", number, perf_counter() - begin))
    begin = perf_counter()
    text_index.build_index(dump.dump_lines(nq), bench.folder / "textindex.sqlite")
    parts.append(row("part: text index", number, perf_counter() - begin))
    yield from parts
    total = row("sum of the parts", number, sum(part.seconds for part in parts))
    yield total
    yield row("whole build again, 2 workers", number, build.seconds, total)


class Converter:
    """The conversion of documents to sorted N-Quads, the files of cases, and the Turtle dump."""

    def __call__(self, documents: list[Document]) -> int:
        """Convert a chunk, and return the number of characters of its Turtle."""
        size, quads = 0, []
        for statements in cluster_statements(documents):
            lines, text = quads_and_turtle(statements)
            quads += lines
            size += len(text)
        triples = map(nquads.as_triple, sorted(quads))
        return size + len(turtle.body(triples, HOME))


class ShapeInputWriter:
    """The writing of the N-Triples to validate: each case with the register entries it needs."""

    def __call__(self, documents: list[Document]) -> list[str]:
        """Return the N-Triples of each cluster in a chunk of documents."""
        return [self._ntriples(statements) for statements in cluster_statements(documents)]

    def _ntriples(self, statements: Statements) -> str:
        triples: list[Triple] = [triple for _, rows_ in statements for triple in rows_]
        return "".join(
            sorted(
                set(nquads.triple_lines([*triples, *triples_of(self.closure.rows_for(triples))]))
            )
        )

    @cached_property
    def closure(self) -> RegisterClosure:
        """The register entries that a case needs."""
        seeds = register_files.read_seeds(shipped_folders.folder("seeds"))
        at = Addresses(HOME)
        return RegisterClosure(register(seeds.register, at), PeopleRows(seeds.register, at))


class Checker:
    """The validation by the fast engine, and of a sample by the reference engine."""

    def __call__(self, cases: list[tuple[int, str]]) -> int:
        """Validate a chunk, and return the number of results."""
        return sum(len(self.double_check.check(str(number), text)) for number, text in cases)

    def __getstate__(self) -> dict[str, object]:
        """Return None, because each process creates its own engines."""
        return {}

    @cached_property
    def double_check(self) -> DoubleCheck:
        """The engine of a build and its reference engine."""
        return DoubleCheck.for_engine("shacl", shipped_folders.folder("shapes"))


def _check_seconds(bench: Benchmark) -> float:
    chunks = split_into_chunks(bench.documents, _CHUNK_SIZE)
    texts = chain.from_iterable(map_in_order(ShapeInputWriter(), chunks, WORKERS))
    cases = list(enumerate(texts))  # not measured
    return _seconds(Checker(), cases)


def _seconds(work: Callable[[list[_Item]], object], items: Iterable[_Item]) -> float:
    begin = perf_counter()
    _exhaust(map_in_order(work, split_into_chunks(items, _CHUNK_SIZE), WORKERS))
    return perf_counter() - begin


def _blocks(path: Path) -> Iterator[bytes]:
    with gzip.open(path) as file:
        while block := file.read(_BLOCK_SIZE):
            yield block


def _compress(blocks: list[bytes]) -> int:
    return sum(len(GzipMember.pack(block).compressed) for block in blocks)


def _exhaust(items: Iterator[object]) -> None:
    for _ in items:
        pass

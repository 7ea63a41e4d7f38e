"""The dumps and the store of a release, out of the parts that the workers wrote."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kv2rdf import resources
from kv2rdf.errors import ReleaseError, ShapeError
from kv2rdf.iri import Addresses
from kv2rdf.mapping.register import register
from kv2rdf.model.register import Register
from kv2rdf.pipeline.counting import Census
from kv2rdf.pipeline.workers import mapped
from kv2rdf.publish import concepts, dump, meta, nquads, store, textindex
from kv2rdf.terms import Iri, Triple
from kv2rdf.validate import gate
from kv2rdf.validate.engines import engine, shapes_in
from kv2rdf.validate.placement import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumped:
    """What was written: statements by sort of graph, the hash of each dump's content."""

    statements: dict[str, int]
    content: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumping:
    """Where the parts lie and what is written of them."""

    folder: Path
    parts: Path
    register: Register
    at: Addresses
    software: str
    engine: str
    workers: int

    @property
    def shapes(self) -> Path:
        """Where the shapes lie."""
        return resources.folder("shapes")

    def dumped(self, release: date, cases: Census, told: Callable[[str], None]) -> Dumped:
        """Write the dumps and load the store. ``cases`` has the counts of the case graphs."""
        census = Census()
        census.add(cases)
        register_part = self.parts / "register.nq"
        with register_part.open("w", encoding="utf-8", newline="\n") as file:
            for line in self._register_lines():
                file.write(line)
                census.count([line])
        meta_part, meta_count = self._meta_part(release, census)
        counts = {
            "cases": cases.triples,
            "register": census.triples - cases.triples,
            "meta": meta_count,
            "all": census.triples + meta_count,
        }
        told("write the dumps")
        nq, ttl = self.folder / "kamervragen.nq.gz", self.folder / "kamervragen.ttl.gz"
        parts = [*sorted(self.parts.glob("cases-*.nq")), register_part, meta_part]
        blocks = dump.blocks(dump.merged(parts), self.at.base)
        packed = mapped(dump.Packing(self.at.base), blocks, self.workers)
        content = dump.write(packed, nq, ttl, self.at.base)
        shutil.rmtree(self.parts)
        told("load the store and the text index")
        loading = Loading(nq=nq, folder=self.folder)
        loaded, _ = mapped(loading, ("store", "text index"), min(2, self.workers))
        if loaded != counts["all"]:
            raise ReleaseError("the store does not hold what the dump has")
        return Dumped(statements=counts, content=content)

    def _register_lines(self) -> Iterator[str]:
        """Give the register, as in seeds/, in ontology/ and as printed, sorted, each line once."""
        graph = self.at.graph("register")
        rows = [*register(self.register, self.at), *concepts.concepts(resources.folder("ontology"))]
        self._write_part(self.parts / "register-seeds.nq", graph, rows)
        triples = "".join(nquads.triples(rows))
        for broken in gate.violations(
            engine(self.engine, shapes_in(self.shapes)).validate(triples)
        ):
            raise ShapeError(f"the register: {broken}")
        return dump.merged(sorted(self.parts.glob("register-*.nq")))

    def _meta_part(self, release: date, census: Census) -> tuple[Path, int]:
        holdings = meta.Holdings(
            triples=census.triples, classes=census.classes, properties=census.properties
        )
        rows = list(meta.meta(release, self.software, holdings, self.at))
        part = self.parts / "meta.nq"
        return part, self._write_part(part, self.at.graph("meta"), rows)

    def _write_part(self, part: Path, graph: Iri, rows: Sequence[Triple]) -> int:
        """Write rows as sorted lines; refuse what may not stand in their graph."""
        placement = Placement.read(self.shapes)
        for problem in placement.misplaced(graph, rows):
            raise ShapeError(problem)
        lines = sorted(set(nquads.lines(rows, graph)))
        write_lines(part, lines)
        return len(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """Loads a dump into what answers questions about a release."""

    nq: Path
    folder: Path

    def __call__(self, into: str) -> int:
        """Load it into the ``store`` or the ``text index``; give how much it holds then."""
        if into == "store":
            return store.build(self.nq, self.folder / "store")
        return textindex.build(dump.lines_of(self.nq), self.folder / textindex.NAME)


def write_lines(part: Path, lines: Iterable[str]) -> None:
    """Write a part: lines as they are, on every system."""
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)

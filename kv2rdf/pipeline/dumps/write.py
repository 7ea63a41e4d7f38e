"""The dumps and the store of a release, out of the parts that the workers wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ReleaseError, ShapeError
from kv2rdf.mapping.register import register
from kv2rdf.model.register import Register
from kv2rdf.pipeline.dumps.dataset_graphs import Rewritten, in_graph
from kv2rdf.pipeline.passes import line_files
from kv2rdf.pipeline.settings import Progress
from kv2rdf.pipeline.workers.processes import mapped
from kv2rdf.rdf import nquads
from kv2rdf.rdf.triple_counts import Census
from kv2rdf.reference import concept_triples, folders
from kv2rdf.release import sparql_store, text_index
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.stored_members import Packing, Place, blocks
from kv2rdf.validation import double_check
from kv2rdf.validation.engines import engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumped:
    """What was written: counts, the hash of each dump's content, and what the ledger keeps."""

    cases: Census
    register: Census
    shared: dict[str, int]
    rewritten: dict[str, tuple[str, ...]]
    content: dict[str, str]
    places: tuple[Place, ...]

    @property
    def statements(self) -> dict[str, int]:
        """How many statements there are, by sort of graph."""
        counts = {
            "cases": self.cases.triples,
            "register": self.register.triples,
            **{graph: len(lines) for graph, lines in self.rewritten.items()},
        }
        return {**counts, "all": sum(counts.values())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumping:
    """Where the parts lie and what is written of them."""

    folder: Path
    parts: Path
    register: Register
    at: Addresses
    engine: str
    workers: int

    def dumped(self, rewritten: Rewritten, cases: Census, told: Progress) -> Dumped:
        """Write the dumps and load the store. ``cases`` has the counts of the case graphs."""
        shared: dict[str, int] = {}
        register_part, rewritten_part = self.parts / "register.nq", self.parts / "rewritten.nq"
        line_files.write_lines(register_part, self._register_lines(shared))
        with register_part.open(encoding="utf-8", newline="\n") as file:
            census = Census.of(file)
        anew = rewritten.lines(cases + census)
        line_files.write_lines(rewritten_part, sorted(chain.from_iterable(anew.values())))
        told("write the dumps", 0, 0)
        nq = self.folder / dump.NQUADS
        merged = dump.merged(
            [*sorted(self.parts.glob("cases-*.nq")), register_part, rewritten_part]
        )
        packed = mapped(Packing(self.at.base), blocks(merged, self.at.base), self.workers)
        written = dump.write(packed, nq, self.folder / dump.TURTLE, self.at.base)
        dumped = Dumped(
            cases=cases,
            register=census,
            shared=shared,
            rewritten=anew,
            content=written.content,
            places=written.places,
        )
        told("load the store and the text index", 0, 0)
        loading = Loading(nq=nq, folder=self.folder)
        loaded, _ = mapped(loading, ("store", "text index"), min(2, self.workers))
        if loaded != dumped.statements["all"]:
            raise ReleaseError("the store does not hold what the dump has")
        return dumped

    def _register_lines(self, shared: dict[str, int]) -> Iterator[str]:
        """Give the register, as in seeds/, in ontology/ and as printed, sorted, each line once.

        Tells what is said more than once, with how often.
        """
        rows = [
            *register(self.register, self.at),
            *concept_triples.concepts(folders.folder("ontology")),
        ]
        lines = in_graph(self.at.graph("register"), rows)
        line_files.write_lines(self.parts / "register-seeds.nq", lines)
        judge = engine(self.engine, folders.folder("shapes"))
        for broken in double_check.violations(judge.validate("".join(nquads.triples(rows)))):
            raise ShapeError(f"the register: {broken}")
        for line, often in line_files.counted(sorted(self.parts.glob("register-*.nq"))):
            if often > 1:
                shared[line] = often
            yield line


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """Loads a dump into what answers questions about a release."""

    nq: Path
    folder: Path

    def __call__(self, into: str) -> int:
        """Load it into the ``store`` or the ``text index``; give how much it holds then."""
        if into == "store":
            return sparql_store.build(self.nq, self.folder / "store")
        return text_index.build(dump.lines_of(self.nq), self.folder / text_index.NAME)

"""From the documents of a cluster to its statements, as lines by graph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ShapeError
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.people.matching import Identities
from kv2rdf.mapping.register import register
from kv2rdf.model.dossier import Cluster
from kv2rdf.pipeline.passes.spool import Spool
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Iri
from kv2rdf.reference import folders, register_files
from kv2rdf.validation import double_check
from kv2rdf.validation.graph_rules import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A cluster and its statements, as lines of N-Triples, each once, in the order of mapping.

    ``graphs`` has for each dossier its own graph and the derived one, by turns; ``printed`` is
    what the papers add to the register; ``named`` the rows of the register they point at.
    """

    cluster: Cluster
    graphs: Sequence[tuple[Iri, Sequence[str]]]
    register: Iri
    printed: Sequence[str]
    named: Sequence[str]

    @property
    def lines(self) -> set[str]:
        """All of it in one graph: what the shapes are held against."""
        return set(self.named).union(self.printed, *(lines for _, lines in self.graphs))


@dataclass
class Stating:
    """How clusters become statements. Sent to each worker, which reads the seeds for itself."""

    spool: Path
    base: str

    def __call__(self, documents: Sequence[str]) -> Stated:
        """State the cluster of these documents.

        Raises Kv2rdfError where they cannot be assembled, or what they say may not stand where
        it would.
        """
        cluster = assemble(self.open_spool.papers(documents), self.identities)
        said = [
            (graph, list(triples))
            for graph, triples in mapping.statements(cluster, self.seeds.register, self.at)
        ]
        for graph, triples in said:
            for problem in self.placement.misplaced(graph, triples):
                raise ShapeError(problem)
        named = self.closure.of(triple for _, triples in said for triple in triples)
        *graphs, (register_graph, printed) = [
            (graph, _each_once(nquads.triples(triples))) for graph, triples in said
        ]
        return Stated(
            cluster=cluster,
            graphs=graphs,
            register=register_graph,
            printed=printed,
            named=_each_once(nquads.triples(named)),
        )

    def __getstate__(self) -> dict[str, object]:
        """Leave behind what each process reads for itself."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def seeds(self) -> register_files.Seeds:
        """What the data starts from."""
        return register_files.read(folders.folder("seeds"))

    @cached_property
    def identities(self) -> Identities:
        """The register, by the words it is asked for."""
        return Identities.of(self.seeds.register)

    @cached_property
    def at(self) -> Addresses:
        """The addresses of data."""
        return Addresses(self.base)

    @cached_property
    def closure(self) -> double_check.Closure:
        """The rows of the register that a cluster may name."""
        return double_check.Closure(register(self.seeds.register, self.at))

    @cached_property
    def placement(self) -> Placement:
        """Which statement may stand in which graph."""
        return Placement.read(folders.folder("shapes"))

    @cached_property
    def open_spool(self) -> Spool:
        """The papers."""
        return Spool.open(self.spool)


def _each_once(lines: Iterable[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(lines))

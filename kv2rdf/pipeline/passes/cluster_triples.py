"""The triples of a cluster, made from its documents, graph by graph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.linking.recorded_index import RecordedIndex
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.recorded_table import key_number
from kv2rdf.pipeline.passes.spool import Spool
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Iri, Triple
from kv2rdf.reference.register_files import Seeds, read_seeds
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.validation.cluster_register_rows import RegisterClosure, triples_of

REGISTER_ROWS = "rows of the register"
"""The name of the table that maps each entity in the register to its triples."""

_GraphLines: TypeAlias = tuple[Iri, Sequence[str]]
"""A graph and its triples, as lines of N-Triples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterTriples:
    """A cluster and its triples.

    ``triples`` contains the triples of each graph; the last graph is the register. In the other
    fields, triples are lines of N-Triples without duplicates, in the order of ``triples``.
    ``printed_graphs`` and ``derived_graphs`` contain one graph for each dossier, in the order of
    the dossiers, and ``findings_graphs`` contains one for each dossier with findings.
    ``register_lines`` contains the lines that the papers add to the register: printed names,
    sources, and the people to whom the papers may refer. ``referenced_lines`` contains the lines of
    all other rows of the seed register to which the triples refer. ``used_keys`` is the result of
    ``TripleMaker.take_used_keys``.
    """

    cluster: Cluster
    triples: Sequence[tuple[Iri, Sequence[Triple]]]
    printed_graphs: Sequence[_GraphLines]
    derived_graphs: Sequence[_GraphLines]
    findings_graphs: Sequence[_GraphLines]
    register_graph: Iri
    register_lines: Sequence[str]
    referenced_lines: Sequence[str]
    used_keys: tuple[int, ...]

    @property
    def case_graphs(self) -> Iterable[_GraphLines]:
        """The graphs of the dossiers: all graphs except the register."""
        return chain(self.printed_graphs, self.derived_graphs, self.findings_graphs)

    @property
    def lines(self) -> set[str]:
        """All lines of all graphs, which are checked against the shapes as one graph."""
        return set(self.referenced_lines).union(
            self.register_lines, *(lines for _, lines in self.case_graphs)
        )


@dataclass
class TripleMaker:
    """A function that makes the triples of clusters from the spool and the seeds of a release.

    The addresses of data begin with ``base``. The function is sent to each worker, which reads the
    seeds and opens the spool itself.
    """

    files: ReleaseFiles
    base: str

    def __call__(self, documents: Sequence[str]) -> ClusterTriples:
        """Return the unchecked triples of the cluster that consists of these documents.

        Raises Kv2rdfError if the papers cannot be assembled.
        """
        cluster = assemble(self.spool.papers(documents), self.matcher)
        triples = [
            (graph, list(rows)) for graph, rows in mapping.statements(cluster, self.addresses)
        ]
        referenced = self.closure.rows_for(triple for _, rows in triples for triple in rows)
        *case_graphs, (register_graph, lines_from_papers) = [
            (graph, _unique(nquads.triple_lines(rows))) for graph, rows in triples
        ]
        people = {thing: rows for thing, rows in referenced.items() if thing in self.closure.people}
        others = [thing for thing in referenced if thing not in people]
        triples[-1][1].extend(triples_of(people))
        cases = [dossier.id for dossier in cluster.dossiers]
        printed = set(map(self.addresses.graph, cases))
        derived = set(map(self.addresses.derived_graph, cases))
        findings = set(map(self.addresses.findings_graph, cases))
        return ClusterTriples(
            cluster=cluster,
            triples=triples,
            printed_graphs=[pair for pair in case_graphs if pair[0] in printed],
            derived_graphs=[pair for pair in case_graphs if pair[0] in derived],
            findings_graphs=[pair for pair in case_graphs if pair[0] in findings],
            register_graph=register_graph,
            register_lines=_unique(chain(lines_from_papers, self.closure.lines_about(people))),
            referenced_lines=_unique(self.closure.lines_about(others)),
            used_keys=self.take_used_keys(referenced),
        )

    def close(self) -> None:
        """Close the spool if this process has opened it."""
        self.__dict__.pop("matcher", None)
        self.__dict__.pop("index", None)
        spool = self.__dict__.pop("spool", None)
        if spool is not None:
            spool.close()

    def take_used_keys(self, referenced: Iterable[str] = ()) -> tuple[int, ...]:
        """Return the ``key_number`` of each register row on which the last cluster depends.

        These are the keys that were looked up for the cluster, and those of the ``referenced``
        entities.
        """
        used = self.index.take_used_keys()
        used.update(key_number(REGISTER_ROWS, thing) for thing in referenced)
        return tuple(sorted(used))

    def __getstate__(self) -> dict[str, object]:
        """Return the fields without the seeds and the spool, which each process reads itself."""
        return {"files": self.files, "base": self.base}

    @cached_property
    def seeds(self) -> Seeds:
        """The seed register and the lookup tables of misprints."""
        return read_seeds(self.files.seeds)

    @cached_property
    def matcher(self) -> PersonMatcher:
        """The matcher that finds the register entries for printed names."""
        return PersonMatcher(self.index.index)

    @cached_property
    def index(self) -> RecordedIndex:
        """The index of the register and of the lists of identifiers, with the keys looked up."""
        plain = ReferenceIndex.of(self.seeds.register, self.spool.identifiers)
        return RecordedIndex.of(plain)

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of data, which begin with the base."""
        return Addresses(self.base)

    @cached_property
    def closure(self) -> RegisterClosure:
        """The rows of the seed register, by the entity that each row describes."""
        known = self.seeds.register
        people = PeopleRows(known, self.addresses)
        return RegisterClosure(register(known, self.addresses), people)

    @cached_property
    def spool(self) -> Spool:
        """The spool with the papers, opened for reading."""
        return Spool.open(self.files.spool)


def _unique(lines: Iterable[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(lines))

"""The second pass: clusters are assembled, mapped, checked and written, one by one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from kv2rdf import mapping, resources, seeds
from kv2rdf.errors import Kv2rdfError, ShapeError
from kv2rdf.iri import Addresses
from kv2rdf.linking.assemble import assemble
from kv2rdf.linking.identities import Identities
from kv2rdf.mapping.register import register
from kv2rdf.model.dossier import Cluster, Dossier
from kv2rdf.model.paper import PartKind
from kv2rdf.pipeline.counting import Census
from kv2rdf.pipeline.dumping import write_lines
from kv2rdf.publish import nquads, turtle
from kv2rdf.publish.quarantine import Held, Violation
from kv2rdf.spool import Spool
from kv2rdf.terms import Iri, Triple
from kv2rdf.validate import gate
from kv2rdf.validate.complaints import Complaint
from kv2rdf.validate.placement import Placement

_SECTIONS = (
    "What the papers print",
    "What we infer from it",
    "Whom and what the papers name",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a chunk of clusters; the statements lie in the parts."""

    dossiers: tuple["Summary", ...]
    held: tuple[Held, ...]
    census: Census
    newest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A published dossier, for the report."""

    id: str
    documents: tuple[str, ...]
    year: int | None
    questions: int
    answers: int
    linked_answers: int
    notices: int
    state: str
    findings: tuple[tuple[str, int], ...]
    warnings: tuple[tuple[str, int], ...]


@dataclass
class Making:
    """How clusters are made. Sent to each worker, which reads seeds and shapes once for itself."""

    spool: Path
    parts: Path
    dossiers: Path
    base: str
    engine: str

    def __call__(self, chunk: tuple[int, Sequence[tuple[str, ...]]]) -> Made:
        """Make a chunk: its number, and for each cluster the ids of its documents."""
        number, clusters = chunk
        made = _Chunk(self)
        for documents in clusters:
            made.add(documents)
        made.write(number)
        return made.made()

    def __getstate__(self) -> dict[str, object]:
        """Leave behind what each process reads for itself."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def seeds(self) -> seeds.Seeds:
        """What the data starts from."""
        return seeds.read(resources.folder("seeds"))

    @cached_property
    def identities(self) -> Identities:
        """The register, by the words it is asked for."""
        return Identities.of(self.seeds.register)

    @cached_property
    def at(self) -> Addresses:
        """The addresses of data."""
        return Addresses(self.base)

    @cached_property
    def closure(self) -> gate.Closure:
        """The rows of the register that a cluster may name."""
        return gate.Closure(register(self.seeds.register, self.at))

    @cached_property
    def placement(self) -> Placement:
        """Which statement may stand in which graph."""
        return Placement.read(resources.folder("shapes"))

    @cached_property
    def judges(self) -> gate.Judges:
        """The engine asked for, and the reference beside it."""
        return gate.Judges.named(self.engine, resources.folder("shapes"))

    @cached_property
    def open_spool(self) -> Spool:
        """The papers."""
        return Spool.open(self.spool)


@dataclass
class _Chunk:
    how: Making
    cases: set[str] = field(default_factory=set)
    register: set[str] = field(default_factory=set)
    summaries: list[Summary] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    census: Census = field(default_factory=Census)
    newest: date | None = None

    def add(self, documents: tuple[str, ...]) -> None:
        """Make one cluster; what keeps it from being published holds back all its documents."""
        how = self.how
        try:
            cluster = assemble(how.open_spool.papers(documents), how.identities)
            said = [
                (graph, list(triples))
                for graph, triples in mapping.statements(cluster, how.seeds.register, how.at)
            ]
            written = [(graph, set(nquads.triples(triples))) for graph, triples in said]
            named = how.closure.of(triple for _, triples in said for triple in triples)
            closure = set(nquads.triples(named))
            self._placed(said)
            lines = closure.union(*(part for _, part in written))
            complaints = how.judges.judge(cluster.dossiers[0].id, "".join(sorted(lines)))
        except Kv2rdfError as error:
            self.held += [Held(id=id_, place="case", reason=str(error)) for id_ in documents]
            return
        if broken := gate.violations(complaints):
            self.held += [_refused(id_, broken) for id_ in documents]
            return
        self._publish(cluster, written, closure, complaints)

    def _placed(self, said: Sequence[tuple[Iri, Sequence[Triple]]]) -> None:
        for graph, triples in said:
            for problem in self.how.placement.misplaced(graph, triples):
                raise ShapeError(problem)

    def _publish(
        self,
        cluster: Cluster,
        written: Sequence[tuple[Iri, set[str]]],
        closure: set[str],
        complaints: Sequence[Complaint],
    ) -> None:
        *graphs, (register_graph, printed) = written
        self.register.update(nquads.placed(printed, register_graph))
        for graph, lines in graphs:
            self.cases.update(nquads.placed(lines, graph))
            self.census.count(lines)
        # Cases that share a paper are shown whole, each in its own file.
        papers, inferred = (
            set().union(*(lines for _, lines in half)) for half in (graphs[::2], graphs[1::2])
        )
        for place, dossier in enumerate(cluster.dossiers):
            self.summaries.append(_summary(dossier, complaints if place == 0 else ()))
            days = [d.dated for d in dossier.documents if d.dated]
            self.newest = max([*days, *([self.newest] if self.newest else [])], default=None)
            sections = zip(_SECTIONS, (papers, inferred, printed | closure), strict=True)
            year = str(dossier.tabled.year) if dossier.tabled else "undated"
            path = self.how.dossiers / year / f"{dossier.id}.ttl"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(turtle.dossier(sections, self.how.base), encoding="utf-8")

    def write(self, number: int) -> None:
        """Write what is published: two sorted parts."""
        for name, lines in (("cases", self.cases), ("register", self.register)):
            path = self.how.parts / f"{name}-{number:06}.nq"
            write_lines(path, sorted(lines))

    def made(self) -> Made:
        """Give the account of the chunk."""
        return Made(
            dossiers=tuple(self.summaries),
            held=tuple(self.held),
            census=self.census,
            newest=self.newest,
        )


def _refused(document: str, broken: Sequence[Complaint]) -> Held:
    return Held(
        id=document,
        place=broken[0].focus,
        reason=f"breaks a shape: {broken[0].message}",
        violations=tuple(
            Violation(
                focus=c.focus,
                path=c.path,
                value=c.value,
                component=c.component,
                shape=c.shape,
                message=c.message,
            )
            for c in broken
        ),
    )


def _summary(dossier: Dossier, complaints: Sequence[Complaint]) -> Summary:
    own = [document for document in dossier.documents if document.home == dossier.id]
    answers = [part for d in own for part in d.parts if part.kind is PartKind.ANSWER]
    findings = Counter(finding.rule for document in own for finding in document.findings)
    return Summary(
        id=dossier.id,
        documents=tuple(dict.fromkeys(s.id for d in dossier.documents for s in d.sources)),
        year=dossier.tabled.year if dossier.tabled else None,
        questions=sum(part.kind is PartKind.QUESTION for part in dossier.questions.parts),
        answers=len(answers),
        linked_answers=sum(bool(part.answers_to) for part in answers),
        notices=len(dossier.notices),
        state=dossier.state,
        findings=tuple(sorted(findings.items())),
        warnings=tuple(sorted(gate.warnings(complaints).items())),
    )

"""The second pass: clusters are assembled, mapped, checked and written, one by one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

from kv2rdf.errors import Kv2rdfError
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.participants import Role
from kv2rdf.pipeline.passes.case_counts import tallied
from kv2rdf.pipeline.passes.cluster_triples import Stated, Stating
from kv2rdf.pipeline.passes.line_files import write_lines
from kv2rdf.pipeline.passes.results import Made, MadeCluster, Summary
from kv2rdf.rdf import nquads, turtle
from kv2rdf.rdf.triple_counts import Census
from kv2rdf.reference import folders
from kv2rdf.release.quarantine import Held, Violation
from kv2rdf.validation import double_check
from kv2rdf.validation.results import Complaint

_SECTIONS = (
    "What the papers print",
    "What we infer from it",
    "Whom and what the papers name",
)


@dataclass
class Making:
    """How clusters are made. Sent to each worker, which reads the shapes once for itself."""

    stating: Stating
    parts: Path
    dossiers: Path
    engine: str

    def __call__(self, chunk: tuple[int, Sequence[tuple[str, ...]]]) -> Made:
        """Make a chunk: its number, and for each cluster the ids of its documents."""
        number, clusters = chunk
        lines = Lines()
        made = tuple(self._made(documents, lines) for documents in clusters)
        lines.write(self.parts, number)
        return Made(clusters=made, census=lines.census)

    def __getstate__(self) -> dict[str, object]:
        """Leave behind what each process reads for itself."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def judges(self) -> double_check.Judges:
        """The engine asked for, and the reference beside it."""
        return double_check.Judges.named(self.engine, folders.folder("shapes"))

    def _made(self, documents: tuple[str, ...], lines: "Lines") -> MadeCluster:
        """Make one cluster; what keeps it from being published holds back all its documents."""
        try:
            stated = self.stating(documents)
            id_ = stated.cluster.dossiers[0].id
            complaints = self.judges.judge(id_, "".join(sorted(stated.lines)))
        except Kv2rdfError as error:
            held = tuple(Held(id=id_, place="case", reason=str(error)) for id_ in documents)
            return MadeCluster(documents=documents, held=held)
        if broken := double_check.violations(complaints):
            held = tuple(_refused(id_, broken) for id_ in documents)
            return MadeCluster(documents=documents, held=held)
        lines.add(stated)
        summaries = tuple(
            summary(dossier, complaints if place == 0 else (), self.stating)
            for place, dossier in enumerate(stated.cluster.dossiers)
        )
        self._write_files(stated, summaries)
        dossiers = stated.cluster.dossiers
        days = [document.dated for d in dossiers for document in d.documents if document.dated]
        return MadeCluster(documents=documents, dossiers=summaries, newest=max(days, default=None))

    def _write_files(self, stated: Stated, summaries: Sequence[Summary]) -> None:
        """Write each dossier for readers; those that share a paper are shown whole."""
        papers, inferred = (
            dict.fromkeys(chain.from_iterable(lines for _, lines in half))
            for half in (stated.graphs[::2], stated.graphs[1::2])
        )
        named = dict.fromkeys((*stated.printed, *stated.named))
        said = zip(_SECTIONS, (papers, inferred, named), strict=True)
        text = turtle.dossier(said, self.stating.base)
        for summary in summaries:
            path = self.dossiers / summary.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@dataclass
class Unmaking:
    """Says again what a release said of clusters that have changed since, out of its spool."""

    stating: Stating
    parts: Path

    def __call__(self, chunk: tuple[int, Sequence[tuple[str, ...]]]) -> None:
        """Write the parts of a chunk of clusters; all of them were published."""
        number, clusters = chunk
        lines = Lines()
        for documents in clusters:
            lines.add(self.stating(documents))
        lines.write(self.parts, number)


@dataclass
class Lines:
    """The statements of a chunk, and how many there are of what in the graphs of cases."""

    cases: set[str] = field(default_factory=set)
    register: list[str] = field(default_factory=list)
    census: Census = field(default_factory=Census)

    def add(self, stated: Stated) -> None:
        """Add a cluster. What several say of the register is kept as often as it is said."""
        self.register += nquads.placed(stated.printed, stated.register)
        for graph, lines in stated.graphs:
            self.cases.update(nquads.placed(lines, graph))
            self.census.count(lines)

    def write(self, parts: Path, number: int) -> None:
        """Write two sorted parts."""
        write_lines(parts / f"cases-{number:06}.nq", sorted(self.cases))
        write_lines(parts / f"register-{number:06}.nq", sorted(self.register))


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


def summary(dossier: Dossier, complaints: Sequence[Complaint], stating: Stating) -> Summary:
    """Give of a dossier what is counted, and by what; ``complaints`` are warnings."""
    at, asked = stating.at, dossier.questions
    ministries = {m.key: m.name for m in stating.seeds.register.ministries}
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
        warnings=tuple(sorted(double_check.warnings(complaints).items())),
        days=dossier.clock.days,
        asked_by=_named(
            (p.party.abbreviation if p.party else None, p.mention.party)
            for p in asked.participants
            if p.role is Role.ASKER
        ),
        answered_by=_named(
            (ministries[p.office.ministry] if p.office else None, p.mention.office)
            for answer in dossier.answers
            for p in answer.participants
            if p.role is Role.ANSWERER
        ),
        topics=tuple(
            dict.fromkeys(
                map(str, [*map(at.topic, asked.topics), *map(at.subject, asked.subjects)])
            )
        ),
        media=tuple(dict.fromkeys(m.label for note in asked.footnotes for m in note.media)),
        tallied=tallied(dossier),
    )


def _named(names: Iterable[tuple[str | None, str | None]]) -> tuple[tuple[str, bool], ...]:
    """Give each name once: as known, else as printed, with whether it is known."""
    return tuple(sorted({(known or printed or "", known is not None) for known, printed in names}))

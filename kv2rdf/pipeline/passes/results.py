"""What became of clusters: dossiers published, documents held back, statements counted."""

from dataclasses import dataclass
from datetime import date

from kv2rdf.model.counts import Counted
from kv2rdf.model.kinds import SourceKind
from kv2rdf.rdf.triple_counts import Census
from kv2rdf.release.quarantine import Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallied:
    """What there is and what is missing in a dossier, by the kind of source.

    ``papers`` are its own in the Aanhangsel, ``references`` those that it names (None: illegibly):
    whether they are in the dataset only all dossiers together can tell.
    """

    year: int | None
    counts: tuple[tuple[SourceKind, Counted, int], ...]
    papers: tuple[str, ...]
    references: tuple[tuple[SourceKind, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A published dossier, for the report and the statistics.

    ``asked_by`` and ``answered_by`` have each party and ministry by its name, and whether it is
    identified or only printed; ``days`` are those to the first answer; ``topics`` are addresses;
    ``media`` are those that footnotes to the questions cite.
    """

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
    days: int | None
    asked_by: tuple[tuple[str, bool], ...]
    answered_by: tuple[tuple[str, bool], ...]
    topics: tuple[str, ...]
    media: tuple[str, ...]
    tallied: Tallied

    @property
    def file(self) -> str:
        """Where its own file lies, below ``dossiers/``: "2022/2022Z00634.ttl"."""
        return f"{self.year or 'undated'}/{self.id}.ttl"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCluster:
    """What became of one cluster: its dossiers, or the reasons why all its documents are held."""

    documents: tuple[str, ...]
    dossiers: tuple[Summary, ...] = ()
    held: tuple[Held, ...] = ()
    newest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a chunk of clusters; the statements lie in the parts."""

    clusters: tuple[MadeCluster, ...]
    census: Census

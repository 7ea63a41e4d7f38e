"""Results of building clusters: summaries of published cases, and documents held back."""

from dataclasses import dataclass
from datetime import date

from kv2rdf.model.completeness import PaperGroup, Presence
from kv2rdf.model.counts import CountKind, year_in_tables
from kv2rdf.model.document_people import DocumentPeople
from kv2rdf.model.kinds import SourceKind
from kv2rdf.rdf.triple_counts import TripleCounts
from kv2rdf.release.quarantine import HeldDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPaper:
    """A paper in the dataset, as it is counted in the completeness tables.

    ``keys`` contains the key (see ``IdentifiedPaper``) of each identifier that the paper may have
    in a list of identifiers.
    """

    keys: tuple[str, ...]
    group: PaperGroup
    presences: tuple[Presence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCounts:
    """Counts of the contents and the gaps of a dossier.

    Each item of ``rows`` is a kind of source, a kind of count, and a number. ``papers`` contains
    the identifiers of the dossier's own papers in the Aanhangsel. Each item of ``references`` is a
    pair: the kind of the source that refers to a paper, and the identifier of that paper. The
    identifier is None if the reference is illegible. Whether the dataset contains that paper is not
    known until all dossiers have been built. ``held_papers`` contains all of the dossier's own
    papers, including those without a number in the Aanhangsel, as they are counted in the
    completeness tables.
    """

    year: int | None
    rows: tuple[tuple[SourceKind, CountKind, int], ...]
    papers: tuple[str, ...]
    references: tuple[tuple[SourceKind, str | None], ...]
    held_papers: tuple[HeldPaper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """A summary of a published dossier, for the report and the statistics.

    Broken words in the ``title`` are rejoined. ``documents`` contains the ids of the input
    documents of the dossier. ``days`` is the number of days to the first answer, and ``is_in_time``
    is whether that answer met its deadline. Each is None if it is not known. ``findings`` contains
    counts by rule, and ``warnings`` contains counts by shape. ``asked_by`` contains the names of
    parties, and ``answered_by`` the names of ministries. Each name is paired with the address of
    the party or ministry. If it was not identified, the address is None, and the name is the
    printed party or office instead. ``topics`` contains addresses. ``media`` contains the names and
    the addresses of the media that footnotes to the questions cite. ``people`` contains the
    participants in the dossier's own documents.
    """

    id: str
    title: str
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
    is_in_time: bool | None
    asked_by: tuple[tuple[str, str | None], ...]
    answered_by: tuple[tuple[str, str | None], ...]
    topics: tuple[str, ...]
    media: tuple[tuple[str, str], ...]
    counts: CaseCounts
    people: tuple[DocumentPeople, ...] = ()

    @property
    def file(self) -> str:
        """The path of the dossier's file below ``dossiers/``, such as "2022/2022Z00634.ttl"."""
        return f"{year_in_tables(self.year) or 'undated'}/{self.id}.ttl"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterResult:
    """The dossiers of a cluster, or the reason why all of its documents are held back.

    ``oldest`` and ``newest`` are the dates of the oldest and the newest paper in the cluster.
    ``used_keys`` contains the ``key_number`` of each row of the register on which the cluster
    depends, and of each key that was looked up although it has no row.
    """

    documents: tuple[str, ...]
    dossiers: tuple[CaseSummary, ...] = ()
    held_back: tuple[HeldDocument, ...] = ()
    oldest: date | None = None
    newest: date | None = None
    used_keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkResult:
    """The results of a chunk of clusters, and counts of the triples in the graphs of its cases.

    The triples themselves are in the line files of the chunk.
    """

    clusters: tuple[ClusterResult, ...]
    case_triple_counts: TripleCounts

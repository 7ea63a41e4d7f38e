"""The second pass: the assembly, mapping, validation and writing of each cluster."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from kv2rdf.errors import Kv2rdfError
from kv2rdf.pipeline.passes.case_summary import case_summary
from kv2rdf.pipeline.passes.cluster_triples import ClusterTriples, TripleMaker
from kv2rdf.pipeline.passes.gate import Gate
from kv2rdf.pipeline.passes.line_files import TripleLines
from kv2rdf.pipeline.passes.results import CaseSummary, ChunkResult, ClusterResult
from kv2rdf.pipeline.workers.processes import split_into_chunks
from kv2rdf.pipeline.workers.watchdog import begin_item
from kv2rdf.rdf import turtle
from kv2rdf.release.quarantine import HeldDocument, Violation
from kv2rdf.validation.double_check import is_sampled
from kv2rdf.validation.results import ShapeResult, violations, warning_counts

CLUSTERS_PER_CHUNK = 50
"""The number of clusters that a worker builds at a time."""

SAMPLED_CLUSTERS_PER_CHUNK = 32
"""The size of a chunk of sampled clusters (see ``is_sampled``).

It is smaller than that of other chunks, because a sampled cluster takes longer to build. It is not
smaller still, because every worker that builds sampled clusters has to load pyshacl and parse the
queries of the shapes, which takes as long as several of these clusters.
"""


@dataclass
class ClusterBuilder:
    """A function that builds chunks of clusters.

    It writes line files to ``parts`` and readable files to ``dossiers``. It is sent to each worker,
    which reads the shapes itself.
    """

    triple_maker: TripleMaker
    parts: Path
    dossiers: Path
    engine: str

    def __call__(self, chunk: tuple[int, Sequence[tuple[str, ...]]]) -> ChunkResult:
        """Build a chunk of clusters, write its files, and return the results.

        ``chunk`` is a pair of the number of the chunk and the document ids of each cluster.
        """
        number, clusters = chunk
        lines = TripleLines()
        results = tuple(self._build(documents, lines) for documents in clusters)
        lines.write(self.parts, number)
        return ChunkResult(clusters=results, case_triple_counts=lines.case_triple_counts)

    def __getstate__(self) -> dict[str, object]:
        """Return the fields without the cached values, which each process computes itself."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def gate(self) -> Gate:
        """The checks before publication, with the engine of this build."""
        return Gate.for_engine(self.engine)

    def _build(self, documents: tuple[str, ...], lines: TripleLines) -> ClusterResult:
        """Build one cluster and add its lines to ``lines``.

        If there is an error or a violation, all documents of the cluster are held back.
        """
        begin_item(documents[0])
        try:
            made = self.triple_maker(documents)
            results = self.gate.check(made, documents[0])
        except Kv2rdfError as error:
            held = tuple(
                HeldDocument(id=id_, location="case", reason=str(error)) for id_ in documents
            )
            used = self.triple_maker.take_used_keys()
            return ClusterResult(documents=documents, held_back=held, used_keys=used)
        if broken := violations(results):
            held = tuple(_held_back(id_, broken) for id_ in documents)
            return ClusterResult(documents=documents, held_back=held, used_keys=made.used_keys)
        lines.add(made)
        summaries = tuple(self._summaries(made, results))
        self._write_dossiers(made, summaries)
        dates = [d.dated for dossier in made.cluster.dossiers for d in dossier.documents]
        days = [day for day in dates if day]
        return ClusterResult(
            documents=documents,
            dossiers=summaries,
            oldest=min(days, default=None),
            newest=max(days, default=None),
            used_keys=made.used_keys,
        )

    def _summaries(
        self, made: ClusterTriples, results: Sequence[ShapeResult]
    ) -> Iterable[CaseSummary]:
        """Yield a summary of each dossier. The first contains the warnings of the cluster."""
        warnings = warning_counts(results)
        for dossier in made.cluster.dossiers:
            yield case_summary(dossier, warnings, self.triple_maker.addresses)
            warnings = {}

    def _write_dossiers(self, made: ClusterTriples, summaries: Sequence[CaseSummary]) -> None:
        """Write a readable file for each dossier. Each file contains the whole cluster."""
        sections = {
            "As printed": [line for _, lines in made.printed_graphs for line in lines],
            "Inferred": [line for _, lines in made.derived_graphs for line in lines],
            "Findings": [line for _, lines in made.findings_graphs for line in lines],
            turtle.REGISTER_HEADING: (*made.register_lines, *made.referenced_lines),
        }
        unique = ((heading, dict.fromkeys(lines)) for heading, lines in sections.items())
        text = turtle.dossier(unique, self.triple_maker.base)
        for summary in summaries:
            path = self.dossiers / summary.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@dataclass
class PreviousTriples:
    """A function that writes line files of clusters, from the spool of the previous release.

    A comparison with the line files of the new build shows what has changed.
    """

    triple_maker: TripleMaker
    parts: Path

    def __call__(self, chunk: tuple[int, Sequence[tuple[str, ...]]]) -> None:
        """Write the line files of a chunk of clusters of the previous release.

        ``chunk`` is a pair of the number of the chunk and the document ids of each cluster.
        """
        number, clusters = chunk
        lines = TripleLines()
        for documents in clusters:
            lines.add(self.triple_maker(documents))
        lines.write(self.parts, number)


def cluster_chunks(
    clusters: Sequence[tuple[str, ...]],
) -> Iterator[tuple[int, list[tuple[str, ...]]]]:
    """Yield numbered chunks of clusters, beginning with the sample that pyshacl rechecks.

    The sampled clusters are in chunks of their own, so that only one worker must load pyshacl in a
    small build. Each cluster is given as the ids of its documents.
    """
    sampled = [cluster for cluster in clusters if is_sampled(cluster[0])]
    others = [cluster for cluster in clusters if not is_sampled(cluster[0])]
    return enumerate(
        chain(
            split_into_chunks(sampled, SAMPLED_CLUSTERS_PER_CHUNK),
            split_into_chunks(others, CLUSTERS_PER_CHUNK),
        )
    )


def _held_back(document: str, broken: Sequence[ShapeResult]) -> HeldDocument:
    return HeldDocument(
        id=document,
        location=broken[0].focus,
        reason=f"breaks a shape: {broken[0].message}",
        violations=tuple(
            Violation(
                focus=result.focus,
                path=result.path,
                value=result.value,
                component=result.component,
                shape=result.shape,
                message=result.message,
            )
            for result in broken
        ),
    )

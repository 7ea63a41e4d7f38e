"""The two passes of a build: reading documents, and building clusters."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from kv2rdf.pipeline.increments.kept_files import start_spool
from kv2rdf.pipeline.increments.reuse import Reuse
from kv2rdf.pipeline.passes.build_clusters import (
    CLUSTERS_PER_CHUNK,
    ClusterBuilder,
    cluster_chunks,
)
from kv2rdf.pipeline.passes.cluster_triples import TripleMaker
from kv2rdf.pipeline.passes.read_documents import DocumentReader
from kv2rdf.pipeline.passes.results import ClusterResult
from kv2rdf.pipeline.passes.spool import SpoolEntry
from kv2rdf.pipeline.settings import Progress, Settings
from kv2rdf.pipeline.source_check import no_documents_error
from kv2rdf.pipeline.workers.processes import map_in_order, split_into_chunks
from kv2rdf.rdf.triple_counts import TripleCounts
from kv2rdf.reference.register_files import Seeds
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.sources import formats
from kv2rdf.sources.input.documents import InputDocument
from kv2rdf.sources.input.source_hash import sources_sha256

_LOGGER = logging.getLogger(__name__)
_DOCUMENTS_PER_CHUNK = 200
_CHUNKS_OF_CLUSTERS_PER_WORKER = 4
"""The maximum number of chunks of clusters in progress per worker.

It is high because a chunk of clusters that pyshacl rechecks takes as long as several other chunks.
"""


@dataclass(frozen=True, kw_only=True)
class TwoPasses:
    """The passes of a build, which write into ``files``.

    Documents in ``reuse`` that have not changed are not read again.
    """

    settings: Settings
    files: ReleaseFiles
    progress: Progress
    reuse: Reuse
    seeds: Seeds

    @cached_property
    def sources_sha256(self) -> str | None:
        """The hash of the sources, or None.

        It is None if a source is not a readable file on this machine, or if ``limit`` is set.
        """
        return sources_sha256(self.settings.sources) if self.settings.limit is None else None

    def checked_sha256(self) -> str | None:
        """Return ``sources_sha256``, or None if the sources have changed since the start."""
        again = sources_sha256(self.settings.sources)
        return again if again == self.sources_sha256 else None

    def read_documents(self) -> tuple[frozenset[str], list[SpoolEntry]]:
        """Read every new or changed document into the spool.

        Return the ids of the documents that were read, and the entries of all documents. Raises
        InputError if there are no documents in the input.
        """
        listed, loaded = self.reuse.list_documents(self.settings.sources, self.sources_sha256)
        limit = self.settings.limit
        hashes = listed if limit is None else dict(islice(listed.items(), limit))
        if not hashes:
            raise no_documents_error(self.settings.sources)
        spool, to_read = start_spool(self.files.spool, hashes, self.reuse)
        _LOGGER.info("reading %s of %s documents", len(to_read), len(hashes))
        chunks = split_into_chunks(
            self._documents(to_read, {document.id: document for document in loaded}),
            _DOCUMENTS_PER_CHUNK,
            lambda document: len(document.content),
        )
        done = 0
        reader = DocumentReader(self.seeds.lookups)
        workers = self._workers(len(to_read), _DOCUMENTS_PER_CHUNK)
        with closing(spool):
            for chunk in map_in_order(
                reader, chunks, workers, self.settings.scheduler, self.settings.watchdog
            ):
                spool.add(chunk)
                done += len(chunk)
                self.progress("read", done, len(to_read))
            entries = list(spool.entries())
        return frozenset(to_read), entries

    def build_clusters(
        self, clusters: list[tuple[str, ...]], case_triple_counts: TripleCounts
    ) -> Iterator[ClusterResult]:
        """Build clusters and yield their results, in the order of ``cluster_chunks``.

        A cluster is a tuple of the ids of its documents. The number of triples in the graphs of the
        cases is added to ``case_triple_counts``.
        """
        builder = ClusterBuilder(
            triple_maker=TripleMaker(self.files, self.settings.base),
            parts=self.files.parts,
            dossiers=self.files.dossiers,
            engine=self.settings.engine,
        )
        workers = self.cluster_workers(len(clusters))
        results = map_in_order(
            builder,
            cluster_chunks(clusters),
            workers,
            self.settings.scheduler,
            self.settings.watchdog,
            chunks_per_worker=_CHUNKS_OF_CLUSTERS_PER_WORKER,
        )
        done = 0
        with closing(builder.triple_maker):
            for chunk in results:
                case_triple_counts.add(chunk.case_triple_counts)
                done += len(chunk.clusters)
                self.progress("build", done, len(clusters))
                yield from chunk.clusters

    def _documents(
        self, ids: Sequence[str], loaded: Mapping[str, InputDocument]
    ) -> Iterator[InputDocument]:
        """Return the documents with these ids. The sources are read unless ``loaded`` has all."""
        if loaded.keys() >= set(ids):
            return (loaded[id_] for id_ in ids)
        return formats.documents_with_ids(self.settings.sources, ids)

    def cluster_workers(self, clusters: int) -> int:
        """Return the number of workers for this many clusters."""
        return self._workers(clusters, CLUSTERS_PER_CHUNK)

    def _workers(self, items: int, items_per_chunk: int) -> int:
        return max(1, min(self.settings.workers, -(-items // items_per_chunk)))

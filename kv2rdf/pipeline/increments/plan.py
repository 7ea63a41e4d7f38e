"""The plan of a build: which clusters are kept, which are built, and which are removed."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.linking.cases import clusters as grouping
from kv2rdf.pipeline.increments.ledger import cluster_fingerprint
from kv2rdf.pipeline.increments.reuse import Reuse
from kv2rdf.pipeline.passes.results import ClusterResult
from kv2rdf.pipeline.passes.spool import Fate, SpoolEntry

_FEW_CLUSTERS = 100
_SMALL_SHARE = 0.1
"""The share of changed clusters above which a full build is faster.

This applies only if more than ``_FEW_CLUSTERS`` clusters have changed.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The clusters of a build.

    ``kept`` maps fingerprints to the results of the previous release that are still valid.
    ``to_build`` maps the fingerprints of the other clusters to the ids of their documents.
    ``removed`` contains the results of the previous release for clusters that have changed or no
    longer exist. It is empty if all clusters are built.
    """

    kept: Mapping[str, ClusterResult]
    to_build: Mapping[str, tuple[str, ...]]
    removed: Sequence[ClusterResult]

    @classmethod
    def for_documents(
        cls,
        entries: Sequence[SpoolEntry],
        reuse: Reuse,
        documents_read: Set[str],
        spool: Path,
    ) -> "Plan":
        """Return the plan of a build.

        ``documents_read`` contains the ids of the documents that this build has read. A cluster is
        kept if the previous release contains it with the same documents, if none of these was read
        again, if no row of the register on which it depends has changed, and if no identifier that
        was looked up for it was added to the lists in ``spool`` or removed from them. No cluster is
        kept, however, if so many have changed that a full build is faster.
        """
        sha256 = {entry.id: entry.sha256 for entry in entries}
        readable = [(e.id, e.keys) for e in entries if e.fate is Fate.READ]
        clusters = {cluster_fingerprint(c, sha256): c for c in grouping.clusters(readable)}
        known = reuse.previous.ledger.clusters if reuse.previous else {}
        changed_keys = reuse.seed_changes.register | reuse.changed_identifiers(spool)
        current = {
            key: result
            for key, result in known.items()
            if changed_keys.isdisjoint(result.used_keys)
            and documents_read.isdisjoint(result.documents)
        }
        kept = {key: current[key] for key in clusters if key in current}
        to_build = {key: cluster for key, cluster in clusters.items() if key not in kept}
        removed = [result for key, result in known.items() if key not in kept]
        if len(to_build) + len(removed) > max(_FEW_CLUSTERS, _SMALL_SHARE * len(clusters)):
            return cls(kept={}, to_build=clusters, removed=())
        return cls(kept=kept, to_build=to_build, removed=removed)

    def all_results(self, built: Iterator[ClusterResult]) -> dict[str, ClusterResult]:
        """Return all results, both kept and built, by fingerprint.

        ``built`` yields the results for ``to_build``, in any order.
        """
        by_documents = {result.documents: result for result in built}
        return {**self.kept, **{key: by_documents[c] for key, c in self.to_build.items()}}

"""What there is to do: which clusters stand as they are, which are made, and which are gone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kv2rdf.linking.cases import clusters as grouping
from kv2rdf.pipeline.increments.ledger import Ledger, fingerprint
from kv2rdf.pipeline.passes.results import MadeCluster
from kv2rdf.pipeline.passes.spool import Entry, Fate

_FEW = 100
_MOST = 0.1
"""With more clusters than a few, and more than a tenth of all, it is sooner built anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Clusters by fingerprint: those that stay as they were made, those to make, those no more."""

    stay: Mapping[str, MadeCluster]
    make: Mapping[str, tuple[str, ...]]
    gone: Sequence[MadeCluster]

    @classmethod
    def of(cls, entries: Sequence[Entry], ledger: Ledger | None) -> "Plan":
        """Plan a build of documents, upon a ledger where there is one."""
        sha256 = {entry.id: entry.sha256 for entry in entries}
        readable = [(e.id, e.keys) for e in entries if e.fate is Fate.READ]
        clusters = {fingerprint(c, sha256): c for c in grouping.clusters(readable)}
        known = ledger.clusters if ledger else {}
        stay = {key: known[key] for key in clusters if key in known}
        make = {key: cluster for key, cluster in clusters.items() if key not in known}
        gone = [made for key, made in known.items() if key not in clusters]
        if len(make) + len(gone) > max(_FEW, _MOST * len(clusters)):
            return cls(stay={}, make=clusters, gone=())
        return cls(stay=stay, make=make, gone=gone)

    def done(self, made: Iterator[MadeCluster]) -> dict[str, MadeCluster]:
        """Give all clusters of the release; ``made`` in the order in which they were to be."""
        return {**self.stay, **dict(zip(self.make, made, strict=True))}

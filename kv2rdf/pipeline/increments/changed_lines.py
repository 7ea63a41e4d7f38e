"""The changed lines of the register and of clusters, written to line files before the patch."""

from collections.abc import Sequence
from contextlib import closing

from kv2rdf.addresses.minting import Addresses
from kv2rdf.pipeline.dumps.dataset_graphs import check_shapes, graph_lines
from kv2rdf.pipeline.increments.ledger import PreviousRelease
from kv2rdf.pipeline.increments.plan import Plan
from kv2rdf.pipeline.increments.seed_changes import SeedChanges
from kv2rdf.pipeline.passes.build_clusters import PreviousTriples
from kv2rdf.pipeline.passes.cluster_triples import TripleMaker
from kv2rdf.pipeline.passes.line_files import write_lines
from kv2rdf.pipeline.workers.processes import split_into_chunks
from kv2rdf.rdf.terms import Triple
from kv2rdf.release.files import ReleaseFiles

_CLUSTERS_PER_CHUNK = 50
_REGISTER = "register-seeds.nq"


def write_previous_clusters(
    plan: Plan, previous: PreviousRelease, at: Addresses, files: ReleaseFiles
) -> None:
    """Write line files with the lines that the removed clusters had in the previous release."""
    published = [result.documents for result in plan.removed if result.dossiers]
    with closing(TripleMaker(previous.files, at.base)) as maker:
        for chunk in enumerate(split_into_chunks(published, _CLUSTERS_PER_CHUNK)):
            PreviousTriples(maker, files.previous_parts)(chunk)


def write_register_changes(
    changes: SeedChanges, at: Addresses, engine: str, files: ReleaseFiles
) -> None:
    """Write line files with the lines that seeds/ no longer adds to the register, or adds now.

    Raises ShapeError if the new register violates a shape, or if a triple must not be in it.
    """
    old, new = _register_lines(changes.old_triples, at), _register_lines(changes.new_triples, at)
    if old != new:
        check_shapes("the register", changes.new_triples, engine)
    write_lines(files.previous_parts / _REGISTER, sorted(old - new))
    write_lines(files.parts / _REGISTER, sorted(new - old))


def _register_lines(triples: Sequence[Triple], at: Addresses) -> set[str]:
    return set(graph_lines(at.graph("register"), triples))

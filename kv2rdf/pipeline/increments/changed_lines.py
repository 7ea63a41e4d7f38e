"""The changed lines of the register and of clusters, written to line files before the patch."""

from contextlib import closing

from kv2rdf.addresses.minting import Addresses
from kv2rdf.pipeline.dumps.seed_register import (
    SEED_REGISTER,
    check_seed_register,
    seed_register_lines,
    with_concepts,
)
from kv2rdf.pipeline.increments.ledger import PreviousRelease
from kv2rdf.pipeline.increments.plan import Plan
from kv2rdf.pipeline.increments.seed_changes import SeedChanges
from kv2rdf.pipeline.passes.build_clusters import CLUSTERS_PER_CHUNK, PreviousTriples
from kv2rdf.pipeline.passes.cluster_triples import TripleMaker
from kv2rdf.pipeline.passes.line_files import write_lines
from kv2rdf.pipeline.workers.processes import split_into_chunks
from kv2rdf.release.files import ReleaseFiles


def write_previous_clusters(
    plan: Plan, previous: PreviousRelease, at: Addresses, files: ReleaseFiles
) -> None:
    """Write line files with the lines that the removed clusters had in the previous release."""
    published = [result.documents for result in plan.removed if result.dossiers]
    with closing(TripleMaker(previous.files, at.base)) as maker:
        for chunk in enumerate(split_into_chunks(published, CLUSTERS_PER_CHUNK)):
            PreviousTriples(maker, files.previous_parts)(chunk)


def write_register_changes(
    changes: SeedChanges, at: Addresses, engine: str, files: ReleaseFiles
) -> None:
    """Write line files with the register lines that a change in seeds/ removes and adds.

    No file is written if the lines have not changed. Raises ShapeError if the new register violates
    a shape, or if a triple is not allowed in it.
    """
    if changes.old_triples == changes.new_triples:
        return
    old, new = with_concepts(changes.old_triples), with_concepts(changes.new_triples)
    old_lines, new_lines = set(seed_register_lines(old, at)), set(seed_register_lines(new, at))
    check_seed_register(new, engine)
    write_lines(files.previous_parts / SEED_REGISTER, sorted(old_lines - new_lines))
    write_lines(files.parts / SEED_REGISTER, sorted(new_lines - old_lines))

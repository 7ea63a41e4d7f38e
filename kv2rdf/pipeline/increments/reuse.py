"""The parts of the previous release that a build can reuse."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import SeedError
from kv2rdf.pipeline.increments.ledger import PreviousRelease, reusable_release
from kv2rdf.pipeline.increments.seed_changes import SeedChanges
from kv2rdf.pipeline.passes.identifier_table import changed_identifier_keys
from kv2rdf.pipeline.passes.spool import Spool
from kv2rdf.reference.register_files import Seeds, read_seeds
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.sources import formats
from kv2rdf.sources.input.documents import InputDocument
from kv2rdf.storage.remote_path import InputPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """The previous release, if it can be reused, and the changes in seeds/ since then.

    ``full_build_reason`` is the reason why the previous release cannot be reused. It is None if
    that release can be reused, or if there is no previous release.
    """

    previous: PreviousRelease | None = None
    seed_changes: SeedChanges = field(default_factory=SeedChanges)
    full_build_reason: str | None = None

    @classmethod
    def of(
        cls,
        release: ReleaseFiles | None,
        inputs: Mapping[str, str],
        seeds: Seeds,
        at: Addresses,
    ) -> "Reuse":
        """Return what a build with these inputs and seeds can reuse from a release.

        ``release`` is None if nothing has been published yet.
        """
        found = reusable_release(release, inputs)
        if not isinstance(found, PreviousRelease):
            return cls(full_build_reason=found)
        try:
            old = read_seeds(found.files.seeds)
        except (OSError, SeedError):
            return cls(full_build_reason="the register of the previous release cannot be read")
        changes = SeedChanges.between(old, seeds, at)
        return cls(previous=found, seed_changes=changes)

    def list_documents(
        self, sources: Sequence[InputPath], sources_sha256: str | None
    ) -> tuple[Mapping[str, str], tuple[InputDocument, ...]]:
        """Return the sha256 of each document in the sources by its id, sorted by id.

        The second item of the result contains the documents that are new or changed since the
        previous release, unless they are too large together or nothing can be reused. They are then
        not read from the sources again. If the previous release was built from sources with the
        hash ``sources_sha256``, the sources are not read at all. Raises InputError if a source
        cannot be read.
        """
        if self.previous is None:
            return formats.document_hashes(sources), ()
        with closing(Spool.open(self.previous.files.spool)) as spool:
            known = spool.hashes()
        if sources_sha256 is not None and sources_sha256 == self.previous.ledger.sources_sha256:
            return known, ()
        return formats.hashes_and_new_documents(
            sources, lambda name, sha256: known.get(name) == sha256
        )

    def changed_identifiers(self, spool: Path) -> frozenset[int]:
        """Return the ``key_number`` of each identifier in the lists of only one of two spools.

        The two spools are ``spool`` and the spool of the previous release. If there is no previous
        release, the result is empty.
        """
        if self.previous is None:
            return frozenset()
        return changed_identifier_keys(spool, self.previous.files.spool)

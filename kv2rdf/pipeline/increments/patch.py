"""The writing of the dumps, the store and the text index as a patch of the previous release.

Only differences are written. The lines that differ are of three kinds:

- a line in the graphs of cases belongs to one cluster, and is added and removed with it;
- a line in the register may have several sources, and is removed with the last of them;
- the graphs about the dataset are new in every build, and are compared in full.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kv2rdf.addresses.minting import Addresses
from kv2rdf.pipeline.dumps.dataset_graphs import DatasetGraphs
from kv2rdf.pipeline.dumps.register_line_counts import RegisterLineCounts
from kv2rdf.pipeline.dumps.write import DumpResult
from kv2rdf.pipeline.increments.ledger import PreviousRelease
from kv2rdf.pipeline.passes.line_files import case_line_files, line_counts, register_line_files
from kv2rdf.pipeline.settings import Progress
from kv2rdf.rdf.triple_counts import TripleCounts
from kv2rdf.release import sparql_store, text_index
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.key_ranges import key_range
from kv2rdf.release.dumps.packing import PackedRange, RangePacker
from kv2rdf.release.dumps.stored_members import StoredMembers
from kv2rdf.release.files import ReleaseFiles

_LOGGER = logging.getLogger(__name__)

_LARGE_SHARE = 0.002
"""The share of changed statements above which the whole store is rewritten."""


@dataclass
class LineChange:
    """The lines that are removed from and added to the previous release."""

    removed: set[str]
    added: set[str]

    @classmethod
    def between(cls, old: Iterable[str], new: Iterable[str]) -> "LineChange":
        """Return the lines that are only in ``old`` and those that are only in ``new``."""
        old_lines, new_lines = set(old), set(new)
        return cls(old_lines - new_lines, new_lines - old_lines)

    def updated_counts(self, old: TripleCounts) -> TripleCounts:
        """Return the counts after the change. ``old`` are the counts before it."""
        return old - TripleCounts.of_lines(self.removed) + TripleCounts.of_lines(self.added)


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpPatcher:
    """Writes the dumps and indexes of a release from those of the previous release.

    The changed clusters have line files in two folders of ``files``: ``previous_parts`` contains
    the lines of the previous release, and ``parts`` contains the lines of the new release.
    """

    previous: PreviousRelease
    files: ReleaseFiles
    addresses: Addresses

    def write(self, dataset_graphs: DatasetGraphs, progress: Progress) -> DumpResult:
        """Write the dumps, one gzip member at a time, and then the store and the text index.

        Raises ShapeError if ``dataset_graphs`` violate a shape or contain a triple that is not
        allowed in its graph, and DamagedReleaseError if the previous release does not match its
        ledger.
        """
        ledger, previous, base = self.previous.ledger, self.previous.files, self.addresses.base
        members = StoredMembers(previous.nquads, previous.turtle, ledger.member_spans, base)
        old_case_lines = _case_lines(self.files.previous_parts)
        new_case_lines = _case_lines(self.files.parts)
        cases = LineChange.between(old_case_lines, new_case_lines)
        register_line_counts = ledger.register_line_counts.copy()
        register = self._register_change(members, register_line_counts)
        case_triple_counts = cases.updated_counts(ledger.case_triple_counts)
        register_triple_counts = register.updated_counts(ledger.register_triple_counts)
        dataset_lines = dataset_graphs.lines_by_graph(case_triple_counts + register_triple_counts)
        dataset = LineChange.between(
            chain.from_iterable(ledger.dataset_lines.values()),
            chain.from_iterable(dataset_lines.values()),
        )
        removed = cases.removed | register.removed | dataset.removed
        added = cases.added | register.added | dataset.added
        progress("patch the dumps", 0, 0)
        _LOGGER.info("patching the dumps")
        pack = RangePacker(base).pack
        ranges = (
            range_ if isinstance(range_, PackedRange) else pack(range_)
            for range_ in members.patched_ranges(removed, added)
        )
        written = dump.write_dumps(ranges, self.files.nquads, self.files.turtle, base)
        progress("patch the store and the text index", 0, 0)
        _LOGGER.info("patching the store and the text index")
        changed = len(removed) + len(added)
        triples = case_triple_counts.triples + register_triple_counts.triples
        is_compacted = is_compaction_due(ledger.store_patches, changed=changed, triples=triples)
        sparql_store.patch_store(
            previous.store, self.files.store, removed, added, is_compacted=is_compacted
        )
        text_index.patch_index(
            previous.text_index,
            self.files.text_index,
            [*old_case_lines, *sorted(register.removed)],
            [*new_case_lines, *sorted(register.added)],
        )
        return DumpResult(
            case_triple_counts=case_triple_counts,
            register_triple_counts=register_triple_counts,
            register_line_counts=register_line_counts,
            dataset_lines=dataset_lines,
            content_hashes=written.content_hashes,
            member_spans=written.spans,
            store_patches=0 if is_compacted else ledger.store_patches + (changed > 0),
        )

    def _register_change(self, members: StoredMembers, counts: RegisterLineCounts) -> LineChange:
        """Return the lines removed from and added to the register, and update ``counts``.

        A line is removed if no source states it any more, and added if no source stated it before.
        Raises DamagedReleaseError if the counts or the dumps do not match the line files.
        """
        old = dict(line_counts(register_line_files(self.files.previous_parts)))
        new = dict(line_counts(register_line_files(self.files.parts)))
        change = LineChange(set(), set())
        for line in old.keys() | new.keys():
            is_in_dump = line in members.lines(key_range(line, self.addresses.base))
            count_before = counts.count(line, is_in_dump=is_in_dump)
            count_after = count_before - old.get(line, 0) + new.get(line, 0)
            counts.set_count(line, count_after)
            if count_before and not count_after:
                change.removed.add(line)
            if count_after and not count_before:
                change.added.add(line)
        return change


def is_compaction_due(store_patches: int, *, changed: int, triples: int) -> bool:
    """Whether the files of a store have to be rewritten when it is patched.

    ``store_patches`` is the number of patches of the store since its files were last rewritten,
    ``changed`` is the number of statements that are removed or added, and ``triples`` is the number
    of triples in the register and in the graphs of cases.

    Rewriting the files takes a large part of the time of a small build, but every patch that is
    kept in additional files makes each lookup slower. The first small patch is therefore kept in
    additional files, but a second one is not. If there were two, RocksDB would begin to rewrite the
    files, and would be stopped when the store is closed.
    """
    is_large = changed > _LARGE_SHARE * triples
    return changed > 0 and (store_patches > 0 or is_large)


def _case_lines(parts: Path) -> list[str]:
    return [line for line, _ in line_counts(case_line_files(parts))]

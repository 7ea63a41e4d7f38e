"""The dumps, store and text index of a release, written from the line files of all clusters."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ReleaseError
from kv2rdf.mapping.register import register
from kv2rdf.model.register import Register
from kv2rdf.pipeline.dumps.dataset_graphs import DatasetGraphs
from kv2rdf.pipeline.dumps.load import DumpLoader
from kv2rdf.pipeline.dumps.register_line_counts import RegisterLineCounts
from kv2rdf.pipeline.dumps.seed_register import (
    SEED_REGISTER,
    check_seed_register,
    seed_register_lines,
    with_concepts,
)
from kv2rdf.pipeline.passes.line_files import (
    case_line_files,
    line_counts,
    register_line_files,
    write_lines,
)
from kv2rdf.pipeline.settings import Progress
from kv2rdf.pipeline.workers.processes import map_in_order, split_into_chunks
from kv2rdf.rdf.triple_counts import TripleCounts
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.key_ranges import range_blocks
from kv2rdf.release.dumps.packing import MemberSpan, PackedRange, RangePacker
from kv2rdf.release.files import ReleaseFiles

_LOGGER = logging.getLogger(__name__)
_RANGES_PER_CHUNK = 10
"""The maximum number of key ranges that a worker packs at a time.

Most ranges are so small that sending each of them on its own would take longer than packing it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpResult:
    """Counts, lines and hashes of the dumps that were written, for the report and the ledger.

    ``dataset_lines`` maps the name of each graph about the dataset to the lines of that graph.
    ``content_hashes`` maps the file name of each dump to the hash of the dump's content.
    ``member_spans`` contains the sizes and hashes of the gzip members of both dumps, in order.
    ``store_patches`` is the number of patches of the store since its files were last rewritten.
    """

    case_triple_counts: TripleCounts
    register_triple_counts: TripleCounts
    register_line_counts: RegisterLineCounts
    dataset_lines: dict[str, tuple[str, ...]]
    content_hashes: dict[str, str]
    member_spans: tuple[MemberSpan, ...]
    store_patches: int

    @property
    def triples(self) -> dict[str, int]:
        """The number of triples by kind of graph, and in total."""
        counts = {
            "cases": self.case_triple_counts.triples,
            "register": self.register_triple_counts.triples,
            **{graph: len(lines) for graph, lines in self.dataset_lines.items()},
        }
        return {**counts, "all": sum(counts.values())}


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpWriter:
    """Writes the dumps and indexes of a release from the line files in ``files.parts``."""

    files: ReleaseFiles
    register: Register
    addresses: Addresses
    engine: str
    workers: int

    def write(
        self, dataset_graphs: DatasetGraphs, case_triple_counts: TripleCounts, progress: Progress
    ) -> DumpResult:
        """Write the dumps, then load the store and the text index from them.

        Raises ShapeError if the register or ``dataset_graphs`` violate a shape or contain a triple
        that is not allowed in its graph, and ReleaseError if the store does not contain every
        triple of the dump.
        """
        parts = self.files.parts
        register_file, dataset_file = parts / "register.nq", parts / "dataset.nq"
        register_line_counts = RegisterLineCounts()
        self._write_seed_register()
        register_lines = line_counts(register_line_files(parts))
        write_lines(register_file, register_line_counts.record(register_lines))
        with register_file.open(encoding="utf-8", newline="\n") as file:
            register_triple_counts = TripleCounts.of_lines(file)
        dataset_lines = dataset_graphs.lines_by_graph(case_triple_counts + register_triple_counts)
        write_lines(dataset_file, sorted(chain.from_iterable(dataset_lines.values())))
        progress("write the dumps", 0, 0)
        _LOGGER.info("writing the dumps")
        written = dump.write_dumps(
            self._packed_ranges([*case_line_files(parts), register_file, dataset_file]),
            self.files.nquads,
            self.files.turtle,
            self.addresses.base,
        )
        result = DumpResult(
            case_triple_counts=case_triple_counts,
            register_triple_counts=register_triple_counts,
            register_line_counts=register_line_counts,
            dataset_lines=dataset_lines,
            content_hashes=written.content_hashes,
            member_spans=written.spans,
            store_patches=0,
        )
        progress("load the store and the text index", 0, 0)
        _LOGGER.info("loading the store and the text index")
        load = DumpLoader(self.files)
        loaded, _ = map_in_order(load, ("store", "text index"), min(2, self.workers))
        if loaded != result.triples["all"]:
            raise ReleaseError("the store does not contain the triples of the dump")
        return result

    def _write_seed_register(self) -> None:
        """Write the register from seeds/ and ontology/ to a line file in ``parts``.

        Raises ShapeError if this register violates a shape, or if a triple is not allowed in it.
        """
        triples = with_concepts(register(self.register, self.addresses))
        write_lines(self.files.parts / SEED_REGISTER, seed_register_lines(triples, self.addresses))
        check_seed_register(triples, self.engine)

    def _packed_ranges(self, files: list[Path]) -> Iterator[PackedRange]:
        """Yield the gzip members of both dumps, two for each range (see ``key_ranges``)."""
        base = self.addresses.base
        blocks = range_blocks(dump.merge_parts(files), base)
        chunks = split_into_chunks(blocks, _RANGES_PER_CHUNK, len)
        return chain.from_iterable(map_in_order(RangePacker(base), chunks, self.workers))

"""Line files of sorted N-Quads, which workers write for each chunk and which are merged later.

A chunk of clusters has two files: ``cases-000001.nq`` with the graphs of its cases, and
``register-000001.nq`` with the lines that it adds to the register. In the second file, a line
occurs once for each cluster of the chunk that states it, so that its sources can be counted.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kv2rdf.pipeline.passes.cluster_triples import ClusterTriples
from kv2rdf.rdf import nquads
from kv2rdf.rdf.triple_counts import TripleCounts


@dataclass
class TripleLines:
    """The N-Quads of a chunk of clusters. The N-Quads in the graphs of cases are also counted."""

    cases: set[str] = field(default_factory=set)
    register: list[str] = field(default_factory=list)
    case_triple_counts: TripleCounts = field(default_factory=TripleCounts)

    def add(self, made: ClusterTriples) -> None:
        """Add the lines of a cluster."""
        self.register += nquads.as_quads(made.register_lines, made.register_graph)
        for graph, lines in made.case_graphs:
            self.cases.update(nquads.as_quads(lines, graph))
            self.case_triple_counts.add_lines(lines)

    def write(self, folder: Path, number: int) -> None:
        """Write the two line files of a chunk into ``folder``. Their names contain the number."""
        write_lines(folder / f"cases-{number:06}.nq", sorted(self.cases))
        write_lines(folder / f"register-{number:06}.nq", sorted(self.register))


def case_line_files(folder: Path) -> list[Path]:
    """Return the files with the graphs of cases, in order."""
    return sorted(folder.glob("cases-*.nq"))


def register_line_files(folder: Path) -> list[Path]:
    """Return the files with lines of the register, in order."""
    return sorted(folder.glob("register-*.nq"))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines that end in a line feed, with the same bytes on every system."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)


def line_counts(paths: Sequence[Path]) -> Iterator[tuple[str, int]]:
    """Yield each line of some sorted files once, in order, with the number of times it occurs."""
    with ExitStack() as stack:
        files = [stack.enter_context(path.open(encoding="utf-8", newline="\n")) for path in paths]
        for line, same in groupby(heapq.merge(*files)):
            yield line, sum(1 for _ in same)

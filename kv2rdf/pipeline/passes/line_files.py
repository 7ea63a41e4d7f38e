"""Parts: sorted lines of N-Quads that workers write, and that are merged or compared."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path


def write_lines(part: Path, lines: Iterable[str]) -> None:
    """Write a part: lines as they are, on every system."""
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)


def counted(parts: Sequence[Path]) -> Iterator[tuple[str, int]]:
    """Merge sorted parts into sorted lines, each once, with how often it stands in them."""
    with ExitStack() as stack:
        files = [stack.enter_context(part.open(encoding="utf-8", newline="\n")) for part in parts]
        for line, same in groupby(heapq.merge(*files)):
            yield line, sum(1 for _ in same)

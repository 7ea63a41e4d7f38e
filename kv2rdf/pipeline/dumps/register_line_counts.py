"""The number of sources of each register line. It shows when a patch can remove the line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kv2rdf.errors import DamagedReleaseError


@dataclass
class RegisterLineCounts:
    """The number of sources that state each line of the register graph.

    The sources of a line are the clusters whose triples include it, and the seed register, if that
    includes it. The graph contains a line once, as long as at least one source states it. Only
    counts above 1 are stored, because the dump itself shows whether a count is 0 or at least 1.

    - 0: the line is not in the dump;
    - 1: the line is in the dump, and not in ``repeated``;
    - 2 or more: the line is in the dump, and ``repeated`` maps it to the count.

    ``repeated`` is the same after a patch as after a full build of the same documents.
    """

    repeated: dict[str, int] = field(default_factory=dict)

    def copy(self) -> "RegisterLineCounts":
        """Return a copy that can be changed independently."""
        return RegisterLineCounts(dict(self.repeated))

    def record(self, line_counts: Iterable[tuple[str, int]]) -> Iterator[str]:
        """Yield each line of a complete register once, and store the number of its sources."""
        for line, count in line_counts:
            if count > 1:
                self.repeated[line] = count
            yield line

    def count(self, line: str, *, is_in_dump: bool) -> int:
        """Return the number of sources of a line.

        ``is_in_dump`` is whether the dump contains it.
        """
        return self.repeated.get(line, 1 if is_in_dump else 0)

    def set_count(self, line: str, count: int) -> None:
        """Set the number of sources that state a line.

        Raises DamagedReleaseError if the number is negative, which means that more sources were
        removed than existed.
        """
        if count < 0:
            raise DamagedReleaseError("the previous release counts too few sources of a line")
        if count > 1:
            self.repeated[line] = count
        else:
            self.repeated.pop(line, None)

"""A measurement: the median of some times, and its ratio to another measurement."""

import resource
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the table: ``number`` things took ``seconds`` seconds.

    ``times`` is the ratio of the time for one thing to that in the row named ``against``. If it is
    more than 1, this row is slower.
    """

    name: str
    number: int
    seconds: float
    against: str = ""
    times: float | None = None
    remark: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the row as a JSON object."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """The documents to measure with, a folder to write in, and the runs per measurement.

    ``release`` is the release to search and query, or None if it is to be built.
    """

    documents: tuple[tuple[str, bytes], ...]
    folder: Path
    runs: int
    release: Path | None = None


def processor_seconds() -> float:
    """Return the processor time of this process and of the programs that it has run."""
    programs = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + programs.ru_utime + programs.ru_stime


def median_seconds(
    work: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Call ``work`` ``runs`` times, and return the median duration in seconds."""
    (median,) = medians_in_turn((work,), runs, clock)
    return median


def medians_in_turn(
    works: Sequence[Callable[[], object]],
    runs: int,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[float, ...]:
    """Call several functions in turn, ``runs`` times, and return the median seconds of each.

    Other work of the machine slows down all of them equally, so it has little effect on their
    ratios.
    """
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, taken in zip(works, seconds, strict=True):
            begin = clock()
            work()
            taken.append(clock() - begin)
    return tuple(map(statistics.median, seconds))


def row(
    name: str, number: int, seconds: float, against: Row | None = None, remark: str = ""
) -> Row:
    """Return a row, with its ratio to the row ``against``."""
    each = seconds / number
    times = each / (against.seconds / against.number) if against else None
    return Row(
        name=name,
        number=number,
        seconds=seconds,
        against=against.name if against else "",
        times=times,
        remark=remark,
    )


def table(rows: Iterable[Row]) -> str:
    """Return rows as a table in plain text."""
    lines = [f"{'what':42} {'number':>7} {'ms each':>10} {'times':>8}  against"]
    for r in rows:
        times = f"{r.times:8.2f}" if r.times is not None else " " * 8
        remark = f"  ({r.remark})" if r.remark else ""
        each = r.seconds / r.number * 1000
        lines.append(
            f"{r.name:42} {r.number:7,} {each:10.3f} {times}  {r.against}{remark}".rstrip()
        )
    return "\n".join(lines) + "\n"

"""What a measurement is: a time, what it is a multiple of, and how often it was taken."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: the seconds that ``number`` things took together.

    ``times`` is the ratio to the row called ``against``: above 1 is slower than that row, a thing.
    """

    name: str
    number: int
    seconds: float
    against: str = ""
    times: float | None = None
    remark: str = ""

    def as_json(self) -> dict[str, object]:
        """Give the row for a program."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What is measured on: documents, where to write, how often each thing is done."""

    documents: tuple[tuple[str, bytes], ...]
    folder: Path
    runs: int


def median(
    work: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Do some work ``runs`` times; give the median of the seconds it took by a clock."""
    taken = []
    for _ in range(runs):
        begin = clock()
        work()
        taken.append(clock() - begin)
    return statistics.median(taken)


def row(
    name: str, number: int, seconds: float, against: Row | None = None, remark: str = ""
) -> Row:
    """Give a row, its ratio by the thing."""
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
    """Write rows for a reader."""
    lines = [f"{'what':42} {'number':>7} {'ms each':>10} {'times':>8}  against"]
    for r in rows:
        times = f"{r.times:8.2f}" if r.times is not None else " " * 8
        remark = f"  ({r.remark})" if r.remark else ""
        each = r.seconds / r.number * 1000
        lines.append(
            f"{r.name:42} {r.number:7,} {each:10.3f} {times}  {r.against}{remark}".rstrip()
        )
    return "\n".join(lines) + "\n"

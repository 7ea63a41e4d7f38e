"""The keys of numbered parts: what tells one part of a paper from another, in its address."""

from collections.abc import Iterable, Sequence
from itertools import repeat


def part_keys(
    numbers: Iterable[Sequence[str]], series: Iterable[int] = repeat(1)
) -> tuple[str, ...]:
    """Give each part, by the ``numbers`` it names, its key, or its ordinal: 5, 4-5, x3.

    A part of a later ``series`` has that before its key: 2/5.
    """
    taken: set[str] = set()
    keys = []
    for ordinal, (named, set_) in enumerate(zip(numbers, series, strict=False), start=1):
        before = f"{set_}/" if set_ > 1 else ""
        key = f"{before}{'-'.join(named)}"
        if not named or key in taken:
            key = f"{before}x{ordinal}"
        taken.add(key)
        keys.append(key)
    return tuple(keys)


def is_ordinal(key: str) -> bool:
    """Tell whether a part has its place for a key, as its number is lost or taken."""
    return key.rpartition("/")[2].startswith("x")

"""The keys that distinguish the addresses of the numbered parts of a document."""

from collections.abc import Iterable, Sequence
from itertools import repeat


def part_keys(
    numbers: Iterable[Sequence[str]], question_sets: Iterable[int] = repeat(1)
) -> tuple[str, ...]:
    """Return a key for each part. ``numbers`` contains the printed numbers of each part.

    Several numbers are joined with hyphens, as in ``4-5``. If a part has no number, or if an
    earlier part already has the same key, the key is made from the position of the part, as in
    ``x3``. ``question_sets`` contains the number of the question set of each part. In every set but
    the first, a key begins with this number, as in ``2/5``.
    """
    taken: set[str] = set()
    keys = []
    parts = zip(numbers, question_sets, strict=False)
    for ordinal, (part_numbers, question_set) in enumerate(parts, start=1):
        prefix = f"{question_set}/" if question_set > 1 else ""
        key = f"{prefix}{'-'.join(part_numbers)}"
        if not part_numbers or key in taken:
            key = f"{prefix}x{ordinal}"
        taken.add(key)
        keys.append(key)
    return tuple(keys)


def key_in_print(key: str, source: str) -> str:
    """Return ``key`` with the key of its source appended, which makes it unique to that source.

    Two sources of a document may use the number 2 for different notes, and parts whose numbers were
    lost may have the same key in two sources.
    """
    return f"{key}-{source}"


def is_ordinal(key: str) -> bool:
    """Whether a key is made from the position of a part and not from its number."""
    return key.rpartition("/")[2].startswith("x")


def question_set_in(key: str) -> str:
    """Return the number of the question set in a key, such as "2", or "" for the first set."""
    return key.rpartition("/")[0]


def numbers_in_key(key: str) -> tuple[str, ...]:
    """Return the numbers that a key is made from, or () if it is not made from numbers."""
    joined = key.rpartition("/")[2]
    return tuple(joined.split("-")) if joined and not is_ordinal(key) else ()

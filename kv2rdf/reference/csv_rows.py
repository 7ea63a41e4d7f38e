"""Rows of a CSV file in seeds/, read strictly: a fault is told with file and line."""

import csv
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeVar

from kv2rdf.errors import SeedError

Row = Mapping[str, str]

_Thing = TypeVar("_Thing")


def read_rows(
    path: Path,
    make: Callable[[Row], _Thing],
    *,
    key: tuple[str, ...] = ("key",),
    names: Mapping[str, Collection[str] | None] | None = None,
) -> tuple[_Thing, ...]:
    """Read a file. ``key`` has the columns that tell rows apart, ``names`` for a column that names
    other rows the keys there are (None: those of this file); such a column may be empty."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except csv.Error as error:
        raise SeedError(f"{path.name}: {error}") from error
    made = []
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, start=2):
        try:
            if not row["source"]:
                raise ValueError("has no source")
            if (own := tuple(row[column] for column in key)) in seen:
                raise ValueError(f"{', '.join(own)} stands twice")
            seen.add(own)
            for column, known in (names or {}).items():
                there = {other["key"] for other in rows} if known is None else known
                if row[column] and row[column] not in there:
                    raise ValueError(f"there is no {column} {row[column]}")
            made.append(make(row))
        except (KeyError, ValueError) as error:
            raise SeedError(f"{path.name}: line {number}: {error}") from error
    return tuple(made)

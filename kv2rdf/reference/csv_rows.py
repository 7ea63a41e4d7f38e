"""Strict reading of the CSV files in ``seeds/``. Errors in a row name the file and line."""

import csv
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kv2rdf.errors import MintError, SeedError

Row = Mapping[str, str]

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of a table, with its file and line.

    ``brought`` is the value of the column ``source`` if a user supplied the row or a part of it. It
    is empty if the whole row comes from our own table.
    """

    place: str
    values: Row
    brought: str = ""


def placed_rows(path: Path, name: str, *, is_brought: bool = False) -> tuple[PlacedRow, ...]:
    """Return the rows of a file. ``name`` is the name of the file in error messages.

    ``is_brought`` states that a user supplied the file. A byte order mark is ignored. Raises
    SeedError if the file is not valid CSV in UTF-8, or if the number of values in a row differs
    from the number of columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise SeedError(f"{name}: {error}") from error
    found = []
    for line_number, row in enumerate(rows, start=2):
        place = f"{name}: line {line_number}"
        if None in row or None in row.values():
            raise SeedError(f"{place}: the number of values differs from that of the heading")
        found.append(PlacedRow(place, row, row.get("source", "") if is_brought else ""))
    return tuple(found)


def read_rows(
    path: Path,
    from_row: Callable[[Row], _Entry],
    *,
    key_columns: tuple[str, ...] = ("key",),
    references: Mapping[str, Collection[str] | None] | None = None,
) -> tuple[_Entry, ...]:
    """Return the result of ``from_row`` for each row of a file, in order.

    Raises SeedError for the same reasons as ``placed_rows`` and ``entries``.
    """
    return entries(
        placed_rows(path, path.name), from_row, key_columns=key_columns, references=references
    )


def entries(
    rows: Sequence[PlacedRow],
    from_row: Callable[[Row], _Entry],
    *,
    key_columns: tuple[str, ...],
    references: Mapping[str, Collection[str] | None] | None,
) -> tuple[_Entry, ...]:
    """Return the result of ``from_row`` for each row, in order.

    The values in ``key_columns`` identify a row. ``references`` maps each column that refers to
    other rows to the keys that exist, or to None if the column refers to rows of the same file.
    Such a column may be empty.

    Raises SeedError if a row has no source, has the key of an earlier row or refers to a row that
    does not exist, or if ``from_row`` raises KeyError, ValueError or MintError.
    """
    existing = {
        column: {row.values.get("key") for row in rows} if keys is None else keys
        for column, keys in (references or {}).items()
    }
    found = []
    seen_keys: set[tuple[str, ...]] = set()
    for placed in rows:
        row = placed.values
        try:
            if not row["source"]:
                raise ValueError("has no source")
            key = tuple(row[column] for column in key_columns)
            if key in seen_keys:
                raise ValueError(f"the key {', '.join(key)} is used twice")
            seen_keys.add(key)
            for column, keys in existing.items():
                if row[column] and row[column] not in keys:
                    raise ValueError(f"there is no {column} {row[column]}")
            found.append(from_row(row))
        except (KeyError, ValueError, MintError) as error:
            raise SeedError(f"{placed.place}: {error}") from error
    return tuple(found)


def required_key(row: Row, column: str) -> str:
    """Return the key in a column that must refer to another row.

    Raises ValueError if the column is empty.
    """
    if not row[column]:
        raise ValueError(f"has no {column}")
    return row[column]

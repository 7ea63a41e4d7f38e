"""Strict reading of the CSV files in ``seeds/``. Errors name the file and the line."""

import csv
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeVar

from kv2rdf.errors import MintError, SeedError

Row = Mapping[str, str]

_Entry = TypeVar("_Entry")


def read_rows(
    path: Path,
    from_row: Callable[[Row], _Entry],
    *,
    key_columns: tuple[str, ...] = ("key",),
    references: Mapping[str, Collection[str] | None] | None = None,
) -> tuple[_Entry, ...]:
    """Return the result of ``from_row`` for each row of a file, in order.

    The values in ``key_columns`` identify a row. ``references`` contains the columns that refer to
    other rows by key. It maps each of them to the keys that exist, or to None if the column refers
    to rows of the same file. Such a column may be empty.

    Raises SeedError if the file is not valid CSV, if a row has no source, has the key of an earlier
    row or refers to a row that does not exist, or if ``from_row`` raises KeyError, ValueError or
    MintError.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except csv.Error as error:
        raise SeedError(f"{path.name}: {error}") from error
    existing = {
        column: {row.get("key") for row in rows} if keys is None else keys
        for column, keys in (references or {}).items()
    }
    entries = []
    seen_keys: set[tuple[str, ...]] = set()
    for line_number, row in enumerate(rows, start=2):
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
            entries.append(from_row(row))
        except (KeyError, ValueError, MintError) as error:
            raise SeedError(f"{path.name}: line {line_number}: {error}") from error
    return tuple(entries)

"""The tables in seeds/authority/, combined with tables in a folder that a user supplies.

The user's tables have the same names and columns as our tables. Each of their rows either is a new
entry or adds values to one of our entries. They must not contradict our tables.
"""

import csv
import shutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kv2rdf.errors import SeedError
from kv2rdf.model.brought_source import BroughtSource
from kv2rdf.reference.contradictions import joined_rows, refuse_contradictions
from kv2rdf.reference.csv_rows import PlacedRow, Row, entries, placed_rows
from kv2rdf.reference.register_rows import tenure_from_row

SOURCES = "SOURCES.csv"
BROUGHT_TABLES = (
    "persons",
    "memberships",
    "parties",
    "ministries",
    "offices",
    "tenures",
    "cabinets",
    "seats",
    "speakers",
)
"""The tables that a user may supply, in addition to SOURCES.csv."""

_Entry = TypeVar("_Entry")


def copy_brought_tables(folder: Path, to: Path) -> None:
    """Copy the tables in a user's folder to a new folder.

    Raises SeedError if the folder contains no table, a table with an unknown name, or no
    SOURCES.csv.
    """
    paths = sorted(folder.glob("*.csv"))
    known = {f"{name}.csv" for name in BROUGHT_TABLES}
    for path in paths:
        if path.name not in known | {SOURCES}:
            raise SeedError(f"{path}: is not one of {SOURCES}, {', '.join(sorted(known))}")
    if not known & {path.name for path in paths}:
        raise SeedError(f"{folder}: has none of the tables {', '.join(sorted(known))}")
    if folder / SOURCES not in paths:
        raise SeedError(f"{folder}: has no {SOURCES}, which gives the licence of each source")
    to.mkdir(parents=True)
    for path in paths:
        shutil.copyfile(path, to / path.name)


@dataclass(frozen=True, slots=True)
class AuthorityTables:
    """Our tables in the folder ``own``, and a user's tables in the folder ``brought``.

    ``brought`` need not exist. Call ``read`` for every table before you call ``brought_sources``.
    """

    own: Path
    brought: Path
    _rows: dict[str, tuple[PlacedRow, ...]] = field(default_factory=dict)

    def read(
        self,
        name: str,
        from_row: Callable[[Row], _Entry],
        *,
        key_columns: tuple[str, ...] = ("key",),
        references: Mapping[str, Collection[str] | None] | None = None,
    ) -> tuple[_Entry, ...]:
        """Return the entries of a table: those of our rows, followed by the new ones of the user.

        ``name`` is the name of the table, without ``.csv``. The other arguments are those of
        ``read_rows``. Raises SeedError for the same reasons as ``read_rows``, and also if the
        columns of the user's table are not those of our table, or if one of the user's rows
        contradicts another row.
        """
        rows = self._placed(f"{name}.csv", key_columns)
        found = entries(rows, from_row, key_columns=key_columns, references=references)
        refuse_contradictions(name, rows)
        self._rows[name] = rows
        return found

    def brought_sources(self) -> tuple[BroughtSource, ...]:
        """Return the sources that the user's rows name, in the order of SOURCES.csv.

        Raises SeedError if a user's row names no source in SOURCES.csv, or if a row of SOURCES.csv
        has an empty value, has the name of an earlier row, or contradicts our own row with the same
        name.
        """
        if not self.brought.is_dir():
            return ()
        listed = self._placed(SOURCES, ("name",))
        by_name: dict[str, PlacedRow] = {}
        for row in listed:
            if row.values["name"] in by_name or not all(row.values.values()):
                raise SeedError(f"{row.place}: has an empty value, or the name of an earlier row")
            by_name[row.values["name"]] = row
        named: dict[str, dict[str, list[str]]] = {}
        for table, row in self._brought_rows():
            names = [name for name in by_name if name in row.brought]
            if not names:
                raise SeedError(f"{row.place}: {SOURCES} has no row for {row.brought!r}")
            for name in names:
                keys = named.setdefault(name, {"persons": [], "spells": []})
                if table == "persons":
                    keys["persons"].append(row.values["key"])
                elif table == "memberships":
                    keys["spells"].append(row.values["key"])
                elif table == "tenures":
                    keys["spells"].append(tenure_from_row(row.values).key)
        return tuple(
            BroughtSource(
                name=name,
                what=row.values["what"],
                where=row.values["where"],
                licence=row.values["licence"],
                persons=tuple(named[name]["persons"]),
                spells=tuple(named[name]["spells"]),
            )
            for name, row in by_name.items()
            if name in named
        )

    def _brought_rows(self) -> list[tuple[str, PlacedRow]]:
        return [(table, row) for table, rows in self._rows.items() for row in rows if row.brought]

    def _placed(self, name: str, key_columns: tuple[str, ...]) -> tuple[PlacedRow, ...]:
        """Return our rows and the user's rows of a table.

        Two rows that have the same key are joined.
        """
        own = placed_rows(self.own / name, name)
        path = self.brought / name
        if not path.is_file():
            return own
        return joined_rows(own, _brought_placed(path, self.own / name), key_columns)


def _brought_placed(path: Path, ours: Path) -> tuple[PlacedRow, ...]:
    """Return the rows of one of the user's tables.

    Raises SeedError for the same reasons as ``placed_rows``, and also if the columns are not those
    of our table (``ours``), or if a row of a table other than SOURCES.csv has no source.
    """
    name = f"{path.name} of --authority"
    rows = placed_rows(path, name, is_brought=True)
    columns, expected = (_heading(each) for each in (path, ours))
    if columns != expected:
        raise SeedError(f"{name}: line 1: the columns are {columns}, and not {expected}")
    for row in rows:
        if path.name != SOURCES and not row.brought:
            raise SeedError(f"{row.place}: has no source")
    return rows


def _heading(path: Path) -> str:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return ",".join(next(csv.reader(file), ()))

"""Authority tables as rows of text."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import MintError, SeedError
from kv2rdf.reference.csv_rows import Row, placed_rows
from kv2rdf.reference.register_rows import membership_from_row, person_from_row, tenure_from_row

PERSONS, MEMBERSHIPS, TENURES = "persons.csv", "memberships.csv", "tenures.csv"
FILLED = (PERSONS, MEMBERSHIPS, TENURES)
"""The tables to which rows are added."""

_READERS = {PERSONS: person_from_row, MEMBERSHIPS: membership_from_row, TENURES: tenure_from_row}


@dataclass(frozen=True, slots=True)
class TextTable:
    """The columns and the rows of a table."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_text_table(path: Path) -> TextTable:
    """Return the table in a file.

    Raises SeedError if the file is not valid CSV in UTF-8, or if the number of values in a row
    differs from the number of columns.
    """
    rows = placed_rows(path, path.name, is_brought=True)
    with path.open(encoding="utf-8", newline="") as file:
        columns = tuple(next(csv.reader(file), ()))
    return TextTable(columns, tuple(row.values for row in rows))


def all_rows(shipped: Path, folder: Path | None, name: str) -> TextTable:
    """Return the table ``name`` in ``shipped``, with the rows in ``folder`` at the end.

    ``shipped`` is the folder of the tables that come with the program. ``folder`` need not contain
    the table. Raises SeedError if the columns differ, or if a table is not valid CSV in UTF-8.
    """
    table = read_text_table(shipped / name)
    if folder is None or not (folder / name).is_file():
        return table
    more = read_text_table(folder / name)
    if more.columns != table.columns:
        raise SeedError(f"{folder / name}: the columns are not those of the table {name}")
    return TextTable(table.columns, table.rows + more.rows)


def rows_as_text(
    name: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]], *, heading: bool
) -> str:
    """Return rows as CSV, with a line of column names if ``heading`` is true.

    Raises SeedError if a row is not valid in the table ``name``.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    if heading:
        writer.writeheader()
    for row in rows:
        if name in _READERS:
            whole = dict.fromkeys(columns, "") | dict(row)
            try:
                _READERS[name](whole)
            except (KeyError, ValueError, MintError) as error:
                raise SeedError(f"{name}: a new row is not valid: {error}: {whole}") from error
        writer.writerow(row)
    return text.getvalue()

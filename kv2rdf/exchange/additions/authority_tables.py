"""The authority tables as rows of text: those that come with the program, and those of a folder."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import MintError, SeedError
from kv2rdf.reference.csv_rows import Row
from kv2rdf.reference.register_rows import membership_from_row, person_from_row, tenure_from_row

PERSONS, MEMBERSHIPS, TENURES = "persons.csv", "memberships.csv", "tenures.csv"
SOURCES = "SOURCES.csv"
FILLED = (PERSONS, MEMBERSHIPS, TENURES)
"""The tables to which rows are added."""

_READERS = {PERSONS: person_from_row, MEMBERSHIPS: membership_from_row, TENURES: tenure_from_row}


@dataclass(frozen=True, slots=True)
class AuthorityTable:
    """The columns and the rows of a table."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_authority_table(path: Path) -> AuthorityTable:
    """Return a table. Raises SeedError if the file is not valid CSV in UTF-8 with a heading."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            rows = tuple(reader)
            columns = tuple(reader.fieldnames or ())
    except (csv.Error, UnicodeDecodeError) as error:
        raise SeedError(f"{path.name}: {error}") from error
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise SeedError(f"{path.name}: line {number}: has not as many values as the heading")
    return AuthorityTable(columns, rows)


def all_rows(shipped: Path, folder: Path | None, name: str) -> AuthorityTable:
    """Return a table that comes with the program, with the rows of a folder after its own.

    The folder may lack the table. Raises SeedError if the columns differ.
    """
    table = read_authority_table(shipped / name)
    if folder is None or not (folder / name).is_file():
        return table
    more = read_authority_table(folder / name)
    if more.columns != table.columns:
        raise SeedError(f"{folder / name}: the columns are not those of the table {name}")
    return AuthorityTable(table.columns, table.rows + more.rows)


def rows_as_text(
    name: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]], *, heading: bool
) -> str:
    """Return rows as CSV. Raises SeedError if a row is not valid in the table of that name."""
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

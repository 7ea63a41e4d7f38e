"""The reconcile command, which adds addresses to the names in a CSV file."""

import csv
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TextIO

import click

from kv2rdf.cli.output import quantity, release_option, write_note
from kv2rdf.cli.standard_output import write_data
from kv2rdf.errors import InputError
from kv2rdf.query.open_release import Release
from kv2rdf.query.result_formats import csv_text
from kv2rdf.reconciliation.circumstances import QueryProperty
from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.reconciler import Reconciler
from kv2rdf.reconciliation.table_rows import TableColumns, TableCounts, reconciled_rows

_ROWS_AT_ONCE = 100
_MAX_LINE = 10_000_000


@click.command("reconcile")
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--column", required=True, metavar="NAME", help="The column with the names.")
@click.option(
    "--type", "types", type=click.Choice([each.value for each in EntityType]), multiple=True,
    help="Search only for entities of this type. May be given several times.",
)  # fmt: skip
@click.option("--party", metavar="COLUMN", help="The column with the party of a member.")
@click.option("--day", metavar="COLUMN", help="The column with the date, as YYYY-MM-DD.")
@click.option("--chamber", metavar="COLUMN", help="The column with the chamber: TK or EK.")
@click.option("--office", metavar="COLUMN", help="The column with the office of an office holder.")
@click.option(
    "--identifier", metavar="COLUMN",
    help="The column with an identifier, such as an item in Wikidata or the number of a case.",
)  # fmt: skip
@click.option("--prefix", default="", help="A prefix for the names of the added columns.")
@click.option("--delimiter", default=",", show_default=True, metavar="CHARACTER",
              help="The separator between the cells of FILE.csv.")  # fmt: skip
@release_option()
def reconcile_command(  # noqa: PLR0913 - one for each option
    *,
    file: Path,
    column: str,
    types: tuple[str, ...],
    party: str | None,
    day: str | None,
    chamber: str | None,
    office: str | None,
    identifier: str | None,
    prefix: str,
    delimiter: str,
    release: Path,
) -> None:
    """Add addresses to the names in a CSV file.

    The names are looked up in a release, and the addresses are those of the entities that are
    found. The file is written to standard output with four more columns: the address and the label
    of the best candidate, its score, and whether the match is certain (true or false). Every row is
    kept. The match of a person can be certain only if the row contains a date.
    docs/reconciliation.md explains certain matches and scores.

    FILE.csv must be in UTF-8, and its first row must contain the names of the columns. If FILE.csv
    is -, standard input is read.

    \b
    Example:
      kv2rdf reconcile askers.csv --column name --party party --day day --type person
    """
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise click.UsageError("--delimiter is not a single character that can separate cells")
    given = {
        QueryProperty.PARTY: party,
        QueryProperty.DAY: day,
        QueryProperty.CHAMBER: chamber,
        QueryProperty.OFFICE: office,
        QueryProperty.IDENTIFIER: identifier,
    }
    columns = TableColumns(
        name=column,
        properties={pid: name for pid, name in given.items() if name is not None},
        types=types,
        prefix=prefix,
    )
    counts = TableCounts()
    with Release(release) as opened, _open_table(file) as table:
        lines = _rows(table, file, delimiter)
        rows = reconciled_rows(lines, columns, lambda: Reconciler.of_release(opened), counts)
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            write_data(csv_text(some[0], some[1:]))
    write_note(
        f"{quantity(counts.rows, 'row')}: {counts.certain:,} certain, {counts.possible:,} with"
        f" candidates only, {counts.rows - counts.certain - counts.possible:,} without"
    )
    if counts.unreadable:
        write_note(f"rows with a day or chamber that cannot be read: {counts.unreadable:,}")


@contextmanager
def _open_table(file: Path) -> Iterator[TextIO]:
    if str(file) == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
        return
    try:
        table = file.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise InputError(f"{file}: {error.strerror or error}") from error
    with table:
        yield table


def _lines(table: TextIO, file: Path) -> Iterator[str]:
    """Yield the lines of a table. Raises InputError if a line has too many characters."""
    while line := table.readline(_MAX_LINE + 1):
        if len(line) > _MAX_LINE:
            raise InputError(f"{file}: a line has more than {_MAX_LINE:,} characters")
        yield line


def _rows(table: TextIO, file: Path, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of a table. Raises InputError if it is not CSV in UTF-8."""
    reader = csv.reader(_lines(table, file), delimiter=delimiter, strict=True)
    while True:
        try:
            row = next(reader, None)
        except UnicodeDecodeError as error:
            raise InputError(f"{file}: not UTF-8") from error
        except csv.Error as error:
            raise InputError(f"{file}: line {reader.line_num}: {error}") from error
        if row is None:
            return
        yield row

"""The command that adds addresses to a CSV file. No row is lost, and errors are one line."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from kv2rdf.cli import cli
from kv2rdf.errors import InputError
from kv2rdf.reconciliation import reconciler, table_rows
from kv2rdf.reconciliation.circumstances import Circumstances, QueryProperty, circumstances
from kv2rdf.reconciliation.queries import ReconciliationQuery
from kv2rdf.reconciliation.table_rows import TableColumns, TableCounts, reconciled_rows
from tests.cli.commands import one_line, run
from tests.every_case import every_case
from tests.reconciliation.small_register import DAY, small_reconciler

COLUMNS = TableColumns(
    name="name", properties={QueryProperty.PARTY: "party", QueryProperty.DAY: "day"}
)
HEADING = ("name", "party", "day")


def test_every_row_is_kept_in_order_with_its_cells() -> None:
    rows = [
        HEADING, ("Eerste-Tweede", "ABC", DAY), ("Van Naam", "ABC", "5 februari"), (),
        ("nobody at all",), ("Eerste-Tweede", "ABC", DAY),
    ]  # fmt: skip
    counts = TableCounts()
    found = list(reconciled_rows(rows, COLUMNS, small_reconciler, counts))
    assert [row[:3] for row in found] == [(*row, *[""] * (3 - len(row))) for row in rows]
    assert found[0][3:] == ("address", "label", "score", "match")
    ine = ("https://example.org/id/persoon/ine", "Ine Eerste-Tweede", "100", "true")
    assert found[1][3:] == found[5][3:] == ine
    assert found[2][4:] == ("Els van Naam", "90", "false")
    assert found[3][3:] == found[4][3:] == ("", "", "", "false")
    assert (counts.rows, counts.certain, counts.possible, counts.unreadable) == (5, 2, 1, 1)


def test_the_circumstances_of_a_row_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[ReconciliationQuery] = []

    def counted(query: ReconciliationQuery, words: Mapping[str, str]) -> Circumstances:
        seen.append(query)
        return circumstances(query, words)

    for module in (reconciler, table_rows):
        monkeypatch.setattr(module, "circumstances", counted)
    rows = [HEADING, ("Eerste-Tweede", "ABC", DAY), ("Van Naam", "ABC", DAY)]
    list(reconciled_rows(rows, COLUMNS, small_reconciler, TableCounts()))
    assert [query.text for query in seen] == ["Eerste-Tweede", "Van Naam"]


@every_case(("rows", "problem"), [
    ([], "is empty"), ([()], "is empty"), ([("naam", "party", "day")], "no column 'name'"),
    ([(*HEADING, "day")], "two columns 'day'"), ([(*HEADING, "match")], "a column 'match'"),
    ([HEADING, ("a", "b", "c", "d")], "row 2 has 4 cells"),
])  # fmt: skip
def test_a_table_that_would_be_misread_is_refused(
    rows: list[tuple[str, ...]], problem: str
) -> None:
    with pytest.raises(InputError, match=problem):
        list(reconciled_rows(rows, COLUMNS, small_reconciler, TableCounts()))


def test_a_prefix_keeps_the_columns_of_an_earlier_run() -> None:
    columns = TableColumns(name="name", properties={}, types=("party",), prefix="kv_")
    rows = [("name", "match"), ("ABC", "kept")]
    found = list(reconciled_rows(rows, columns, small_reconciler, TableCounts()))
    assert found[0] == ("name", "match", "kv_address", "kv_label", "kv_score", "kv_match")
    assert found[1][:2] == ("ABC", "kept")


def test_the_command_writes_what_a_csv_reader_reads(seed_release: Path, tmp_path: Path) -> None:
    cells = [["who", "when"], ["Hilde Palland (CDA)", "2022-01-14"], ['a "b"\r\nc', ""], ["", ""]]
    file = tmp_path / "table.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as written:
        csv.writer(written, delimiter=";").writerows(cells)
    options = ("--column", "who", "--day", "when", "--delimiter", ";", "--release", seed_release)
    result = run("reconcile", file, *options)
    assert result.exit_code == 0, result.stderr
    found = list(csv.reader(io.StringIO(result.stdout_bytes.decode(), newline="")))
    assert [row[:2] for row in found] == cells
    assert found[1][3:] == ["Hilde Palland", "100", "true"]
    assert result.stderr == "3 rows: 1 certain, 0 with candidates only, 2 without\n"


def test_the_command_reads_standard_input(seed_release: Path) -> None:
    words = ["reconcile", "-", "--column", "name", "--release", str(seed_release)]
    refused = CliRunner().invoke(cli, words, input=b"\xef\xbb\xbfother\n")
    assert one_line(refused) == "Error: the table has no column 'name', only other"


@pytest.mark.parametrize(("content", "problem"), [
    (b"", "the table is empty"), (b"name\n\xff\n", ": not UTF-8"),
    (b'"open\n', "line 1: unexpected end"), (b"x" * 200_000, "line 1: field larger"),
    (b"other\n", "no column 'name', only other"),
    (b"x" * 100_000, "no column 'name', only …"),
    (b"name\n" + b"\0" * 10_000_001, "a line has more than 10,000,000 characters"),
], ids=["empty", "latin-1", "quote", "long", "column", "wide", "endless"])  # fmt: skip
def test_bad_input_is_reported_in_one_line(
    content: bytes, problem: str, seed_release: Path, tmp_path: Path
) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    refused = run("reconcile", file, "--column", "name", "--release", seed_release)
    assert refused.exit_code == 2
    assert problem in one_line(refused)


def test_a_file_or_a_release_that_does_not_exist_is_reported_in_one_line(
    seed_release: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.csv"
    assert "No such file" in one_line(
        run("reconcile", gone, "--column", "name", "--release", seed_release)
    )
    gone.write_text("name\n")
    refused = run("reconcile", gone, "--column", "name", "--release", tmp_path)
    assert "is not a kv2rdf release" in one_line(refused)

"""Query results as text: a table, CSV, JSON or Turtle."""

import csv
import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from kv2rdf.errors import QueryError
from kv2rdf.query.printable_text import printable
from kv2rdf.query.sparql import ResultRows, ResultTriples

FORMATS = ("table", "csv", "json", "ttl")
_MAX_WIDTH = 60
_CSV_LINE_END = "\r\n"


def result_text(result: ResultRows | ResultTriples, format_: str) -> str:
    """Return a result as text in one of ``FORMATS``.

    Triples are returned as Turtle for the formats "ttl" and "table". Raises QueryError for triples
    in any other format, and for rows in the format "ttl".
    """
    if isinstance(result, ResultTriples):
        if format_ not in {"table", "ttl"}:
            raise QueryError("the result is triples, which can only be shown as ttl")
        return result.turtle.decode()
    if format_ == "ttl":
        raise QueryError(
            "the result is rows, which can be shown as table, csv or json;"
            " ttl is for CONSTRUCT and DESCRIBE"
        )
    if format_ == "json":
        return result.json.decode() + "\n"
    return _csv(result) if format_ == "csv" else _table(result)


def _csv(result: ResultRows) -> str:
    lines = _CsvLines()
    writer = csv.writer(lines, lineterminator=_CSV_LINE_END)
    writer.writerow(result.variables)
    writer.writerows(result.rows)
    return "".join(lines)


class _CsvLines(list[str]):
    """The lines of a CSV file. They end in a line feed only, as lines of other output do.

    The writer must treat a carriage return as part of the line end, so that it quotes a cell that
    contains one.
    """

    def write(self, line: str) -> None:
        self.append(line.removesuffix(_CSV_LINE_END) + "\n")


def _table(result: ResultRows) -> str:
    lines = [list(result.variables), *(list(map(_one_line, row)) for row in result.rows)]
    widths = [min(_MAX_WIDTH, max(map(_width, column))) for column in zip(*lines, strict=True)]
    head, *rows = (_aligned(line, widths) for line in lines)
    rule = "  ".join("-" * width for width in widths)
    count = f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "\n".join((head, rule, *rows, count)) + "\n"


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(
        _shortened(cell, width) + " " * (width - _width(_shortened(cell, width)))
        for cell, width in zip(cells, widths, strict=True)
    ).rstrip()


def _shortened(cell: str, width: int) -> str:
    if _width(cell) <= width:
        return cell
    widths = accumulate(map(_character_width, cell))
    return "".join(c for c, end in zip(cell, widths, strict=True) if end < width) + "…"


def _one_line(cell: str) -> str:
    return printable(" ".join(cell.split()))


def _width(cell: str) -> int:
    return sum(map(_character_width, cell))


def _character_width(character: str) -> int:
    """Return the number of columns that a character takes up in a terminal.

    It is 0 for a combining accent, 2 for a wide character and 1 for any other character.
    """
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "FW" else 1

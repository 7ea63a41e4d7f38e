"""Query results as text: a table, CSV, JSON, Turtle or JSON-LD."""

import csv
from collections.abc import Iterable

from kv2rdf.errors import QueryError
from kv2rdf.query.result_table import table
from kv2rdf.query.sparql import ResultRows, ResultTriples

FORMATS = ("table", "csv", "json", "ttl", "jsonld")
_OF_TRIPLES = ("ttl", "jsonld")
_CSV_LINE_END = "\r\n"


def result_text(result: ResultRows | ResultTriples, format_: str, width: int | None = None) -> str:
    """Return a result as text in one of ``FORMATS``.

    ``width`` is the maximum width of a table in characters, or None if its cells must not be
    shortened. Triples are returned as Turtle for the formats "ttl" and "table". Raises QueryError
    for triples in the formats "csv" and "json", and for rows in the formats "ttl" and "jsonld".
    """
    if isinstance(result, ResultTriples):
        if format_ == "jsonld":
            from kv2rdf.query.jsonld import jsonld_text  # noqa: PLC0415 - slow to load

            return jsonld_text(result)
        if format_ not in {"table", "ttl"}:
            raise QueryError("the result is triples, which can be shown as ttl or jsonld")
        return result.turtle.decode()
    if format_ in _OF_TRIPLES:
        raise QueryError(
            "the result is rows, which can be shown as table, csv or json;"
            f" {format_} is for CONSTRUCT and DESCRIBE"
        )
    if format_ == "json":
        return result.json.decode() + "\n"
    return csv_text(result.variables, result.rows) if format_ == "csv" else table(result, width)


def csv_text(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return CSV with a line of column names and a line for each row."""
    lines = _CsvLines()
    writer = csv.writer(lines, lineterminator=_CSV_LINE_END)
    writer.writerow(head)
    writer.writerows(rows)
    return "".join(lines)


class _CsvLines(list[str]):
    """The lines of a CSV file, each ending in a line feed.

    The writer must treat a carriage return as part of the line end, so that it quotes a cell that
    contains one.
    """

    def write(self, line: str) -> None:
        self.append(line.removesuffix(_CSV_LINE_END) + "\n")

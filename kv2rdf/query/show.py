"""Answers as people and programs want them: a table, CSV, JSON or Turtle."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate

from kv2rdf.errors import QueryError
from kv2rdf.query.named_queries import NamedQuery
from kv2rdf.query.sparql import Rows, Triples

FORMS = ("table", "csv", "json", "ttl")
_WIDEST = 60


def shown(answer: Rows | Triples, form: str) -> str:
    """Write an answer in a form. Raises QueryError where it cannot have that form."""
    if isinstance(answer, Triples):
        if form not in {"table", "ttl"}:
            raise QueryError("triples are shown as ttl")
        return answer.turtle.decode()
    if form == "ttl":
        raise QueryError("rows are shown as table, csv or json; ttl is for CONSTRUCT and DESCRIBE")
    if form == "json":
        return answer.json.decode() + "\n"
    return _csv(answer) if form == "csv" else _table(answer)


def listing(queries: Iterable[NamedQuery]) -> str:
    """List named queries: name, question, parameters."""
    lines = []
    for query in queries:
        lines.append(f"{query.name}\n    {query.en}\n    {query.nl}")
        lines += [f"    --set {p.name}=… {p.meaning} ({p.default})" for p in query.parameters]
    return "\n".join(lines)


def _csv(answer: Rows) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(answer.variables)
    writer.writerows(answer.rows)
    return text.getvalue()


def _table(answer: Rows) -> str:
    lines = [list(answer.variables), *(list(map(_one_line, row)) for row in answer.rows)]
    widths = [min(_WIDEST, max(map(_width, column))) for column in zip(*lines, strict=True)]
    head, *rows = (_aligned(line, widths) for line in lines)
    rule = "  ".join("-" * width for width in widths)
    count = f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "\n".join((head, rule, *rows, count)) + "\n"


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(
        _cut(cell, width) + " " * (width - _width(_cut(cell, width)))
        for cell, width in zip(cells, widths, strict=True)
    ).rstrip()


def _cut(cell: str, width: int) -> str:
    if _width(cell) <= width:
        return cell
    widths = accumulate(map(_columns, cell))
    return "".join(c for c, end in zip(cell, widths, strict=True) if end < width) + "…"


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _width(cell: str) -> int:
    return sum(map(_columns, cell))


def _columns(character: str) -> int:
    """Give the columns of a terminal that a character takes: an accent none, a wide one two."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "FW" else 1

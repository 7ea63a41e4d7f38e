"""Query results as a table for the terminal.

Addresses of terms are shown with their prefixes. A cell is shortened only if the table would be
wider than the terminal. An address is never shortened, so that it can be copied.
"""

import json
import unicodedata
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from kv2rdf.query.printable_text import printable
from kv2rdf.query.sparql import ResultRows
from kv2rdf.query.term_hints import prefixed_name

_LEAST_WIDTH = 12
_GAP = "  "


def table(result: ResultRows, width: int | None) -> str:
    """Return a table of rows, followed by the number of rows.

    ``width`` is the width of the terminal in characters, or None if no cell may be shortened. A
    table is wider than the terminal if its addresses do not fit, or if it has too many columns.
    """
    addresses = _addresses(result)
    rows = [
        [_shown(cell, place in addresses[number]) for place, cell in enumerate(row)]
        for number, row in enumerate(result.rows)
    ]
    lines = [list(result.variables), *rows]
    columns = list(zip(*lines, strict=True))
    fixed = {place for places in addresses for place in places}
    widths = _widths([max(map(_width, column)) for column in columns], fixed, width)
    head, *body = (_aligned(line, widths) for line in lines)
    rule = _GAP.join("-" * column for column in widths)
    count = f"({len(rows):,} row{'' if len(rows) == 1 else 's'})"
    return "\n".join((head, rule, *body, count)) + "\n"


def _addresses(result: ResultRows) -> list[set[int]]:
    """Return, for each row, the indexes of the cells that contain addresses."""
    parsed: dict[str, Any] = json.loads(result.json)
    bindings = parsed.get("results", {}).get("bindings", [{}] * len(result.rows))
    return [
        {
            place
            for place, variable in enumerate(result.variables)
            if binding.get(variable, {}).get("type") == "uri"
        }
        for binding in bindings
    ]


def _shown(cell: str, is_address: bool) -> str:  # noqa: FBT001 - a fact about the cell
    if is_address:
        name = prefixed_name(cell)
        return printable(cell if name.startswith("<") else name)
    return printable(" ".join(cell.split()))


def _widths(natural: Sequence[int], fixed: set[int], width: int | None) -> list[int]:
    """Return the widths of columns, given their natural widths and the width of the terminal.

    ``fixed`` contains the indexes of the columns that must not be narrowed. The widest of the other
    columns are narrowed first.
    """
    widths = list(natural)
    if width is None:
        return widths
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    flexible = [place for place in range(len(widths)) if place not in fixed]
    while excess > 0:
        widest = max(flexible, key=lambda place: widths[place], default=None)
        if widest is None or widths[widest] <= _LEAST_WIDTH:
            return widths
        widths[widest] -= 1
        excess -= 1
    return widths


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    shown = (_shortened(cell, width) for cell, width in zip(cells, widths, strict=True))
    return _GAP.join(
        cell + " " * (width - _width(cell)) for cell, width in zip(shown, widths, strict=True)
    ).rstrip()


def _shortened(cell: str, width: int) -> str:
    if _width(cell) <= width:
        return cell
    widths = accumulate(map(_character_width, cell))
    return "".join(c for c, end in zip(cell, widths, strict=True) if end < width) + "…"


def _width(cell: str) -> int:
    return sum(map(_character_width, cell))


def _character_width(character: str) -> int:
    """Return the number of columns that a character takes up in a terminal.

    It is 0 for a combining accent, 2 for a wide character and 1 for any other character.
    """
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "FW" else 1

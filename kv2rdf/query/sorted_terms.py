"""The sorting of terms in query results, and their notation in SPARQL.

Terms are strings in the syntax of SPARQL, such as ``<http://example.org/a>`` or ``"Ja."@nl``. A
missing value is an empty string.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest, nsmallest
from math import isnan
from operator import itemgetter
from typing import Any, TypeAlias

TermRow: TypeAlias = tuple[str, ...]
"""The terms of one row, in the order of the columns."""
_SortKey: TypeAlias = tuple[int, float, str, str]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {
    f"^^<{_XSD}{name}>"
    for name in (
        "integer", "decimal", "double", "float", "long", "int", "short", "byte",
        "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger",
        "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte",
    )
}  # fmt: skip
_BOOLEANS = {"true", "false"}
_DATE = f'"^^<{_XSD}date>'
_NUMBER_KIND = 3
"""The first item of the sort key of each number."""


def rows_of_terms(written: str) -> tuple[TermRow, ...]:
    """Return the rows in a SPARQL result in the TSV format."""
    _, *lines = written.removesuffix("\n").split("\n")
    return tuple(tuple(line.split("\t")) for line in lines)


def sorted_rows(rows: Iterable[TermRow], keys: Iterable[tuple[int, bool]]) -> tuple[TermRow, ...]:
    """Return rows, sorted by keys as in ORDER BY.

    Each item of ``keys`` is a pair: the index of a column, and whether its order is descending.
    """
    found = list(rows)
    for column, is_descending in reversed(tuple(keys)):
        found.sort(key=lambda row: _sort_key(row[column]), reverse=is_descending)
    return tuple(found)


def first_of_rows(
    rows: Sequence[TermRow], keys: Sequence[tuple[int, bool]], limit: int
) -> tuple[TermRow, ...]:
    """Return the first ``limit`` rows, sorted by keys as in ORDER BY.

    ``keys`` is as for ``sorted_rows``. If there is only one key, the rows that are not returned are
    not sorted, which is faster.
    """
    if len(keys) != 1:
        return sorted_rows(rows, keys)[:limit]
    ((column, is_descending),) = keys
    terms = map(itemgetter(column), rows)
    select = nlargest if is_descending else nsmallest
    if all(term.startswith("<http") for term in terms):
        # Strings are compared faster than sort keys.
        return tuple(select(limit, rows, key=lambda row: row[column][:-1]))
    return tuple(select(limit, rows, key=lambda row: _sort_key(row[column])))


def is_comparable(terms: Iterable[str]) -> bool:
    """Return whether terms are only numbers or only dates.

    SPARQL compares such terms in the order of ``sorted_rows``. For terms of other or several types,
    the comparison may be an error.
    """
    found = tuple(terms)
    return all(_sort_key(term)[0] == _NUMBER_KIND for term in found) or all(
        term.endswith(_DATE) for term in found
    )


def values_block(names: Sequence[str], rows: Iterable[TermRow]) -> str:
    """Return the rows as a VALUES clause of a query. Blank nodes are not allowed."""
    lines = "\n".join(f"    ({' '.join(term or 'UNDEF' for term in row)})" for row in rows)
    return f"  VALUES ({' '.join(f'?{name}' for name in names)}) {{\n{lines}\n  }}"


def written_term(term: Mapping[str, Any] | None) -> str:
    """Return a term of a SPARQL JSON result in the syntax of SPARQL."""
    if term is None:
        return ""
    if term["type"] == "triple":
        parts = (written_term(term["value"][part]) for part in ("subject", "predicate", "object"))
        return f"<<( {' '.join(parts)} )>>"
    value = str(term["value"])
    if term["type"] != "literal":
        return f"<{value}>" if term["type"] == "uri" else f"_:{value}"
    quoted = json.dumps(value, ensure_ascii=False)
    if "xml:lang" in term:
        return f"{quoted}@{term['xml:lang']}"
    return f"{quoted}^^<{term['datatype']}>" if "datatype" in term else quoted


def _sort_key(term: str) -> _SortKey:
    """Return the sort key of a term.

    Missing values come first, followed by blank nodes, addresses, literals and triples.

    SPARQL does not define the order of literals of different types. Here, numbers come first,
    followed by all other literals in the order of their text, which is correct for dates. A literal
    whose text is not valid for its type is not a number, and neither is NaN.
    """
    if not term:
        return (0, 0.0, "", "")
    if term.startswith("_:"):
        return (1, 0.0, term[2:], "")
    if term.startswith("<"):
        return (5, 0.0, term, "") if term.startswith("<<") else (2, 0.0, term[1:-1], "")
    if not term.startswith('"'):
        return (4, 0.0, term, "") if term in _BOOLEANS else (_NUMBER_KIND, float(term), "", "")
    quoted, _, kind = term.rpartition('"')
    text = json.loads(f'{quoted}"', strict=False) if "\\" in quoted else quoted[1:]
    if kind in _NUMBERS and (number := _number(text)) is not None:
        return (_NUMBER_KIND, number, "", "")
    return (4, 0.0, text, kind.removeprefix("@") if kind.startswith("@") else "")


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return None if isnan(number) else number

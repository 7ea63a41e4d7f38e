"""The sorting of terms in SPARQL JSON results, and their notation in SPARQL."""

import json
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest, nsmallest
from typing import Any, TypeAlias

Binding: TypeAlias = Mapping[str, Any]
"""The terms of one row, by variable name. A variable without a value is left out."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {
    _XSD + name
    for name in ("integer", "decimal", "double", "float", "nonNegativeInteger", "positiveInteger")
}


def bindings_of(result: bytes) -> tuple[Binding, ...]:
    """Return the rows in the SPARQL JSON result of a SELECT."""
    return tuple(json.loads(result)["results"]["bindings"])


def sorted_bindings(
    rows: Iterable[Binding], keys: Iterable[tuple[str, bool]]
) -> tuple[Binding, ...]:
    """Return rows in the order of ORDER BY.

    Each item of ``keys`` is a pair: the name of a variable, and whether its order is descending.
    """
    found = list(rows)
    for name, is_descending in reversed(tuple(keys)):
        found.sort(key=lambda row: _place(row.get(name)), reverse=is_descending)
    return tuple(found)


def first_bindings(
    rows: Iterable[Binding], keys: Sequence[tuple[str, bool]], limit: int
) -> tuple[Binding, ...]:
    """Return the first ``limit`` rows in the order of ORDER BY.

    ``keys`` is as for ``sorted_bindings``. If there is only one key, the other rows are not sorted.
    """
    if len(keys) != 1:
        return sorted_bindings(rows, keys)[:limit]
    ((name, is_descending),) = keys
    select = nlargest if is_descending else nsmallest
    return tuple(select(limit, rows, key=lambda row: _place(row.get(name))))


def values_block(names: Sequence[str], rows: Iterable[Binding]) -> str:
    """Return the rows as a VALUES clause of a query. Blank nodes are not allowed."""
    lines = "\n".join(
        f"    ({' '.join(written_term(row.get(name)) for name in names)})" for row in rows
    )
    return f"  VALUES ({' '.join(f'?{name}' for name in names)}) {{\n{lines}\n  }}"


def _place(term: Mapping[str, Any] | None) -> tuple[int, float, str, str]:
    """Return the sort key of a term.

    Missing values come first, followed by blank nodes, addresses and literals.

    SPARQL does not define the order of literals of different types. Here, numbers come first,
    followed by all other literals in the order of their text, which is correct for dates.
    """
    if term is None:
        return (0, 0.0, "", "")
    kind, value = term["type"], str(term["value"])
    if kind != "literal":
        return ({"bnode": 1, "uri": 2}.get(kind, 5), 0.0, value, "")
    if term.get("datatype") in _NUMBERS:
        return (3, float(value), "", "")
    return (4, 0.0, value, term.get("xml:lang", ""))


def written_term(term: Mapping[str, Any] | None) -> str:
    """Return a term in the syntax of VALUES. A missing term is UNDEF."""
    if term is None:
        return "UNDEF"
    value = str(term["value"])
    if term["type"] == "uri":
        return f"<{value}>"
    quoted = json.dumps(value, ensure_ascii=False)
    if "xml:lang" in term:
        return f"{quoted}@{term['xml:lang']}"
    return f"{quoted}^^<{term['datatype']}>" if "datatype" in term else quoted

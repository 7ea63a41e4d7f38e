"""The selection of the first results of a query.

Sorting addresses in the store is slow, because each comparison of two addresses looks up both. A
sub-SELECT with ORDER BY and LIMIT in a named query is therefore run separately, without these two
clauses. This module sorts and limits its rows. These rows then replace the sub-SELECT in the query.
For the same reason, each of these rows has its rank, by which the outer query sorts.

Reading addresses is also slow. If the highest numbers or the latest dates are required, the rows
for each number or date are therefore counted before any addresses are read. After that, only the
rows with the required numbers or dates are read.
"""

import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kv2rdf.errors import QueryError
from kv2rdf.query.query_words import is_sorted
from kv2rdf.query.sorted_terms import (
    TermRow,
    first_of_rows,
    is_comparable,
    sorted_rows,
    values_block,
    written_term,
)
from kv2rdf.query.sparql import ResultRows, ResultTriples, SparqlStore, rows_from_json
from kv2rdf.rdf.vocabulary import PREFIXES

CUT = re.compile(
    r"^  \{\n(?P<select>    SELECT (?P<names>.+?) WHERE \{\n"
    r".*?^    \}\n(?:    GROUP BY .+\n)?)"
    r"    ORDER BY (?P<keys>.+)\n    LIMIT (?P<limit>\d+)\n  \}$",
    re.MULTILINE | re.DOTALL,
)
"""The pattern of a sub-SELECT with ORDER BY and LIMIT in a named query."""

_KEY = re.compile(r"(DESC\()?\?(\w+)")
_NAME = re.compile(r"\?(\w+)\b(?!\)* AS )")
_COUNTS = (
    "SELECT ?{key} (COUNT(*) AS ?numberOfRows) WHERE {{\n{{\n{select}}}\n}}\nGROUP BY ?{key}\n"
)
_FIRST_VALUES = re.compile(r"^ *# first \?(\w+)$", re.MULTILINE)
"""The pattern of a line that is replaced by the values of a variable in the first rows.

In an OPTIONAL, such a line prevents the store from reading the values for all other rows, too.
"""
_GROUPS = "\n    GROUP BY "
"""The beginning of a GROUP BY clause.

A sub-SELECT with this clause has few rows but is slow, so it is evaluated only once.
"""
_RANK = "rankOfRow"
"""The variable by which the outer query sorts the first rows. Its values are compared quickly."""
_NOTHING = "  FILTER(false)"
"""The replacement for a sub-SELECT without rows. An empty VALUES would be slow."""


def result_of_first(store: SparqlStore, query: str) -> ResultRows | ResultTriples:
    """Return the result of a named query.

    If a sub-SELECT of the query has a limit, the ``total`` of the result is the number of rows of
    the sub-SELECT without the limit.

    Raises the same errors as ``SparqlStore.result``.
    """
    narrowed, total = narrowed_query(store, query)
    result = store.result(narrowed, PREFIXES)
    return replace(result, total=total) if isinstance(result, ResultRows) else result


def narrowed_query(store: SparqlStore, query: str) -> tuple[str, int | None]:
    """Return a named query in which the limited sub-SELECT is replaced by its first rows.

    Also return the number of rows of the sub-SELECT without the limit. If no sub-SELECT is limited,
    return the query unchanged, and None. Raises the same errors as ``SparqlStore.result``.
    """
    if not (cut := CUT.search(query)):
        return query, None
    prologue = "".join(line for line in io.StringIO(query) if line.startswith("PREFIX "))
    names = _NAME.findall(cut["names"])
    keys = [(names.index(name), bool(descending)) for descending, name in _KEY.findall(cut["keys"])]
    (first_key, is_descending), *_ = keys
    limit = int(cut["limit"])
    select, total = cut["select"], None
    if is_descending and _GROUPS not in select:
        counts = store.term_rows(prologue + _COUNTS.format(key=names[first_key], select=select))
        total = sum(int(number) for _, number in counts)
        select = _from_last_needed(select, names, names[first_key], counts, limit)
    rows = store.term_rows(prologue + select)
    first = first_of_rows(rows, keys, limit)
    total = len(rows) if total is None else total
    if not first:
        return query[: cut.start()] + _NOTHING + query[cut.end() :], total
    block = values_block((_RANK, *names), _ranked(first, [column for column, _ in keys]))
    order = f"\nORDER BY {cut['keys']}"
    rest = query[cut.end() :].replace(order, f"\nORDER BY ?{_RANK}")
    rest = _FIRST_VALUES.sub(lambda line: _values_of(line[1], names, first), rest)
    return query[: cut.start()] + block + rest, total


def _values_of(name: str, names: Sequence[str], rows: Sequence[TermRow]) -> str:
    """Return the values of the variable ``name`` in rows as a VALUES clause, each of them once."""
    column = names.index(name)
    return values_block((name,), dict.fromkeys((row[column],) for row in rows))


def _ranked(rows: Sequence[TermRow], columns: Sequence[int]) -> list[TermRow]:
    """Return rows, which must be sorted, each with its rank as an additional first value.

    ``columns`` contains the columns by which they are sorted. Rows with equal values in these
    columns have the same rank.
    """
    keys = [tuple(row[column] for column in columns) for row in rows]
    ranks = {key: str(rank) for rank, key in enumerate(dict.fromkeys(keys))}
    return [(ranks[key], *row) for key, row in zip(keys, rows, strict=True)]


def _from_last_needed(
    select: str, names: Sequence[str], key: str, counts: Sequence[TermRow], limit: int
) -> str:
    """Return a query for the rows of ``select`` with the highest values of a key.

    ``counts`` contains the number of rows for each value of the key. The query finds at least
    ``limit`` rows, if there are that many. If the values are not only numbers or only dates, or if
    rows without a value are needed, it finds all rows.
    """
    needed = limit
    if not is_comparable(value for value, _ in counts if value):
        return select
    for value, number in sorted_rows(counts, ((0, True),)):
        needed -= int(number)
        if needed <= 0 and value:
            variables = " ".join(f"?{name}" for name in names)
            return f"SELECT {variables} WHERE {{\n{{\n{select}}}\nFILTER(?{key} >= {value})\n}}\n"
        if needed <= 0:
            break
    return select


def first_rows(
    result: ResultRows | ResultTriples, query: str, count: int
) -> ResultRows | ResultTriples:
    """Return at most ``count`` rows of a result, with the number of all rows as ``total``.

    If the outer query has no ORDER BY, the rows are first sorted by their columns. The result of an
    ASK is returned unchanged. Raises QueryError if the result consists of triples.
    """
    if isinstance(result, ResultTriples):
        raise QueryError("the result is triples, which have no order; limit them in the query")
    if "boolean" in json.loads(result.json):
        return result
    rows = json.loads(result.json)["results"]["bindings"]
    if not is_sorted(query):
        rows = _sorted_by_columns(rows, result.variables)
    written = {"head": {"vars": result.variables}, "results": {"bindings": rows[:count]}}
    first = rows_from_json(json.dumps(written, ensure_ascii=False).encode())
    return replace(first, total=len(rows))


def _sorted_by_columns(
    bindings: Sequence[Mapping[str, Any]], variables: Sequence[str]
) -> list[Mapping[str, Any]]:
    """Return the rows of a SPARQL JSON result, sorted by their columns from left to right."""
    rows = (
        (*(written_term(binding.get(name)) for name in variables), str(number))
        for number, binding in enumerate(bindings)
    )
    keys = [(column, False) for column in range(len(variables))]
    return [bindings[int(number)] for *_, number in sorted_rows(rows, keys)]

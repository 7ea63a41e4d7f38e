"""The selection of the first results of a query.

Sorting addresses in the store is slow, because both addresses are looked up for each comparison. A
sub-SELECT with ORDER BY and LIMIT in a named query is therefore run separately, without these two
clauses. Its rows are sorted and limited by this module, and then replace it in the query.

Reading addresses is also slow. If the highest numbers or the latest dates come first, the rows for
each number or date are therefore counted first. After that, only the rows with the required numbers
or dates are read.
"""

import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace

from kv2rdf.errors import QueryError
from kv2rdf.query.query_words import is_sorted
from kv2rdf.query.sorted_terms import (
    Binding,
    bindings_of,
    first_bindings,
    sorted_bindings,
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
"""A sub-SELECT of a named query whose rows are sorted and limited."""

_KEY = re.compile(r"(DESC\()?\?(\w+)")
_NAME = re.compile(r"\?(\w+)(?! AS )")
_COUNT = "numberOfRows"
_COUNTS = (
    "SELECT ?{key} (COUNT(*) AS ?" + _COUNT + ") WHERE {{\n{{\n{select}}}\n}}\nGROUP BY ?{key}\n"
)
_GROUPS = "\n    GROUP BY "
"""This text marks a sub-SELECT that has few rows but is slow, so it is evaluated only once."""
_NOTHING = "  FILTER(false)"
"""The replacement for a sub-SELECT without rows. An empty VALUES would be slow."""


def result_of_first(store: SparqlStore, query: str) -> ResultRows | ResultTriples:
    """Return the result of a named query. Its ``total`` is set if a sub-SELECT limits it.

    Raises the same errors as ``SparqlStore.result``.
    """
    narrowed, total = narrowed_query(store, query)
    result = store.result(narrowed, PREFIXES)
    return replace(result, total=total) if isinstance(result, ResultRows) else result


def narrowed_query(store: SparqlStore, query: str) -> tuple[str, int | None]:
    """Return a named query whose sub-SELECT has been replaced by its first rows.

    Also return the number of all rows of the sub-SELECT. If no sub-SELECT is limited, return the
    query itself, and None. Raises the same errors as ``SparqlStore.result``.
    """
    if not (cut := CUT.search(query)):
        return query, None
    prologue = "".join(line for line in io.StringIO(query) if line.startswith("PREFIX "))
    keys = tuple((name, bool(descending)) for descending, name in _KEY.findall(cut["keys"]))
    (first_key, is_descending), *_ = keys
    limit = int(cut["limit"])
    select, total = cut["select"], None
    if is_descending and _GROUPS not in select:
        counts = _bindings(store, prologue + _COUNTS.format(key=first_key, select=select))
        total = sum(int(row[_COUNT]["value"]) for row in counts)
        select = _from_last_needed(select, cut["names"], first_key, counts, limit)
    rows = _bindings(store, prologue + select)
    first = first_bindings(rows, keys, limit)
    total = len(rows) if total is None else total
    block = values_block(_NAME.findall(cut["names"]), first) if first else _NOTHING
    return query[: cut.start()] + block + query[cut.end() :], total


def _bindings(store: SparqlStore, query: str) -> tuple[Binding, ...]:
    """Return the rows of a SELECT."""
    found = store.written_result(query, PREFIXES)
    return bindings_of(found) if isinstance(found, bytes) else ()


def _from_last_needed(
    select: str, names: str, key: str, counts: Sequence[Binding], limit: int
) -> str:
    """Return a query for the rows of ``select`` with the highest values of a key.

    ``counts`` contains the number of rows for each value of the key. The query finds at least
    ``limit`` rows, if there are that many. If the values have several types, or if rows without a
    value are needed, it finds all rows.
    """
    needed = limit
    types = {row[key].get("datatype") for row in counts if key in row}
    for row in sorted_bindings(counts, ((key, True),)):
        needed -= int(row[_COUNT]["value"])
        if needed <= 0 and key in row and len(types) == 1:
            variables = " ".join(f"?{name}" for name in _NAME.findall(names))
            last = written_term(row[key])
            return f"SELECT {variables} WHERE {{\n{{\n{select}}}\nFILTER(?{key} >= {last})\n}}\n"
        if needed <= 0:
            break
    return select


def first_rows(
    result: ResultRows | ResultTriples, query: str, count: int
) -> ResultRows | ResultTriples:
    """Return at most ``count`` rows of the result of a query, with the number of all rows.

    If the outer query has no ORDER BY, the rows are first sorted by their columns. The result of an
    ASK is returned unchanged. Raises QueryError if the result consists of triples.
    """
    if isinstance(result, ResultTriples):
        raise QueryError("the result is triples, which have no order; limit them in the query")
    if "boolean" in json.loads(result.json):
        return result
    rows = bindings_of(result.json)
    if not is_sorted(query):
        rows = sorted_bindings(rows, ((name, False) for name in result.variables))
    written = {"head": {"vars": result.variables}, "results": {"bindings": rows[:count]}}
    first = rows_from_json(json.dumps(written, ensure_ascii=False).encode())
    return replace(first, total=len(rows))

"""The first results of a query, which are selected after all results were found and sorted.

The store sorts addresses slowly, because it looks up both addresses for each comparison. Therefore,
a sub-SELECT with ORDER BY and LIMIT in a named query is run separately, without these two clauses.
Its rows are sorted and cut here, and then replace it in the query.
"""

import json
import re
from dataclasses import replace

from kv2rdf.errors import QueryError
from kv2rdf.query.query_words import is_sorted
from kv2rdf.query.sorted_terms import bindings_of, sorted_bindings, values_block
from kv2rdf.query.sparql import ResultRows, ResultTriples, SparqlStore, rows_from_json
from kv2rdf.rdf.vocabulary import PREFIXES

CUT = re.compile(
    r"^  \{\n(?P<select>    SELECT (?P<names>.+?) WHERE \{\n"
    r".*?^    \}\n(?:    GROUP BY .+\n)?)"
    r"    ORDER BY (?P<keys>.+)\n    LIMIT (?P<limit>\d+)\n  \}$",
    re.MULTILINE | re.DOTALL,
)
"""A sub-SELECT of a named query whose rows are sorted and cut."""

_KEY = re.compile(r"(DESC\()?\?(\w+)")
_NAME = re.compile(r"\?(\w+)(?! AS )")
_NOTHING = "  FILTER(false)"
"""Replaces a sub-SELECT without rows, because the store is slow if VALUES is empty."""


def result_of_first(store: SparqlStore, query: str) -> ResultRows | ResultTriples:
    """Return the result of a named query. Its ``total`` is set if a sub-SELECT limits it.

    Raises the errors of ``SparqlStore.result``.
    """
    if not (cut := CUT.search(query)):
        return store.result(query, PREFIXES)
    prologue = "".join(
        line for line in query.splitlines(keepends=True) if line.startswith("PREFIX ")
    )
    found = store.written_result(prologue + cut["select"], PREFIXES)
    rows = bindings_of(found) if isinstance(found, bytes) else ()
    keys = ((name, bool(descending)) for descending, name in _KEY.findall(cut["keys"]))
    first = sorted_bindings(rows, keys)[: int(cut["limit"])]
    block = values_block(_NAME.findall(cut["names"]), first) if first else _NOTHING
    result = store.result(query[: cut.start()] + block + query[cut.end() :], PREFIXES)
    return replace(result, total=len(rows)) if isinstance(result, ResultRows) else result


def first_rows(
    result: ResultRows | ResultTriples, query: str, count: int
) -> ResultRows | ResultTriples:
    """Return at most ``count`` rows of the result of a query, with the number of all rows.

    If the query as a whole has no ORDER BY, the rows are first sorted by their columns. The result
    of an ASK is returned unchanged. Raises QueryError if the result consists of triples.
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

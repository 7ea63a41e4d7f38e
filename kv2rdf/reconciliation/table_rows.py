"""The rows of a user's table, with columns added for the entity that a name refers to."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from textwrap import shorten

from kv2rdf.errors import InputError
from kv2rdf.reconciliation.circumstances import QueryProperty, circumstances
from kv2rdf.reconciliation.queries import ReconciliationQuery
from kv2rdf.reconciliation.reconciler import Reconciler

ADDED_COLUMNS = ("address", "label", "score", "match")
"""The columns that are added to each row."""

_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumns:
    """The headings of the columns that contain the name and the properties of a query.

    ``types`` contains the requested types. If it is empty, all types are requested. ``prefix`` is
    put before the names of the columns that are added.
    """

    name: str
    properties: Mapping[QueryProperty, str]
    types: tuple[str, ...] = ()
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class TableCounts:
    """The numbers of rows by result, updated while rows are read."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        """The total number of rows."""
        return self.counts["rows"]

    @property
    def certain(self) -> int:
        """The number of rows with a certain match."""
        return self.counts["certain"]

    @property
    def possible(self) -> int:
        """The number of rows that have candidates but no certain match."""
        return self.counts["possible"]

    @property
    def unreadable(self) -> int:
        """The number of rows with a date or a chamber that cannot be read."""
        return self.counts["unreadable"]


def reconciled_rows(
    rows: Iterable[Sequence[str]],
    columns: TableColumns,
    load: Callable[[], Reconciler],
    counts: TableCounts,
) -> Iterator[tuple[str, ...]]:
    """Yield the heading and every row of a table, with the added columns.

    The added columns contain the address, the name and the score of the best candidate, and whether
    it is certain. If there is no candidate, the first three are empty, and the last contains
    "false". Empty cells are added to a row that is too short. ``load`` returns the reconciler, and
    is called only after the heading has been checked.

    Raises InputError if the table is empty, if a column is missing or occurs more than once, if a
    column to be added already exists, or if a row has more cells than the heading.
    """
    numbered = iter(rows)
    heading = tuple(next(numbered, ()))
    if not heading:
        raise InputError("the table is empty")
    added = tuple(f"{columns.prefix}{name}" for name in ADDED_COLUMNS)
    if taken := next((name for name in added if name in heading), None):
        raise InputError(f"the table already has a column {taken!r}; use --prefix")
    place = _place(heading, columns.name)
    places = {pid: _place(heading, column) for pid, column in columns.properties.items()}
    reconciler = load()
    find = lru_cache(_REMEMBERED)(lambda query: _found(reconciler, query))
    yield heading + added
    for number, cells in enumerate(numbered, start=2):
        if len(cells) > len(heading):
            raise InputError(
                f"row {number} has {len(cells)} cells, but the heading has {len(heading)}"
            )
        row = (*cells, *[""] * (len(heading) - len(cells)))
        query = ReconciliationQuery(
            text=row[place].strip(),
            types=columns.types,
            limit=1,
            properties=tuple((pid.value, (row[at].strip(),)) for pid, at in places.items()),
        )
        found, outcome, is_clear = find(query)
        counts.counts.update({"rows": 1, outcome: 1, "unreadable": not is_clear})
        yield row + found


def _place(heading: tuple[str, ...], column: str) -> int:
    if heading.count(column) > 1:
        raise InputError(f"the table has two columns {column!r}")
    if column not in heading:
        names = shorten(", ".join(heading), 200, placeholder=" …")
        raise InputError(f"the table has no column {column!r}, only {names}")
    return heading.index(column)


def _found(reconciler: Reconciler, query: ReconciliationQuery) -> tuple[tuple[str, ...], str, bool]:
    """Return the added cells, the kind of the result, and whether the properties could be read."""
    given = circumstances(query, reconciler.words)
    best = next(iter(reconciler.candidates(query, given)), None)
    if best is None:
        return ("", "", "", "false"), "none", given.is_clear
    match = "true" if best.is_certain else "false"
    cells = (best.entity.address, best.entity.name, f"{best.score:g}", match)
    return cells, "certain" if best.is_certain else "possible", given.is_clear

"""Contradictions between the rows of our tables and the rows that a user supplies."""

from collections.abc import Iterator, Sequence
from itertools import product

from kv2rdf.errors import SeedError
from kv2rdf.reference.csv_rows import PlacedRow, Row

_REMARKS = ("source", "note", "evidence", "what")
"""Columns that do not describe the entry itself."""
_LISTS = ("other_names", "aliases")
"""Columns that contain several values, to which a user may add values."""
_UNIQUE = {
    "persons": (("wikidata_qid",), ("tk_guid",), ("parlement_id",), ("full_name", "birth_date")),
    "parties": (("wikidata_qid",),),
    "cabinets": (("wikidata_qid",),),
}
"""Maps each table to groups of columns in which no two entries may have the same values."""
_SPELLS = {"memberships": "party_key", "tenures": "office_key"}
"""The tables of periods, each with the column that names the party or office of the period."""


def joined_rows(
    own: Sequence[PlacedRow], brought: Sequence[PlacedRow], key_columns: tuple[str, ...]
) -> tuple[PlacedRow, ...]:
    """Return the rows of both tables. A user's row is joined to our row with the same key.

    A value of the user's row replaces an empty value of our row. Lists of values are combined, and
    the user's remarks are ignored. Raises SeedError if two joined rows have different values in any
    other column, or if two of the user's rows have the same key.
    """
    found: dict[tuple[str, ...], PlacedRow] = {}
    seen: dict[tuple[str, ...], PlacedRow] = {}
    for row in own:
        found[tuple(row.values[column] for column in key_columns)] = row
    if len(found) != len(own):
        return (*own, *brought)  # The reader of the entries reports the repeated key.
    for row in brought:
        key = tuple(row.values[column] for column in key_columns)
        if key in seen:
            earlier = seen[key].place
            raise SeedError(f"{row.place}: the key {', '.join(key)} is used in {earlier} as well")
        seen[key] = row
        found[key] = _joined(found[key], row) if key in found else row
    return tuple(found.values())


def refuse_contradictions(table: str, rows: Sequence[PlacedRow]) -> None:
    """Raise SeedError if a user's row contradicts another row of a table.

    No two persons, parties or cabinets may have the same identifier. No two persons may have the
    same full name and date of birth, and no two parties may have the same name. Nobody may belong
    to two groups of a chamber at the same time. Different periods of one person in the same group
    or office must not overlap.
    """
    if not any(row.brought for row in rows):
        return
    for columns in _UNIQUE.get(table, ()):
        _refuse_two_entries(rows, columns)
    if table == "parties":
        _refuse_shared_names(rows)
    if table in _SPELLS:
        spells: dict[tuple[str, str], list[PlacedRow]] = {}
        for row in rows:
            if _is_dated(row.values):
                kind = row.values.get("kind", row.values[_SPELLS[table]])
                spells.setdefault((row.values["person_key"], kind), []).append(row)
        for held in spells.values():
            _refuse_overlaps(held, _SPELLS[table])


def _joined(own: PlacedRow, brought: PlacedRow) -> PlacedRow:
    values = dict(own.values)
    for column, value in brought.values.items():
        known = values[column]
        if column in _REMARKS or not value or value == known:
            continue
        if column in _LISTS:
            values[column] = "|".join(dict.fromkeys([*known.split("|"), *value.split("|")]))
        elif known:
            raise SeedError(f"{brought.place}: {column} is {value!r}, but {known!r} in {own.place}")
        else:
            values[column] = value
    return PlacedRow(own.place, values, brought.brought)


def _refuse_two_entries(rows: Sequence[PlacedRow], columns: tuple[str, ...]) -> None:
    seen: dict[tuple[str, ...], PlacedRow] = {}
    for row in rows:
        values = tuple(row.values[column] for column in columns)
        if not all(values):
            continue
        other = seen.setdefault(values, row)
        if other is not row and (row.brought or other.brought):
            raise SeedError(
                f"{row.place}: {', '.join(values)} is also in {other.place}, for another key"
            )


def _refuse_shared_names(rows: Sequence[PlacedRow]) -> None:
    seen: dict[str, PlacedRow] = {}
    for row in rows:
        values = row.values
        for name in (values["abbreviation"], values["name"], *values["aliases"].split("|")):
            other = seen.setdefault(name.casefold(), row)
            if name and other is not row and (row.brought or other.brought):
                raise SeedError(f"{row.place}: {name} is also the name of a party in {other.place}")


def _is_dated(row: Row) -> bool:
    """Whether the first day of a period is known and, if the period has ended, the last day too."""
    return row["start_precision"] == "day" and row["end_precision"] in ("day", "")


def _refuse_overlaps(spells: Sequence[PlacedRow], column: str) -> None:
    for one, other in _pairs(spells):
        a, b = one.values, other.values
        days = a["start"], a["end"], a[column]
        is_one_day = a["start"] == b["end"] or b["start"] == a["end"]
        is_apart = _is_before(a, b) or _is_before(b, a) or is_one_day
        is_unknown = not a[column] or not b[column] or a.get("kind") == "party"
        if not (is_apart or is_unknown or days == (b["start"], b["end"], b[column])):
            raise SeedError(
                f"{one.place}: {a['person_key']} is in {a[column]} from {a['start']} to"
                f" {a['end'] or 'today'}, but in {b[column]} from {b['start']} to"
                f" {b['end'] or 'today'} in {other.place}"
            )


def _pairs(spells: Sequence[PlacedRow]) -> Iterator[tuple[PlacedRow, PlacedRow]]:
    """Yield every pair that consists of a user's row and a different row."""
    for one, other in product(spells, spells):
        if one is not other and one.brought:
            yield one, other


def _is_before(a: Row, b: Row) -> bool:
    """Whether period ``a`` ends before period ``b`` begins."""
    return bool(a["end"]) and a["end"] < b["start"]

"""Cases in the text index that match a search, or all cases that satisfy a filter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kv2rdf.errors import QueryError
from kv2rdf.query.filter_names import check_names
from kv2rdf.query.found_texts import KEY_PATHS, Rows, SearchOrder, TextFilter, ends_with
from kv2rdf.query.search_grammar import index_query

_MATCHING = """
WITH found AS MATERIALIZED (SELECT rowid AS text, $score AS score FROM text WHERE text MATCH :query)
SELECT dossier.number, count(*) OVER (), min(score) AS score FROM found
CROSS JOIN place ON place.text_row = found.text
CROSS JOIN dossier ON dossier.number = place.dossier
$where GROUP BY dossier.number ORDER BY $order LIMIT :limit OFFSET :offset
"""
_WANTED = """
SELECT number, count(*) OVER () FROM dossier $where ORDER BY $order LIMIT :limit OFFSET :offset
"""
_ORDERS = {
    SearchOrder.RANK: "score, dossier.address",
    SearchOrder.DAY: "dossier.day DESC, dossier.address",
    SearchOrder.OLDEST: "dossier.day IS NULL, dossier.day, dossier.address",
}
_CASE = "SELECT number, address, chamber, process, title, day FROM dossier WHERE $column = :value"
_NAMES = """
SELECT DISTINCT label FROM link JOIN label USING (thing)
WHERE dossier = :dossier AND role = :role AND is_main ORDER BY label
"""
_LINKED_COUNTS = """
SELECT value, count(*) FROM link JOIN thing ON thing.number = link.thing
WHERE role = :role AND value LIKE 'http%' AND instr(value, :path) GROUP BY thing
"""
_KEYED_NAME = f"""
SELECT label FROM thing JOIN label ON label.thing = thing.number
WHERE {ends_with(":end")} AND is_main ORDER BY label LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedCase:
    """A case. ``chamber`` is "tk" or "ek", and ``day`` is the date of tabling.

    ``case`` is the number of the case, ``askers`` contains the names of the askers, and ``parties``
    contains the printed parties of the askers.
    """

    address: str
    chamber: str
    case: str
    title: str
    day: date | None
    askers: tuple[str, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexedCases:
    """A page of the cases found by a search, and the number of all cases that it found."""

    cases: tuple[IndexedCase, ...]
    total: int


def matching_cases(
    rows: Rows, search: str, *, only: TextFilter, order: SearchOrder, limit: int, offset: int
) -> IndexedCases:
    """Return the cases with a text that matches a search and satisfies ``only``.

    If the search is empty, every case that satisfies ``only`` is found. The first ``offset`` cases
    are skipped, and at most ``limit`` cases are returned.

    Raises QueryError if the search or ``only`` is not valid, or if the search is empty but ``only``
    contains kinds of text or ``order`` is ``RANK``. Also raises QueryError if nothing is found and
    the asker, party or ministry in ``only`` does not occur in any case.
    """
    conditions = only.conditions()
    values = {name: value for more in conditions.values() for name, value in more.items()}
    if search:
        statement = _MATCHING.replace("$score", "rank" if order is SearchOrder.RANK else "0")
        values["query"] = index_query(search)
    elif only.kinds or order is SearchOrder.RANK:
        raise QueryError("without words to look for, cases have no kind of text and no best match")
    else:
        statement = _WANTED
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    statement = statement.replace("$where", where).replace("$order", _ORDERS[order])
    found = rows(statement, {**values, "limit": limit, "offset": offset})
    first = found or (rows(statement, {**values, "limit": 1, "offset": 0}) if offset else ())
    if not first:
        check_names(rows, only)
    cases = tuple(case for number, *_ in found for case in _cases(rows, "number", number))
    return IndexedCases(cases, first[0][1] if first else 0)


def cases_at(rows: Rows, addresses: Iterable[str]) -> tuple[IndexedCase, ...]:
    """Return the cases with the given addresses, in the same order."""
    return tuple(case for address in addresses for case in _cases(rows, "address", address))


def _cases(rows: Rows, column: str, value: object) -> tuple[IndexedCase, ...]:
    return tuple(
        IndexedCase(
            address=address,
            chamber=chamber,
            case=case,
            title=title,
            day=date.fromisoformat(day) if day else None,
            askers=names_in_role(rows, number, "asker"),
            parties=names_in_role(rows, number, "printed party"),
        )
        for number, address, chamber, case, title, day in rows(
            _CASE.replace("$column", column), {"value": value}
        )
    )


def names_in_role(rows: Rows, case: int | None, role: str) -> tuple[str, ...]:
    """Return the sorted names of the entities to which a case is linked in the given role.

    ``case`` is the number of the case in the index, or None if there is no case.
    """
    return tuple(name for (name,) in rows(_NAMES, {"dossier": case, "role": role}))


def linked_case_counts(rows: Rows, role: str, path: str) -> Mapping[str, int]:
    """Return, by the address of each entity, the number of cases linked to it in a role.

    Only entities whose addresses contain ``path`` are included.
    """
    return dict(rows(_LINKED_COUNTS, {"role": role, "path": path}))


def name_with_key(rows: Rows, kind: str, key: str) -> str | None:
    """Return the main name of the entity with the given key, or None if no entity has this key.

    The key is the last part of the address of the entity. ``kind`` is "asker" or "ministry", the
    field of ``TextFilter`` that may be the key.
    """
    for path in KEY_PATHS[kind]:
        for (label,) in rows(_KEYED_NAME, {"end": f"{path}{key}"}):
            return str(label)
    return None

"""The matching of memberships and tenures from a service with existing rows."""

from collections.abc import Iterable
from datetime import date, timedelta

from kv2rdf.exchange.additions.facts import Bounds, Omission, SpellFact
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.reference.csv_rows import Row

_ADULT = 18


class SpellMatches:
    """The rows of memberships and tenures ("spells"), to which rows for new ones are added.

    ``memberships`` and ``tenures`` contain the new rows, and ``not_added`` contains the omissions.
    ``known`` is the number of spells that were not added because existing rows already contain
    them.
    """

    def __init__(self, memberships: Iterable[Row], tenures: Iterable[Row]) -> None:
        """Index the rows by person, and by kind of membership or by office."""
        self.memberships: list[dict[str, str]] = []
        self.tenures: list[dict[str, str]] = []
        self.not_added: list[Omission] = []
        self.known = 0
        self._keys: set[str] = set()
        self._spells: dict[tuple[str, str], list[Row]] = {}
        for row in memberships:
            self._keys.add(row["key"])
            self._index(row, row["kind"])
        for row in tenures:
            self._index(row, row["office_key"])

    def add(
        self, spell: SpellFact, person: str, birth: str, office: Row | None, source: str
    ) -> None:
        """Add a row for a spell, unless existing rows cover the spell or the spell is doubtful.

        A doubtful spell is added to ``not_added``. ``person`` is the key of the person, and
        ``birth`` is the date or the year of birth, as in ``PersonFact``. ``office`` is the row of
        the office, or None if the spell is a membership. ``source`` is the value of the column
        ``source``.
        """
        what = f"{person}, {spell.place} {spell.party}".rstrip() + f": {spell.identifier}"
        same = [row for row in self._others(spell, person) if row.get("key") == spell.key != ""]
        if same:
            self._compare(what, same[0], spell.bounds)
            return
        overlapping = [row for row in self._others(spell, person) if _overlaps(row, spell.bounds)]
        if _is_covered(spell, overlapping):
            self.known += 1
            return
        why = _objection(spell.bounds, birth, office)
        if overlapping:
            why = f"it overlaps {_days(overlapping[0])} of an existing row, and is not within it"
        if why is not None:
            self.not_added.append(Omission(what, f"{_days(_cells(spell.bounds))}: {why}"))
            return
        self._append(spell, person, source, what)

    def _others(self, spell: SpellFact, person: str) -> list[Row]:
        """Return the rows of a person that may be about the group, seat or office of a spell."""
        places = [spell.place]
        if spell.place.startswith("seat-"):  # A seat is known if its group is known.
            places.append(spell.place.replace("seat", "fractie"))
        return [row for place in places for row in self._spells.get((person, place), ())]

    def _compare(self, what: str, row: Row, bounds: Bounds) -> None:
        cells = _cells(bounds)
        if _days(row) == _days(cells):
            self.known += 1
        else:
            self.not_added.append(Omission(what, f"now {_days(cells)}; the row has {_days(row)}"))

    def _append(self, spell: SpellFact, person: str, source: str, what: str) -> None:
        cells = {"person_key": person, **_cells(spell.bounds), "source": source}
        if spell.is_office:
            row = cells | {"office_key": spell.place, "evidence": "wikidata"}
            self.tenures.append(row)
            self._index(row, spell.place)
            return
        key = spell.key or f"{person}-{spell.place}-{spell.bounds.start}"
        if key in self._keys:
            self.not_added.append(Omission(what, f"the key {key} is used"))
            return
        self._keys.add(key)
        row = cells | {"key": key, "party_key": spell.party, "kind": spell.place}
        self.memberships.append(row)
        self._index(row, spell.place)

    def _index(self, row: Row, place: str) -> None:
        self._spells.setdefault((row["person_key"], place), []).append(row)


def _objection(bounds: Bounds, birth: str, office: Row | None) -> str | None:
    """Return the reason why a spell cannot be correct, or None."""
    start, end = bounds.start, bounds.end
    if start and len(birth) >= len("1955") and start.year - int(birth[:4]) < _ADULT:
        return f"the person was born in {birth[:4]}"
    if office is None or start is None:
        return None
    if office["valid_from"] and start < date.fromisoformat(office["valid_from"]):
        return f"the office has its name since {office['valid_from']} only"
    if office["valid_until"] and (end or date.max) > date.fromisoformat(office["valid_until"]):
        return f"the office has its name until {office['valid_until']} only"
    return None


def _overlaps(row: Row, bounds: Bounds) -> bool:
    """Whether a row and a spell have days in common.

    A single day of a longer spell is not sufficient, because in Wikidata a spell often ends on the
    date on which the next one begins.
    """
    start = max(_day(row["start"], date.min), bounds.start or date.min)
    end = min(_day(row["end"], date.max), bounds.end or date.max)
    is_one_day = bounds.start is not None and bounds.start == bounds.end
    return end - start >= timedelta(days=0 if is_one_day else 1)


def _is_covered(spell: SpellFact, rows: Iterable[Row]) -> bool:
    """Whether rows together cover a spell, from its first to its last day.

    If the spell has a party, only rows with the same party are used. A single day may be missing at
    each end, but none between two rows.
    """
    start, end = spell.bounds.start or date.min, spell.bounds.end or date.max
    until: date | None = None
    for row in sorted(rows, key=lambda row: row["start"]):
        first, last = _day(row["start"], date.min), _day(row["end"], date.max)
        reached = start if until is None else until
        if (spell.party and row.get("party_key") != spell.party) or _days_between(
            reached, first
        ) > 1:
            continue
        until = last if until is None else max(until, last)
    return until is not None and (until == end or _days_between(until, end) <= 1)


def _days_between(first: date, last: date) -> int:
    """Return the number of days from ``first`` to ``last``, or 0 if ``last`` is not later."""
    return max(0, (last - first).days)


def _day(text: str, default: date) -> date:
    return date.fromisoformat(text) if text else default


def _cells(bounds: Bounds) -> dict[str, str]:
    def precision(day: date | None, value: DatePrecision) -> str:
        return str(value) if day else ""

    return {
        "start": bounds.start.isoformat() if bounds.start else "",
        "start_precision": precision(bounds.start, bounds.start_precision),
        "end": bounds.end.isoformat() if bounds.end else "",
        "end_precision": precision(bounds.end, bounds.end_precision),
    }


def _days(row: Row) -> str:
    return f"{row['start'] or '…'} to {row['end'] or '…'}"

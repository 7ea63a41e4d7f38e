"""Facts from statements in Wikidata that persons held a position (P39).

A statement that cannot be used is listed as an omission. Usually, it does not state when the
position was held: for example, it may state that the person has left the position, but not when.
"""

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kv2rdf.addresses.external import wikidata_item
from kv2rdf.exchange.additions.facts import Bounds, Facts, Omission, PersonFact, SpellFact
from kv2rdf.exchange.services.query_service import HeldPosition
from kv2rdf.model.evidence import DatePrecision

SOURCE = "Wikidata"
CHAMBER_POSITIONS = {"Q18887908": "tk", "Q19305384": "ek"}
"""The positions of members of the Tweede Kamer and of the Eerste Kamer."""

_DAY, _MONTH, _YEAR = "11", "10", "9"
_GIVEN = r"(?P<given>[^\W\d_a-z][\w.'’]*(?:-[^\W\d_a-z][\w.'’]*)*)"
_SURNAME = re.compile(_GIVEN + r" (?P<prefix>(?:[a-z'’]+ )+)(?P<family>[^\W\d_a-z].*)")
_TWO_WORDS = re.compile(_GIVEN + r" (?P<prefix>)(?P<family>[^\W\d_a-z]\S*)")


class _UnusableError(Exception):
    """Raised for a statement that cannot be used. The message is the reason."""


@dataclass(frozen=True, slots=True)
class KnownItems:
    """The keys of the parties and the offices in the tables, by their Wikidata items."""

    parties: Mapping[str, str]
    offices: Mapping[str, str]

    @property
    def positions(self) -> tuple[str, ...]:
        """The items of all positions to query."""
        return (*CHAMBER_POSITIONS, *self.offices)


def wikidata_facts(statements: Iterable[HeldPosition], known: KnownItems) -> Facts:
    """Return the persons in the statements, their memberships and tenures, and the omissions.

    ``known`` contains the keys of the parties and offices to which statements may refer.
    """
    persons: dict[str, PersonFact] = {}
    spells: list[SpellFact] = []
    not_added: list[Omission] = []
    for statement in statements:
        who = statement.values.get("name") or statement.values.get("person", ())
        what = f"{', '.join(who)}: {statement.address}"
        try:
            person = _person(statement)
            spell = _spell(statement, known)
        except _UnusableError as error:
            not_added.append(Omission(what, str(error)))
            continue
        persons[person.identifier] = person
        spells.append(spell)
    ordered = tuple(person for _, person in sorted(persons.items()))
    return Facts(SOURCE, ordered, tuple(spells), tuple(not_added))


def _person(statement: HeldPosition) -> PersonFact:
    item = _item(_one(statement, "person", "persons"))
    name = _one(statement, "name", "names in Dutch", default=item)
    return PersonFact(
        identifier=item,
        wikidata=item,
        name=name,
        parlement_id=_one(statement, "parlement", "identifiers at parlement.com", default=""),
        birth=_birth(statement),
        **_name_parts(name, statement.values.get("family", ())),
    )


def _name_parts(name: str, families: tuple[str, ...]) -> dict[str, str]:
    """Return the parts of a name, or an empty dict if it is not certain where the surname begins.

    The surname begins after the first word if only one word follows, or if particles in lower case
    ("van den") follow. Otherwise, the surname is the only one of ``families`` (P734) with which the
    name ends.
    """
    found = _SURNAME.fullmatch(name) or _TWO_WORDS.fullmatch(name)
    if found:
        return {part: words.strip() for part, words in found.groupdict().items()}
    endings = [family for family in families if name.endswith(f" {family}")]
    if len(endings) != 1:
        return {}
    return {"given": name.removesuffix(endings[0]).strip(), "family": endings[0]}


def _birth(statement: HeldPosition) -> str:
    days, precisions = (statement.values.get(key, ()) for key in ("birth", "birthPrecision"))
    if len(days) != 1 or len(precisions) != 1:
        return ""
    return {_DAY: days[0][:10], _YEAR: days[0][:4]}.get(precisions[0], "")


def _spell(statement: HeldPosition, known: KnownItems) -> SpellFact:
    position = _item(_one(statement, "position", "positions"))
    chamber = CHAMBER_POSITIONS.get(position)
    group = _one(statement, "group", "groups", default="")
    party = known.parties.get(_item(group), "") if group else ""
    if chamber and group and not party:
        raise _UnusableError(f"the group {_item(group)} (P4100) belongs to no party in the tables")
    kind = ("fractie" if party else "seat") if chamber else ""
    return SpellFact(
        identifier=statement.address,
        person=_item(_one(statement, "person", "persons")),
        place=f"{kind}-{chamber}" if chamber else known.offices[position],
        is_office=chamber is None,
        party=party if chamber else "",
        bounds=_bounds(statement),
    )


def _bounds(statement: HeldPosition) -> Bounds:
    """Return when a position was held.

    Raises _UnusableError if this is not stated or impossible. If the first day is missing, it is
    that of the term, with the precision ``not before``. If the last day is missing, it is that of
    the term, with the precision ``not after``.
    """
    start = _moment(statement, "start", latest=False)
    end = _moment(statement, "end", latest=True)
    if start is None:
        start = _term(statement, "termStart", DatePrecision.NOT_BEFORE)
    if start is None:
        raise _UnusableError("it has neither a start (P580) nor a term with a start (P2937)")
    if end is None and "someEnd" in statement.values:
        raise _UnusableError("the end (P582) is stated as unknown")
    if end is None:
        end = _term(statement, "termEnd", DatePrecision.NOT_AFTER)
    if end is None and "term" not in statement.values:
        raise _UnusableError("it has neither an end (P582) nor a term (P2937): it may be over")
    if end is not None and end[0] < start[0]:
        raise _UnusableError("it ends before it starts")
    return Bounds(*start, *(end or (None, DatePrecision.DAY)))


def _moment(
    statement: HeldPosition, name: str, *, latest: bool
) -> tuple[date, DatePrecision] | None:
    """Return the date ``name`` ("start" or "end") with its precision, or None if it is missing.

    If only a month or a year is stated, return its first day or, if ``latest`` is true, its last
    day. Raises _UnusableError if there are several values, or if the value is less precise than a
    year or is not a date.
    """
    value = _one(statement, name, f"values of {name}", default="")
    precision = _one(statement, f"{name}Precision", f"precisions of {name}", default="")
    if not value:
        return None
    day = _calendar_day(value)
    if precision == _DAY:
        return day, DatePrecision.DAY
    if precision not in (_MONTH, _YEAR):
        raise _UnusableError(f"the {name} does not state a year")
    vague = DatePrecision.NOT_AFTER if latest else DatePrecision.NOT_BEFORE
    month = day.month if precision == _MONTH else (12 if latest else 1)
    last = calendar.monthrange(day.year, month)[1]
    return date(day.year, month, last if latest else 1), vague


def _term(
    statement: HeldPosition, name: str, precision: DatePrecision
) -> tuple[date, DatePrecision] | None:
    value = _one(statement, name, f"values of {name}", default="")
    return (_calendar_day(value), precision) if value else None


def _calendar_day(value: str) -> date:
    try:
        return date.fromisoformat(value[:10])
    except ValueError as error:
        raise _UnusableError(f"{value} is not a date in our calendar") from error


def _one(statement: HeldPosition, name: str, plural: str, default: str | None = None) -> str:
    values = statement.values.get(name, () if default is None else (default,))
    if len(values) != 1:
        raise _UnusableError(f"it has {len(values)} {plural}")
    return values[0]


def _item(address: str) -> str:
    item = wikidata_item(address)
    if item is None:
        raise _UnusableError(f"{address} is not an item")
    return item

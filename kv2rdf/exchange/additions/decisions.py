"""The decision about which facts are added to the tables, and which need review."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kv2rdf.exchange.additions.facts import Facts, Omission
from kv2rdf.exchange.additions.person_matches import PersonMatches
from kv2rdf.exchange.additions.seat_check import GroupCount, group_counts, is_counted
from kv2rdf.exchange.additions.spell_matches import SpellMatches
from kv2rdf.reference.csv_rows import Row

_FIRST_PAPERS = date(1984, 1, 1)
"""Nobody whose office or seat ended before this date asked or answered anything in the papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExistingRows:
    """The existing rows of the authority tables, with one field for each table."""

    persons: tuple[Row, ...]
    memberships: tuple[Row, ...]
    tenures: tuple[Row, ...]
    offices: tuple[Row, ...]
    seats: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """The new rows, and the facts that were not added.

    ``known`` is the number of memberships and tenures from the services that were already in the
    tables. ``earlier`` is the number of those that were left out because they ended before 1984,
    when the papers begin. ``unfilled`` contains identifiers from the services that are missing from
    an existing row. ``counts`` contains the number of members of each group.
    """

    persons: tuple[Row, ...]
    memberships: tuple[Row, ...]
    tenures: tuple[Row, ...]
    known: int
    earlier: int
    not_added: tuple[Omission, ...]
    unfilled: tuple[Omission, ...]
    counts: tuple[GroupCount, ...]


def additions(rows: ExistingRows, facts: Iterable[Facts], day: date) -> Additions:
    """Return the additions to ``rows``, made from ``facts``.

    ``day`` is the date on which the services were queried.
    """
    people = PersonMatches(rows.persons)
    spells = SpellMatches(rows.memberships, rows.tenures)
    offices = {row["key"]: row for row in rows.offices}
    not_added: list[Omission] = []
    earlier = 0
    for said in facts:
        not_added += said.not_added
        late = [s for s in said.spells if (s.bounds.end or date.max) >= _FIRST_PAPERS]
        earlier += len(said.spells) - len(late)
        wanted = {spell.person for spell in late}
        keys: dict[str, str | None] = {}
        births: dict[str, str] = {}
        for person in (person for person in said.persons if person.identifier in wanted):
            source = f"{said.source}, {person.identifier}, {day.isoformat()}"
            keys[person.identifier] = people.key(person, source)
            births[person.identifier] = person.birth
        for spell in late:
            key = keys.get(spell.person)
            if key is None:
                continue  # The person is already listed.
            office = offices[spell.place] if spell.is_office else None
            source = f"{said.source}, {_short(spell.identifier)}, {day.isoformat()}"
            spells.add(spell, key, births[spell.person], office, source)
    kept, crowded, counts = _within_seats(rows, spells.memberships)
    used = {row["person_key"] for row in (*kept, *spells.tenures)}
    return Additions(
        persons=tuple(row for row in people.added if row["key"] in used),
        memberships=kept,
        tenures=tuple(spells.tenures),
        known=spells.known,
        earlier=earlier,
        not_added=(*not_added, *people.not_added, *spells.not_added, *crowded),
        unfilled=tuple(people.unfilled),
        counts=counts,
    )


def _within_seats(
    rows: ExistingRows, added: Iterable[Row]
) -> tuple[tuple[Row, ...], tuple[Omission, ...], tuple[GroupCount, ...]]:
    """Return the memberships to add, those to leave out, and the number of members of each group.

    If ``added`` would give a group more members than seats on the first sitting day of a term, all
    new memberships in the group that include that day are left out, because it is not known which
    are wrong.
    """
    new = tuple(added)
    exceeded = [c for c in group_counts(rows.seats, rows.memberships, new) if c.is_exceeded]
    kept: list[Row] = []
    crowded: list[Omission] = []
    for row in new:
        count = next((count for count in exceeded if is_counted(row, count)), None)
        if count is None:
            kept.append(row)
            continue
        why = (
            f"with it, {count.party} would have {count.after} members on {count.day}, and it had "
            f"won {count.seats} seats"
        )
        crowded.append(Omission(f"{row['person_key']}: {row['key']}", why))
    return tuple(kept), tuple(crowded), group_counts(rows.seats, rows.memberships, kept)


def _short(identifier: str) -> str:
    """Return the part of an identifier after its last slash, or all of it if there is no slash."""
    return identifier.rpartition("/")[2]

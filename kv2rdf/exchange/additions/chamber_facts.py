"""Facts from the open data of the Tweede Kamer: memberships of groups, with their periods."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kv2rdf.errors import ServiceError
from kv2rdf.exchange.additions.facts import Bounds, Facts, Omission, PersonFact, SpellFact
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.kinds import MembershipKind
from kv2rdf.model.local_time import day_of_moment

SOURCE = "Tweede Kamer, open data"
ENTITIES = ("Persoon", "Fractie", "FractieZetel", "FractieZetelPersoon")
_GENDERS = {"man": "m", "vrouw": "f"}

_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChamberRows:
    """The rows that the Tweede Kamer returns for each of ``ENTITIES``, in the same order."""

    persons: tuple[_Row, ...]
    groups: tuple[_Row, ...]
    seats: tuple[_Row, ...]
    spells: tuple[_Row, ...]


def chamber_facts(rows: ChamberRows, parties: Mapping[str, str]) -> Facts:
    """Return the persons who belonged to a group, their memberships, and the omissions.

    ``parties`` maps the names and abbreviations of parties to their keys. Raises ServiceError if a
    row lacks a field, or if a value does not have the expected form.
    """
    try:
        return _facts(rows, parties)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ServiceError(f"{SOURCE}: a row does not have the expected form: {error}") from error


def _facts(rows: ChamberRows, parties: Mapping[str, str]) -> Facts:
    names = {row["Id"]: (row["Afkorting"], row["NaamNL"]) for row in rows.groups}
    groups = {row["Id"]: row["Fractie_Id"] for row in rows.seats}
    people = {row["Id"]: row for row in rows.persons}
    spells: list[SpellFact] = []
    not_added: list[Omission] = []
    for row in rows.spells:
        person = people.get(row["Persoon_Id"])
        words = names.get(groups.get(row["FractieZetel_Id"], ""), ())
        what = f"{_name(person) if person else row['Persoon_Id']}: FractieZetelPersoon {row['Id']}"
        party = next((parties[word] for word in words if word in parties), None)
        start, end = _day(row["Van"]), _day(row["TotEnMet"])
        if person is None or party is None or start is None or (end and end < start):
            not_added.append(Omission(what, _reason(person, words, party, start)))
            continue
        spells.append(
            SpellFact(
                identifier=row["Id"],
                person=row["Persoon_Id"],
                place=MembershipKind.GROUP_TK,
                is_office=False,
                party=party,
                bounds=Bounds(start, DatePrecision.DAY, end, DatePrecision.DAY),
                key=row["Id"],
            )
        )
    sat = {spell.person for spell in spells}
    persons = tuple(_person(people[identifier]) for identifier in sorted(sat))
    return Facts(SOURCE, persons, tuple(spells), tuple(not_added))


def _reason(
    person: _Row | None, words: Iterable[str], party: str | None, start: date | None
) -> str:
    if person is None:
        return "the person is not among the persons"
    if party is None:
        shown = ", ".join(filter(None, words))
        return f"the group ({shown or 'without a name'}) is of no party in the tables"
    return "it has no first day" if start is None else "it ends before it starts"


def _person(row: _Row) -> PersonFact:
    return PersonFact(
        identifier=row["Id"],
        guid=row["Id"],
        name=_name(row),
        given=_words(row["Roepnaam"]) or _words(row["Voornamen"]),
        prefix=_words(row["Tussenvoegsel"]),
        family=_words(row["Achternaam"]),
        initials=_words(row["Initialen"]),
        gender=_GENDERS.get(_words(row["Geslacht"]), ""),
        birth=_words(row["Geboortedatum"])[:10],
    )


def _name(row: _Row) -> str:
    given = _words(row["Roepnaam"]) or _words(row["Voornamen"]) or _words(row["Initialen"])
    parts = (given, _words(row["Tussenvoegsel"]), _words(row["Achternaam"]))
    return " ".join(filter(None, parts))


def _words(value: str | None) -> str:
    return " ".join((value or "").split())


def _day(value: str | None) -> date | None:
    return None if value is None else day_of_moment(datetime.fromisoformat(value))

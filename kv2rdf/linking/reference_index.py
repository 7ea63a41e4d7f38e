"""An index of the register by the words that papers use for its entries."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import MAXYEAR, date
from functools import cached_property, lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Self, TypeVar

from kv2rdf.linking.citations.media import media_by_name
from kv2rdf.linking.name_bearers import Bearer, bearers_by_surname
from kv2rdf.linking.name_evidence import (
    complete_groups,
    first_days_of_terms,
    speakers_by_surname,
)
from kv2rdf.linking.office_holders import Holder, holders_by_office, holders_by_surname
from kv2rdf.linking.office_names import OfficeName, office_names
from kv2rdf.linking.party_spellings import parties_by_letters, party_letters
from kv2rdf.linking.text.topic_line import topics_by_label
from kv2rdf.model.evidence import Speaker
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.recorded_table import RecordedTable
from kv2rdf.model.register import (
    AnswerTerm,
    Medium,
    Membership,
    Ministry,
    Office,
    Party,
    Register,
    Topic,
)

IDENTIFIERS = "identifiers"
"""The name of the table of the identifiers of papers that have an official page."""

_Row = TypeVar("_Row")


@dataclass(frozen=True, kw_only=True)
class ReferenceIndex:
    """The entries of a register, in one table for each way in which they are looked up.

    ``parties``, ``media`` and ``topics`` are looked up by a name that is reduced to the form in
    which names are compared. The keys of the other tables are: the first letters of a name for
    ``office_names``; the key of the entry for ``offices``, ``ministries`` and ``parties_by_key``;
    the key of the person for ``memberships``; the key of the office for ``holders``; the letters of
    a surname for ``bearers``, ``speakers`` and ``officers``; the chamber for ``terms``; the
    chamber, party and first day of a term for ``complete_groups``; and the chamber and year for
    ``answer_terms``. The keys of ``identifiers`` are the identifiers of papers that have an
    official page, according to the lists in the input; each is mapped to itself.
    """

    parties: RecordedTable[Party]
    office_names: RecordedTable[tuple[OfficeName, ...]]
    offices: RecordedTable[Office]
    ministries: RecordedTable[Ministry]
    parties_by_key: RecordedTable[Party]
    memberships: RecordedTable[tuple[Membership, ...]]
    bearers: RecordedTable[tuple[Bearer, ...]]
    speakers: RecordedTable[tuple[Speaker, ...]]
    terms: RecordedTable[tuple[date, ...]]
    complete_groups: RecordedTable[bool]
    holders: RecordedTable[tuple[Holder, ...]]
    officers: RecordedTable[tuple[Holder, ...]]
    media: RecordedTable[Medium]
    topics: RecordedTable[tuple[Topic, ...]]
    answer_terms: RecordedTable[tuple[AnswerTerm, ...]]
    identifiers: RecordedTable[str]

    @classmethod
    def of(cls, register: Register, identifiers: Mapping[str, str] = MappingProxyType({})) -> Self:
        """Return the index of a register and of ``identifiers``, which are mapped to themselves."""
        index = _index(register)
        tables = {
            field.name: getattr(index, field.name).without_used_keys() for field in fields(cls)
        }
        return cls(**tables | {IDENTIFIERS: RecordedTable(IDENTIFIERS, identifiers)})

    def party(self, printed: str | None) -> Party | None:
        """Return the party that a printed name or abbreviation refers to, or None if unknown."""
        return self.parties.get(party_letters(printed or ""))

    def answer_terms_of(self, chamber: Chamber, year: int) -> tuple[AnswerTerm, ...]:
        """Return the answer terms that were in force in a chamber on any date of a year."""
        return self.answer_terms.get(_chamber_and_year(chamber, year), ())

    def listed_identifier(self, identifiers: Iterable[str]) -> str | None:
        """Return the first of ``identifiers`` that occurs in a list in the input, or None."""
        return next((found for found in map(self.identifiers.get, identifiers) if found), None)

    def take_used_keys(self) -> set[int]:
        """Return the ``key_number`` of each key looked up since the last call.

        These keys are then forgotten.
        """
        return set(chain.from_iterable(table.take_used_keys() for table in self.tables))

    def forget_used_keys(self) -> None:
        """Forget which keys were looked up in any of the tables."""
        for table in self.tables:
            table.forget_used_keys()

    def changed_keys(self, other: "ReferenceIndex") -> set[int]:
        """Return the ``key_number`` of each key whose entries in the two indexes differ."""
        pairs = zip(self.tables, other.tables, strict=True)
        return set(chain.from_iterable(new.changed_keys(old) for new, old in pairs))

    @cached_property
    def tables(self) -> tuple[RecordedTable[object], ...]:
        """All tables, in a fixed order."""
        return tuple(getattr(self, field.name) for field in fields(self))


@lru_cache(maxsize=2)
def _index(register: Register) -> ReferenceIndex:
    """Return the index of a register, with an empty table of identifiers.

    Two indexes are cached, because an incremental build compares two registers.
    """
    parties = parties_by_letters(register.parties, register.misprints)
    return ReferenceIndex(
        parties=RecordedTable("parties", parties),
        office_names=RecordedTable("office names", office_names(register)),
        offices=RecordedTable("offices", {o.key: o for o in register.offices}),
        ministries=RecordedTable("ministries", register.present_ministries),
        parties_by_key=RecordedTable("parties by key", {p.key: p for p in register.parties}),
        memberships=_grouped("memberships", register.memberships, lambda row: (row.person,)),
        bearers=RecordedTable("bearers", bearers_by_surname(register)),
        speakers=RecordedTable("speakers", speakers_by_surname(register.speakers)),
        terms=RecordedTable("terms", first_days_of_terms(register.seat_counts)),
        complete_groups=RecordedTable("complete groups", complete_groups(register)),
        holders=RecordedTable("holders", holders_by_office(register)),
        officers=RecordedTable("officers", holders_by_surname(register)),
        media=RecordedTable("media", media_by_name(register.media)),
        topics=RecordedTable("topics", topics_by_label(register.topics)),
        answer_terms=_grouped("answer terms", register.answer_terms, _years_of_term),
        identifiers=RecordedTable(IDENTIFIERS, {}),
    )


def _grouped(
    name: str, rows: Iterable[_Row], keys: Callable[[_Row], Iterable[str]]
) -> RecordedTable[tuple[_Row, ...]]:
    """Return a table that maps each key to the rows with that key, in order.

    ``name`` is the name of the table, and ``keys`` returns the keys of a row.
    """
    groups: dict[str, tuple[_Row, ...]] = {}
    for row in rows:
        for key in keys(row):
            groups[key] = (*groups.get(key, ()), row)
    return RecordedTable(name, groups)


def _years_of_term(term: AnswerTerm) -> Iterable[str]:
    until = term.until.year if term.until else MAXYEAR
    return (_chamber_and_year(term.chamber, year) for year in range(term.since.year, until + 1))


def _chamber_and_year(chamber: str, year: int) -> str:
    return f"{chamber} {year}"

"""An index of the register by the words that papers use for its entries."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

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

    parties: Mapping[str, Party]
    office_names: Mapping[str, tuple[OfficeName, ...]]
    offices: Mapping[str, Office]
    ministries: Mapping[str, Ministry]
    parties_by_key: Mapping[str, Party]
    memberships: Mapping[str, tuple[Membership, ...]]
    bearers: Mapping[str, tuple[Bearer, ...]]
    speakers: Mapping[str, tuple[Speaker, ...]]
    terms: Mapping[str, tuple[date, ...]]
    complete_groups: Mapping[str, bool]
    holders: Mapping[str, tuple[Holder, ...]]
    officers: Mapping[str, tuple[Holder, ...]]
    media: Mapping[str, Medium]
    topics: Mapping[str, tuple[Topic, ...]]
    answer_terms: Mapping[str, tuple[AnswerTerm, ...]]
    identifiers: Mapping[str, str]

    @classmethod
    def of(
        cls, register: Register, identifiers: Mapping[str, str] = MappingProxyType({})
    ) -> "ReferenceIndex":
        """Return the index of a register and of ``identifiers``, which are mapped to themselves."""
        return replace(_index(register), identifiers=identifiers)

    def party(self, printed: str | None) -> Party | None:
        """Return the party that a printed name or abbreviation refers to, or None if unknown."""
        return self.parties.get(party_letters(printed or ""))

    def answer_terms_of(self, chamber: Chamber, year: int) -> tuple[AnswerTerm, ...]:
        """Return the answer terms that were in force in a chamber on any date of a year."""
        return self.answer_terms.get(_chamber_and_year(chamber, year), ())

    def listed_identifier(self, identifiers: Iterable[str]) -> str | None:
        """Return the first of ``identifiers`` that occurs in a list in the input, or None."""
        return next((found for found in map(self.identifiers.get, identifiers) if found), None)


@lru_cache(maxsize=2)
def _index(register: Register) -> ReferenceIndex:
    """Return the index of a register, with an empty table of identifiers.

    Two indexes are cached, because an incremental build compares two registers.
    """
    parties = parties_by_letters(register.parties, register.misprints)
    return ReferenceIndex(
        parties=parties,
        office_names=office_names(register),
        offices={o.key: o for o in register.offices},
        ministries=register.present_ministries,
        parties_by_key={p.key: p for p in register.parties},
        memberships=_grouped(register.memberships, lambda row: (row.person,)),
        bearers=bearers_by_surname(register),
        speakers=speakers_by_surname(register.speakers),
        terms=first_days_of_terms(register.seat_counts),
        complete_groups=complete_groups(register),
        holders=holders_by_office(register),
        officers=holders_by_surname(register),
        media=media_by_name(register.media),
        topics=topics_by_label(register.topics),
        answer_terms=_grouped(register.answer_terms, _years_of_term),
        identifiers={},
    )


def _grouped(
    rows: Iterable[_Row], keys: Callable[[_Row], Iterable[str]]
) -> Mapping[str, tuple[_Row, ...]]:
    """Return the rows with each key, in order. ``keys`` returns the keys of a row."""
    groups: dict[str, tuple[_Row, ...]] = {}
    for row in rows:
        for key in keys(row):
            groups[key] = (*groups.get(key, ()), row)
    return groups


def _years_of_term(term: AnswerTerm) -> Iterable[str]:
    until = term.until.year if term.until else MAXYEAR
    return (_chamber_and_year(term.chamber, year) for year in range(term.since.year, until + 1))


def _chamber_and_year(chamber: str, year: int) -> str:
    return f"{chamber} {year}"

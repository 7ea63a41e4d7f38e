"""Scores of candidates: 100 for a certain match, and otherwise at most 90.

docs/reconciliation.md explains how they are computed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kv2rdf.linking.periods import is_within
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.reconciliation.circumstances import Circumstances, QueryProperty
from kv2rdf.reconciliation.entities import Entity, EntityType
from kv2rdf.reconciliation.person_records import PersonRecords

CERTAIN = 100.0
_NAME, _PROPERTIES = 60.0, 30.0
_OTHER_INITIALS = 0.75
"""The factor by which the similarity of a name is multiplied if the initials differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredEntity:
    """A candidate with its score, and the values from which the score is computed.

    ``similarity`` is the similarity of the name, from 0 to 1. ``agreement`` contains each property
    in the query that can be compared, and whether it agrees.
    """

    entity: Entity
    score: float
    is_certain: bool
    similarity: float
    agreement: tuple[tuple[QueryProperty, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """A scorer, which compares candidates with the properties of a query."""

    index: ReferenceIndex
    records: PersonRecords

    def scored(
        self,
        entity: Entity,
        similarity: float,
        text: str,
        given: Circumstances,
        *,
        is_certain: bool,
    ) -> ScoredEntity:
        """Return a candidate with its score, which is lower if the initials in ``text`` differ."""
        agreement = tuple(self._agreement(entity, given))
        if entity.type is EntityType.PERSON:
            record = self.records.by_key[entity.keys[0]]
            if not record.may_have_initials(text):
                similarity *= _OTHER_INITIALS
        share = sum(agrees for _, agrees in agreement) / len(agreement) if agreement else 0.0
        score = CERTAIN if is_certain else round(_NAME * similarity + _PROPERTIES * share, 1)
        return ScoredEntity(
            entity=entity,
            score=score,
            is_certain=is_certain,
            similarity=round(similarity, 3),
            agreement=agreement,
        )

    def _agreement(
        self, entity: Entity, given: Circumstances
    ) -> Iterable[tuple[QueryProperty, bool]]:
        if entity.type is EntityType.PERSON:
            yield from self._agreement_of_person(entity.keys[0], given)
        elif entity.type is EntityType.PARTY and given.day:
            party = self.index.parties_by_key[entity.keys[0]]
            yield QueryProperty.DAY, is_within(given.day, party.founded, party.dissolved)
        elif entity.type is EntityType.OFFICE and given.day:
            office = self.index.offices[entity.keys[0]]
            yield QueryProperty.DAY, is_within(given.day, office.since, office.until)

    def _agreement_of_person(
        self, key: str, given: Circumstances
    ) -> Iterable[tuple[QueryProperty, bool]]:
        record = self.records.by_key[key]
        if given.party:
            party = self.index.party(given.party)
            yield QueryProperty.PARTY, party is not None and record.is_of_party(party.key)
        if given.day:
            yield QueryProperty.DAY, record.is_active_on(given.day)
        if given.chamber:
            yield QueryProperty.CHAMBER, record.is_in_chamber(given.chamber, given.day)


def in_order(scored: Iterable[ScoredEntity]) -> tuple[ScoredEntity, ...]:
    """Return candidates sorted by score, the best first, and then by name and address."""
    return tuple(sorted(scored, key=lambda one: (-one.score, one.entity.name, one.entity.address)))

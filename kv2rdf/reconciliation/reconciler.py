"""The evaluation of reconciliation queries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from kv2rdf.addresses.minting import Addresses
from kv2rdf.errors import ReleaseError, SeedError
from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.linking.person_names import name_letters, printed_name, surname_starts
from kv2rdf.model.register import Register
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.reconciliation.case_search import CaseSearch
from kv2rdf.reconciliation.certain_matches import CertainMatches, MeantKeys
from kv2rdf.reconciliation.circumstances import Circumstances, circumstances
from kv2rdf.reconciliation.entities import Entity, EntityType, register_entities
from kv2rdf.reconciliation.name_index import NameIndex
from kv2rdf.reconciliation.person_records import PersonRecords
from kv2rdf.reconciliation.queries import ReconciliationQuery
from kv2rdf.reconciliation.register_facts import RegisterFacts
from kv2rdf.reconciliation.scores import ScoredEntity, Scores, in_order
from kv2rdf.reconciliation.topics import topic_entities
from kv2rdf.reference.register_files import read_seeds

LONGEST_TEXT = 1_000
"""The maximum number of characters in a text to search for. A longer text is not a name."""

_NAMED = 0.8
"""The minimum similarity of an entity found by the rules that also identify names in papers."""

_PUBLISHED = """
SELECT DISTINCT ?thing {
  VALUES ?class { foaf:Person kv:Party kv:Ministry org:Post } ?thing a ?class
}
"""
_OF_REGISTER = (EntityType.PERSON, EntityType.PARTY, EntityType.MINISTRY, EntityType.OFFICE)
_TOPIC = EntityType.TOPIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciler:
    """An object that answers reconciliation queries. It can be used for any number of queries."""

    words: Mapping[str, str]
    keyed: Mapping[tuple[EntityType, str], Entity]
    identified: Mapping[str, tuple[Entity, ...]]
    names: NameIndex
    topics: NameIndex
    certain: CertainMatches
    scores: Scores
    facts: RegisterFacts
    cases: CaseSearch | None = None

    @classmethod
    def of_release(cls, release: Release) -> Self:
        """Return a reconciler for an open release.

        It uses the tables with which the release was built. Raises ReleaseError if the release
        cannot be read, or if its tables are missing or not valid for this version of kv2rdf.
        """
        try:
            register = read_seeds(release.files.seeds).register
        except (OSError, SeedError) as error:
            raise ReleaseError(
                f"{release.files.folder}: the tables that it was built with cannot be read: {error}"
            ) from error
        rows = rows_of(release.query(_PUBLISHED))
        at = Addresses(release.base) if release.base else Addresses()
        published = {address for (address,) in rows}
        return cls.of(register, at, published, CaseSearch(release), topic_entities(release))

    @classmethod
    def of(
        cls,
        register: Register,
        at: Addresses,
        published: Collection[str],
        cases: CaseSearch | None = None,
        topics: tuple[Entity, ...] = (),
    ) -> Self:
        """Return a reconciler for cases, topics and the entries with addresses in ``published``."""
        of_register = register_entities(register, at, published)
        entities = (*of_register, *topics)
        identified: dict[str, tuple[Entity, ...]] = {}
        for entity in entities:
            for identifier in dict.fromkeys((entity.address, *entity.identifiers)):
                identified[identifier] = (*identified.get(identifier, ()), entity)
        matcher, records = PersonMatcher.of(register), PersonRecords.of(register)
        keyed = {(entity.type, key): entity for entity in entities for key in entity.keys}
        return cls(
            words={entity.address: entity.name for entity in entities},
            keyed=keyed,
            identified=identified,
            names=NameIndex.of(of_register),
            topics=NameIndex.of(topics),
            certain=CertainMatches(matcher),
            scores=Scores(index=matcher.index, records=records),
            facts=RegisterFacts.of(register, records, keyed),
            cases=cases,
        )

    def result(self, query: ReconciliationQuery) -> tuple[ScoredEntity, ...]:
        """Return the candidates for a query, with the best candidate first.

        At most one of them is certain. Raises ReleaseError if the release cannot be read.
        """
        return self.candidates(query, circumstances(query, self.words))

    def candidates(
        self, query: ReconciliationQuery, given: Circumstances
    ) -> tuple[ScoredEntity, ...]:
        """Return the candidates for a query with these circumstances, as ``result`` does."""
        if len(query.text) > LONGEST_TEXT:
            return ()
        name, party = self.certain.name_and_party(query.text, given)
        given = replace(given, party=party)
        types = query.known_types
        if found := self._identified(given.identifier or query.text, types):
            return self._of_identifier(found, name, query, given)
        if given.identifier and not query.text:
            return ()
        meant = {each: self._meant(each, query, given) for each in _OF_REGISTER if each in types}
        if _TOPIC.value in query.types:
            meant[_TOPIC] = self._topic(query.text)
        certain = self._certain(meant) if given.is_clear else None
        similar = self._similar(query.text, name, types if query.types else types - {_TOPIC})
        for kind, keys in meant.items():
            for key in filter(None, (keys.certain, *keys.possible)):
                if entity := self.keyed.get((kind, key)):
                    similar[entity] = max(similar.get(entity, 0.0), _NAMED)
        if not similar and not query.types:
            similar = self._similar(query.text, name, {_TOPIC})
        if self.cases and EntityType.CASE in types and not similar:
            similar |= self.cases.similar(query.text)
        scored = (
            self.scores.scored(entity, similarity, name, given, is_certain=entity == certain)
            for entity, similarity in similar.items()
        )
        return in_order(scored)[: query.limit]

    def entities_at(self, addresses: Iterable[str]) -> dict[str, Entity]:
        """Return a mapping from addresses to entities. Addresses without an entity are left out.

        Raises ReleaseError if the release cannot be read.
        """
        asked = tuple(addresses)
        found = {
            entity.address: entity
            for address in asked
            for entity in self.identified.get(address, ())
            if entity.address == address
        }
        cases = self.cases.at(asked) if self.cases else ()
        return found | {case.address: case for case in cases}

    def _meant(
        self, kind: EntityType, query: ReconciliationQuery, given: Circumstances
    ) -> MeantKeys:
        if kind is EntityType.PERSON:
            return self.certain.person(query.text, given)
        if kind is EntityType.PARTY:
            return self.certain.party(query.text, given)
        if kind is EntityType.OFFICE:
            return self.certain.office(query.text, given)
        is_asked = EntityType.OFFICE not in query.known_types
        return self.certain.ministry(query.text, given, is_asked=is_asked)

    def _topic(self, text: str) -> MeantKeys:
        """Return the keys of the topics with a name. A key is certain if it is the only one."""
        found = self.topics.similarities(name_letters(text)).items()
        keys = [topic.keys[0] for topic, similarity in found if similarity == 1]
        return MeantKeys(keys[0]) if len(keys) == 1 else MeantKeys(None, tuple(keys))

    def _certain(self, meant: Mapping[EntityType, MeantKeys]) -> Entity | None:
        """Return the only entity that is certain, or None if there are several or none."""
        keys = [(kind, keys.certain) for kind, keys in meant.items() if keys.certain]
        return self.keyed.get(keys[0]) if len(keys) == 1 else None

    def _identified(self, text: str, types: Collection[EntityType]) -> tuple[Entity, ...]:
        found = [entity for entity in self.identified.get(text, ()) if entity.type in types]
        if not found and EntityType.CASE in types and self.cases:
            found += self.cases.identified(text)
        return tuple(found)

    def _of_identifier(
        self, found: tuple[Entity, ...], name: str, query: ReconciliationQuery, given: Circumstances
    ) -> tuple[ScoredEntity, ...]:
        """Return the entities in ``found``, which have the given identifier, with their scores.

        An entity is certain if it is the only one, if all properties could be read, and if the name
        is similar or missing.
        """
        similar = self._similar(query.text, name, query.known_types) if given.identifier else {}
        is_named = given.identifier in (None, query.text, "") or not query.text
        scored = [
            self.scores.scored(
                entity,
                1.0 if is_named else similar.get(entity, 0.0),
                name,
                given,
                is_certain=len(found) == 1 and given.is_clear and (is_named or entity in similar),
            )
            for entity in found
        ]
        return in_order(scored)[: query.limit]

    def _similar(self, text: str, name: str, types: Collection[EntityType]) -> dict[Entity, float]:
        """Return the entities of these types with similar names, and their similarities.

        ``name`` is the name in ``text`` without the party. It is compared only with the names of
        persons. Cases are not included. Topics have a separate index, because their names are long
        and share groups of letters with many other names.
        """
        found = self.names.similarities(name_letters(text))
        if _TOPIC in types:
            found |= self.topics.similarities(name_letters(text))
        words = printed_name(name).words
        for number in surname_starts(words):
            weight = 1.0 if number == 0 else 0.8
            letters = name_letters(" ".join(words[number:]))
            for entity, similarity in self.names.similarities(letters).items():
                if entity.type is EntityType.PERSON:
                    found[entity] = max(found.get(entity, 0), weight * similarity)
        return {entity: weight for entity, weight in found.items() if entity.type in types}

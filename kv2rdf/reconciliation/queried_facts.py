"""Facts about cases and topics, and numbers of cases, found by SPARQL queries."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.extension_properties import PROPERTIES, PropertyId
from kv2rdf.reconciliation.extension_values import EntityReference, ExtensionValue

_QUERY = "SELECT DISTINCT ?thing ?value ?name { $things $pattern } ORDER BY ?thing ?name ?value"
_COUNT = "SELECT ?thing (COUNT(DISTINCT ?case) AS ?value) { $things $pattern } GROUP BY ?thing"
_NAMED = """
?value a ?kind ; rdfs:label ?label FILTER(?kind IN ($kinds) && LANG(?label) != "en")
OPTIONAL { ?value kv:asInSource ?printed } BIND(STR(COALESCE(?printed, ?label)) AS ?name)
"""
_PERSONS = _NAMED.replace("$kinds", "foaf:Person, kv:NameForm")
_OFFICES = _NAMED.replace("$kinds", "org:Post, kv:OfficeForm")

_OF_CASES: Mapping[PropertyId, str] = {
    PropertyId.IDENTIFIER: "?thing dct:identifier ?value",
    PropertyId.CHAMBER: '?thing kv:chamber/rdfs:label ?value FILTER(LANG(?value) = "nl")',
    PropertyId.STATE: '?thing kv:state/rdfs:label ?value FILTER(LANG(?value) = "en")',
    PropertyId.TABLED: "?thing dct:dateSubmitted ?value",
    PropertyId.DUE: "?thing kv:answerDue ?value",
    PropertyId.ANSWERED: "?thing kv:answeredOn ?value",
    PropertyId.DAYS: "?thing kv:daysToAnswer ?value",
    PropertyId.TOPIC: "?thing dct:subject ?value . ?value rdfs:label ?name",
    PropertyId.ASKER: f"?thing kv:askedBy ?value . {_PERSONS}",
    PropertyId.PARTY: """
        ?paper kv:concernsDossier ?thing ; a kv:QuestionDocument ; kv:partyAtTheTime ?value .
        ?value rdfs:label ?name
    """,
    PropertyId.OFFICE: f"?thing kv:addressedTo ?value . {_OFFICES}",
    PropertyId.ANSWERER: f"?thing kv:answeredBy ?value . {_PERSONS}",
    PropertyId.MINISTRY: """
        ?thing eli-dl:consists_of/eli-dl:had_participation ?part .
        ?part eli-dl:participation_role c:antwoordgever ;
          eli-dl:had_participant_organization ?value .
        ?value rdfs:label ?name FILTER EXISTS { ?thing kv:answeredBy ?anybody }
    """,
}
"""Maps each property of cases to the pattern that finds its values.

If the source of a case does not name the answerers, the case has no kv:answeredBy and therefore no
answering ministry.
"""

_OF_TOPICS = {PropertyId.WIDER: "?thing skos:broader ?value . ?value rdfs:label ?name"}
_PATTERNS = {EntityType.CASE: _OF_CASES, EntityType.TOPIC: _OF_TOPICS}

_ASKED = "?case kv:askedBy ?thing"
_ANSWERED = "?case kv:answeredBy ?thing"
_COUNTED = {
    (EntityType.PERSON, PropertyId.ASKED_CASES): _ASKED,
    (EntityType.PARTY, PropertyId.ASKED_CASES): """
        ?paper kv:partyAtTheTime ?thing ; a kv:QuestionDocument ; kv:concernsDossier ?case
    """,
    (EntityType.TOPIC, PropertyId.CASES): "?case dct:subject ?thing ; a kv:Dossier",
    (EntityType.PERSON, PropertyId.ANSWERED_CASES): _ANSWERED,
    (EntityType.OFFICE, PropertyId.ANSWERED_CASES): _ANSWERED,
    (EntityType.MINISTRY, PropertyId.ANSWERED_CASES): """
        ?part eli-dl:had_participant_organization ?thing ;
          eli-dl:participation_role c:antwoordgever .
        ?case eli-dl:consists_of/eli-dl:had_participation ?part
        FILTER EXISTS { ?case kv:answeredBy ?anybody }
    """,
}
"""Maps pairs of a type and a property that counts cases to the pattern that finds the cases."""

_READERS: Mapping[PropertyId, Callable[[str], ExtensionValue]] = {
    PropertyId.TABLED: date.fromisoformat,
    PropertyId.DUE: date.fromisoformat,
    PropertyId.ANSWERED: date.fromisoformat,
    PropertyId.DAYS: int,
}


@dataclass(frozen=True, slots=True)
class QueriedFacts:
    """A source of facts that queries an open release.

    ``words`` maps the addresses of entities to their names.
    """

    release: Release
    words: Mapping[str, str]

    def values(
        self, kind: EntityType, addresses: Collection[str], wanted: PropertyId
    ) -> dict[str, tuple[ExtensionValue, ...]]:
        """Return the values of a property, by the addresses of the entities, all of one type.

        The entities must be in the release. An entity without values may be left out. Raises
        ReleaseError if the release cannot be read.
        """
        if pattern := _COUNTED.get((kind, wanted)):
            counted = self._rows(_COUNT, addresses, pattern)
            numbers = {address: int(number) for address, number in counted}
            return {address: (numbers.get(address, 0),) for address in addresses}
        pattern = _PATTERNS.get(kind, {}).get(wanted)
        if pattern is None:
            return {}
        found: dict[str, list[ExtensionValue]] = {}
        for address, value, name in self._rows(_QUERY, addresses, pattern):
            found.setdefault(address, []).append(self._value(wanted, value, name))
        return {address: tuple(dict.fromkeys(values)) for address, values in found.items()}

    def _value(self, wanted: PropertyId, value: str, name: str) -> ExtensionValue:
        if PROPERTIES[wanted].values:
            known = self.words.get(value)
            return EntityReference(value, known) if known else name
        return _READERS.get(wanted, str)(value)

    def _rows(
        self, query: str, addresses: Collection[str], pattern: str
    ) -> tuple[tuple[str, ...], ...]:
        things = " ".join(f"<{address}>" for address in addresses)
        text = query.replace("$things", f"VALUES ?thing {{ {things} }}")
        return rows_of(self.release.query(text.replace("$pattern", pattern)))

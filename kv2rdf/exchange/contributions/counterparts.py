"""The persons, parties and offices of a release, with their Wikidata items."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kv2rdf.addresses.external import wikidata_item
from kv2rdf.errors import ReleaseError
from kv2rdf.exchange.contributions.spells import published_spells
from kv2rdf.query.careers import careers
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PERSON_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
"""The pattern of the keys of persons, which is also used for parties and offices.

It does not contain ^ or $, because Wikidata compares a pattern with the whole value.
"""

_ITEMS = "SELECT ?thing ?item { ?thing owl:sameAs ?item }"
_IDENTIFIERS = "SELECT ?thing ?identifier { ?thing a foaf:Person ; dct:identifier ?identifier }"
_LABELS = 'SELECT ?thing ?name {{ ?thing a {} ; rdfs:label ?name FILTER(LANG(?name) = "nl") }}'
_NAMES = {
    "persoon": "SELECT ?thing ?name { ?thing a foaf:Person ; foaf:name ?name }",
    "partij": _LABELS.format("kv:Party"),
    "ambt": _LABELS.format("org:Post"),
}
_ABBREVIATIONS = "SELECT ?thing ?name { ?thing a kv:Party ; skos:notation ?name }"
_USES = {
    "persoon": "SELECT ?thing (COUNT(DISTINCT ?use) AS ?n)"
    " { ?use eli-dl:had_participant_person ?thing } GROUP BY ?thing",
    "partij": "SELECT ?thing (COUNT(DISTINCT ?use) AS ?n)"
    " { ?use kv:partyAtTheTime ?thing } GROUP BY ?thing",
    "ambt": "SELECT ?thing (COUNT(DISTINCT ?use) AS ?n)"
    " { ?use kv:addressedTo|kv:answeredBy ?thing . ?thing a org:Post } GROUP BY ?thing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """A person, party or office of the register, with its Wikidata item.

    ``item`` is the item, or None if no item is certain. ``uses`` is the number of participations of
    a person, of participations and papers that are linked to a party, or of cases that are linked
    to an office. ``description`` distinguishes the entity from others with the same name.
    ``parlement_id`` identifies a person at parlement.com.
    """

    address: str
    key: str
    name: str
    item: str | None
    uses: int
    description: str
    parlement_id: str | None = None


def counterparts(release: Release, base: str, kind: str) -> tuple[Counterpart, ...]:
    """Return the entities of a kind (``persoon``, ``partij`` or ``ambt``), sorted by key.

    Only entities whose addresses are below ``base`` are returned. Raises ReleaseError if a key does
    not match ``PERSON_PATTERN``, if an item belongs to two entities, or if an entity has two items.
    """
    items = _items(release)
    uses = dict(pairs(release, _USES[kind]))
    named = pairs(release, _NAMES[kind])
    described = _descriptions(release, kind, [address for address, _ in named])
    identifiers = _parlement_ids(release) if kind == "persoon" else {}
    beginning = f"{base}/id/{kind}/"
    found = []
    for address, name in named:
        if not address.startswith(beginning):
            continue
        key = address.removeprefix(beginning)
        if not re.fullmatch(PERSON_PATTERN, key):
            raise ReleaseError(f"{address}: the key does not match its pattern")
        found.append(
            Counterpart(
                address=address,
                key=key,
                name=name,
                item=items.get(address),
                uses=int(uses.get(address, "0")),
                description=described.get(address, ""),
                parlement_id=identifiers.get(address),
            )
        )
    return tuple(sorted(found, key=lambda thing: thing.key))


def pairs(release: Release, query: str) -> tuple[tuple[str, str], ...]:
    """Return the rows of a query with two variables, sorted and without duplicates."""
    return tuple(sorted({(row[0], row[1]) for row in rows_of(release.query(query))}))


def _items(release: Release) -> dict[str, str]:
    """Return the Wikidata items, keyed by the addresses of the entities.

    Raises ReleaseError if an entity has two items, or if an item belongs to two entities.
    """
    found: dict[str, str] = {}
    things: dict[str, str] = {}
    for address, other in pairs(release, _ITEMS):
        item = wikidata_item(other)
        if item is None:
            continue
        if address in found:
            raise ReleaseError(f"{address} has two items in Wikidata: {found[address]}, {item}")
        if item in things:
            raise ReleaseError(f"{item} belongs to two things: {things[item]}, {address}")
        found[address], things[item] = item, address
    return found


def _parlement_ids(release: Release) -> dict[str, str]:
    """Return the parlement.com identifiers of persons, keyed by the addresses of the persons.

    The only other identifiers of persons are GUIDs, which are left out.
    """
    return {
        address: identifier
        for address, identifier in pairs(release, _IDENTIFIERS)
        if not _GUID.fullmatch(identifier)
    }


def _descriptions(release: Release, kind: str, things: Iterable[str]) -> dict[str, str]:
    if kind == "persoon":
        return careers(published_spells(release))
    if kind == "ambt":
        return dict.fromkeys(things, "ambt in de Nederlandse regering")
    words: dict[str, list[str]] = defaultdict(list)
    for address, abbreviation in pairs(release, _ABBREVIATIONS):
        words[address].append(abbreviation)
    return {
        party: ", ".join((*words[party], "partij of fractie in het Nederlandse parlement"))
        for party in things
    }

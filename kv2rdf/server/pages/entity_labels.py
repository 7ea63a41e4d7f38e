"""The labels of entities of a release, in the language of a page if possible."""

import re
from collections.abc import Iterable

from kv2rdf.query.sparql import rows_of
from kv2rdf.server.served_release import ServedRelease

_LABELS = """SELECT ?thing ?label (LANG(?label) AS ?language) WHERE {
  VALUES ?thing { $things } ?thing skos:prefLabel|rdfs:label|dct:title|foaf:name ?label
} ORDER BY (LANG(?label) != "$language") ?label"""
_ADDRESS = re.compile(r"[^<>\"{}|^`\\\x00-\x20]+")


def entity_addresses(release: ServedRelease, values: Iterable[str]) -> tuple[str, ...]:
    """Return the values that can be addresses of entities of the release, each of them once."""
    own = (value for value in values if value.startswith(f"{release.base}/"))
    return tuple(value for value in dict.fromkeys(own) if _ADDRESS.fullmatch(value))


def entity_labels(
    release: ServedRelease, language: str, addresses: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Return the labels of entities, each with its language, by address.

    A label in ``language`` is preferred. Raises ReleaseError if the store cannot be read.
    """
    things = " ".join(f"<{address}>" for address in addresses)
    if not things:
        return {}
    query = _LABELS.replace("$language", language).replace("$things", things)
    labels: dict[str, tuple[str, str]] = {}
    for thing, label, label_language in rows_of(release.release.query(query)):
        labels.setdefault(thing, (label, label_language))
    return labels

"""Catalogues for Mix'n'match, a tool with which people match entries to Wikidata items.

The format is that of https://meta.wikimedia.org/wiki/Mix%27n%27match/Import: tab-separated values
with one row of headings. ``id`` and ``name`` are required. Mix'n'match refuses a file with an
unknown heading, so there is no column for the Wikidata items that are already certain. Mix'n'match
will take these items from Wikidata once the proposed property exists and has values there.
"""

from collections.abc import Iterable

from kv2rdf.exchange.contributions.counterparts import Counterpart

_HUMAN = "Q5"


def person_catalogue(persons: Iterable[Counterpart]) -> str:
    """Return the catalogue of persons, with their identifiers at parlement.com (P1749)."""
    rows = [("id", "name", "desc", "url", "type", "P1749")]
    rows += [
        (p.key, p.name, p.description, p.address, _HUMAN, p.parlement_id or "") for p in persons
    ]
    return _tab_separated(rows)


def thing_catalogue(things: Iterable[Counterpart]) -> str:
    """Return the catalogue of parties or offices."""
    rows = [("id", "name", "desc", "url")]
    rows += [(thing.key, thing.name, thing.description, thing.address) for thing in things]
    return _tab_separated(rows)


def _tab_separated(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as text. Each run of white space becomes a space, and each ``"`` becomes ``”``.

    Mix'n'match interprets a quotation mark at the beginning of a value as in CSV.
    """
    return "".join("\t".join(map(_value, row)) + "\n" for row in rows)


def _value(text: str) -> str:
    return " ".join(text.split()).replace('"', "”")

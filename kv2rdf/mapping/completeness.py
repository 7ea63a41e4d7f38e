"""The completeness of the dataset, as a data cube in the meta graph."""

from collections.abc import Iterable

from kv2rdf.addresses import external, spelling
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.data_cube import DataCube, data_cube
from kv2rdf.model.completeness import PresenceCount
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English
from kv2rdf.rdf.vocabulary import KV, QB, RDF

_COMPLETENESS = DataCube(
    name="volledigheid",
    label=Dutch("Stukken die er zijn, en die in de dataset staan, per vergaderjaar en Kamer"),
    label_en=English("Papers that exist, and those in the dataset, by session and chamber"),
    dimensions=(
        KV.sessionCounted,
        KV.year,
        KV.chamberCounted,
        KV.paperKindCounted,
        KV.presenceCounted,
    ),
    measures=(KV.count,),
)


def completeness_table(counts: Iterable[PresenceCount], at: Addresses) -> Triples:
    """Return the triples of the completeness table, with its structure and rows."""
    yield from data_cube(_COMPLETENESS, at)
    for count in counts:
        yield from presence_count(count, at)


def presence_count(c: PresenceCount, at: Addresses) -> Triples:
    """Return the triples about one row of the table: a number of papers and their presence."""
    group = c.group
    key = spelling.joined_key(group.session, group.year, group.chamber, group.kind, c.presence)
    return about(
        at.statistic(_COMPLETENESS.name, key),
        (RDF.type, QB.Observation),
        (QB.dataSet, at.statistic(_COMPLETENESS.name)),
        (KV.sessionCounted, Code(group.session)),
        (KV.year, Code(group.year)),
        (KV.chamberCounted, external.concept(group.chamber)),
        (KV.paperKindCounted, external.concept(group.kind)),
        (KV.presenceCounted, external.concept(c.presence)),
        (KV.count, c.number),
    )

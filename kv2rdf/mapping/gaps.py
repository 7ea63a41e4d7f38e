"""The counts of published and missing items, as data cubes in the meta graph."""

from kv2rdf.addresses import external, spelling
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.data_cube import DataCube, data_cube
from kv2rdf.model.counts import Count, Gaps, UnpublishedCount
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English
from kv2rdf.rdf.vocabulary import KV, QB, RDF

_GAPS = DataCube(
    name="hiaten",
    label=Dutch("Wat er is en wat ontbreekt, per jaar en bronsoort"),
    label_en=English("What is present and what is missing, by year and kind of source"),
    dimensions=(KV.year, KV.sourceKind, KV.counted),
    measures=(KV.count,),
)
_REASONS = DataCube(
    name="ongepubliceerd",
    label=Dutch("Documenten die niet zijn gepubliceerd, per jaar, bronsoort en reden"),
    label_en=English("Documents that are not published, by year, kind of source and reason"),
    dimensions=(KV.year, KV.sourceKind, KV.counted, KV.reason),
    measures=(KV.count,),
)


def gap_tables(g: Gaps, at: Addresses) -> Triples:
    """Return the triples of the two tables of gaps, with their structures and rows."""
    yield from data_cube(_GAPS, at)
    yield from data_cube(_REASONS, at)
    for c in g.counts:
        yield from gap_count(c, at)
    for u in g.unpublished:
        yield from unpublished_count(u, at)


def gap_count(c: Count, at: Addresses) -> Triples:
    """Return the triples about one row of the table: the number of items of one kind."""
    key = f"{spelling.reversible_key(c.year)}~~{c.source_kind}~~{c.count_kind}"
    return about(
        at.statistic(_GAPS.name, key),
        (RDF.type, QB.Observation),
        (QB.dataSet, at.statistic(_GAPS.name)),
        (KV.year, Code(c.year)),
        (KV.sourceKind, external.concept(c.source_kind)),
        (KV.counted, external.concept(c.count_kind)),
        (KV.count, c.number),
    )


def unpublished_count(u: UnpublishedCount, at: Addresses) -> Triples:
    """Return the triples about a number of documents that are unpublished for the same reason."""
    year, reason = spelling.reversible_key(u.year), spelling.reversible_key(u.reason)
    key = f"{year}~~{u.source_kind}~~{u.count_kind}~~{reason}"
    return about(
        at.statistic(_REASONS.name, key),
        (RDF.type, QB.Observation),
        (QB.dataSet, at.statistic(_REASONS.name)),
        (KV.year, Code(u.year)),
        (KV.sourceKind, external.concept(u.source_kind)),
        (KV.counted, external.concept(u.count_kind)),
        (KV.reason, Code(u.reason)),
        (KV.count, u.number),
    )

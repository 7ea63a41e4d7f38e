"""The gaps as tables of counts: RDF Data Cube, like the statistics, in the graph of the dataset."""

from kv2rdf.addresses import fixed, spelling
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.statistics import Made, described
from kv2rdf.model.counts import Count, Gaps, Unpublished
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English
from kv2rdf.rdf.vocabulary import KV, QB, RDF

_GAPS = Made(
    name="hiaten",
    label=Dutch("Wat er is en wat ontbreekt, per jaar en bronsoort"),
    label_en=English("What there is and what is missing, by year and kind of source"),
    dimensions=(KV.year, KV.sourceKind, KV.counted),
    measures=(KV.count,),
)
_REASONS = Made(
    name="ongepubliceerd",
    label=Dutch("Documenten die niet zijn gepubliceerd, per jaar, bronsoort en reden"),
    label_en=English("Documents that are not published, by year, kind of source and reason"),
    dimensions=(KV.year, KV.sourceKind, KV.counted, KV.reason),
    measures=(KV.count,),
)


def gaps(g: Gaps, at: Addresses) -> Triples:
    """Both tables, how they are made, and their rows."""
    yield from described(_GAPS, at)
    yield from described(_REASONS, at)
    for row in g.counts:
        yield from count(row, at)
    for document in g.unpublished:
        yield from unpublished(document, at)


def count(c: Count, at: Addresses) -> Triples:
    """How much there is of something, of one year and kind."""
    key = f"{spelling.spelled(c.year)}~~{c.kind}~~{c.counted}"
    return about(
        at.statistic(_GAPS.name, key),
        (RDF.type, QB.Observation),
        (QB.dataSet, at.statistic(_GAPS.name)),
        (KV.year, Code(c.year)),
        (KV.sourceKind, fixed.concept(c.kind)),
        (KV.counted, fixed.concept(c.counted)),
        (KV.count, c.number),
    )


def unpublished(u: Unpublished, at: Addresses) -> Triples:
    """How many documents of one year and kind are not published for one reason."""
    key = f"{spelling.spelled(u.year)}~~{u.kind}~~{u.fate}~~{spelling.spelled(u.reason)}"
    return about(
        at.statistic(_REASONS.name, key),
        (RDF.type, QB.Observation),
        (QB.dataSet, at.statistic(_REASONS.name)),
        (KV.year, Code(u.year)),
        (KV.sourceKind, fixed.concept(u.kind)),
        (KV.counted, fixed.concept(u.fate)),
        (KV.reason, Code(u.reason)),
        (KV.count, u.number),
    )

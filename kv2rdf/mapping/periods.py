"""A period, such as that of a membership, with its first and last day."""

from datetime import date

from kv2rdf.addresses import external
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import DCAT, DCT, KV, RDF

PRECISION_CONCEPTS = {
    DatePrecision.NOT_BEFORE: "niet-voor-die-dag",
    DatePrecision.NOT_AFTER: "niet-na-die-dag",
    DatePrecision.TERM: "begin-van-de-zittingsperiode",
}
"""The concept for each precision, except that of a certain day, which is not stated."""


def period(
    address: Iri,
    since: date | None,
    until: date | None,
    since_precision: DatePrecision = DatePrecision.DAY,
    until_precision: DatePrecision = DatePrecision.DAY,
) -> Triples:
    """A period. Either of its days may be unknown, and a period that still lasts has no last."""
    return about(
        address,
        (RDF.type, DCT.PeriodOfTime),
        (DCAT.startDate, since),
        (KV.startPrecision, _concept(since_precision)),
        (DCAT.endDate, until),
        (KV.endPrecision, _concept(until_precision)),
    )


def _concept(precision: DatePrecision) -> Iri | None:
    key = PRECISION_CONCEPTS.get(precision)
    return external.concept(key) if key else None

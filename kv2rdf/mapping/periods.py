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
"""The key of the concept for each precision except ``DAY``, which has no concept."""


def period(
    address: Iri,
    since: date | None,
    until: date | None,
    since_precision: DatePrecision = DatePrecision.DAY,
    until_precision: DatePrecision = DatePrecision.DAY,
) -> Triples:
    """Return the triples about a period.

    ``address`` is the address of the period. If ``since`` is None, the first day is unknown. If
    ``until`` is None, the last day is unknown or the period has not ended.
    """
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

"""A period, such as that of a membership, with its first and last day."""

from datetime import date

from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import DCAT, DCT, RDF


def period(address: Iri, since: date | None, until: date | None) -> Triples:
    """A period. Either of its days may be unknown, and a period that still lasts has no last."""
    return about(
        address,
        (RDF.type, DCT.PeriodOfTime),
        (DCAT.startDate, since),
        (DCAT.endDate, until),
    )

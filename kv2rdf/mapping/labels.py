"""The name of a thing, as users look for it: ``skos:prefLabel`` and ``rdfs:label``."""

from kv2rdf.rdf.rows import Row
from kv2rdf.rdf.terms import Dutch, English
from kv2rdf.rdf.vocabulary import RDFS, SKOS


def label_rows(*names: Dutch | English) -> tuple[Row, Row]:
    """Return the rows with the name of a thing, in one language or two."""
    return (SKOS.prefLabel, names), (RDFS.label, names)

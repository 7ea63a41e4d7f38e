"""The name of an entity for users: ``skos:prefLabel`` and ``rdfs:label``."""

from kv2rdf.rdf.rows import Row
from kv2rdf.rdf.terms import Dutch, English
from kv2rdf.rdf.vocabulary import RDFS, SKOS


def label_rows(*names: Dutch | English) -> tuple[Row, Row]:
    """Return the rows with the name of an entity in one or two languages."""
    return (SKOS.prefLabel, names), (RDFS.label, names)

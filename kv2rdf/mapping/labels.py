"""The names of an entity for users: ``skos:prefLabel``, ``rdfs:label`` and ``skos:altLabel``."""

from kv2rdf.rdf.rows import Row
from kv2rdf.rdf.terms import Dutch, English
from kv2rdf.rdf.vocabulary import RDFS, SKOS


def label_rows(*names: Dutch | English) -> tuple[Row, Row]:
    """Return the rows with the name of an entity in one or two languages."""
    return (SKOS.prefLabel, names), (RDFS.label, names)


def other_names(name: str, *names: str | None) -> Row:
    """Return the row with the other Dutch names of an entity that is called ``name``.

    SKOS does not allow a preferred name to be repeated as another name.
    """
    others = dict.fromkeys(other for other in names if other and other != name)
    return SKOS.altLabel, tuple(map(Dutch, others))

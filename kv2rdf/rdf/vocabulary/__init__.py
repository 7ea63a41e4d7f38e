"""The classes and properties that this project uses, and no others.

tests/test_vocabulary.py checks that each term is used and is described in the ontology.
"""

from kv2rdf.rdf.vocabulary.borrowed_terms import (
    DCAT,
    DCT,
    ELI,
    ELIDL,
    FOAF,
    ORG,
    OWL,
    PROV,
    QB,
    RDF,
    RDFS,
    SKOS,
    SPDX,
    VCARD,
    VOID,
)
from kv2rdf.rdf.vocabulary.namespaces import HOME, PREFIXES
from kv2rdf.rdf.vocabulary.ours import KV

__all__ = [
    "DCAT",
    "DCT",
    "ELI",
    "ELIDL",
    "FOAF",
    "HOME",
    "KV",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "QB",
    "RDF",
    "RDFS",
    "SKOS",
    "SPDX",
    "VCARD",
    "VOID",
]

"""Every term this project may say, and nothing else.

A term that is not here cannot be used, and a term that is here is used: tests/test_vocabulary.py.
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
    SKOS,
    SPDX,
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
    "SKOS",
    "SPDX",
    "VOID",
]

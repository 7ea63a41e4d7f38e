"""Our own namespace, the namespaces of borrowed vocabularies, and their prefixes."""

from collections.abc import Callable
from typing import Final

from kv2rdf.rdf.terms import Iri

HOME: Final = "https://w3id.org/kamervragen"


def namespace(address: str) -> Callable[[str], Iri]:
    """Return a function that takes a name and returns the term with that name in a namespace."""
    return lambda name: Iri(address + name)


KV_ = namespace(f"{HOME}/def#")
RDF_ = namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS_ = namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL_ = namespace("http://www.w3.org/2002/07/owl#")
ELI_ = namespace("http://data.europa.eu/eli/ontology#")
ELIDL_ = namespace("http://data.europa.eu/eli/eli-draft-legislation-ontology#")
DCT_ = namespace("http://purl.org/dc/terms/")
SKOS_ = namespace("http://www.w3.org/2004/02/skos/core#")
ORG_ = namespace("http://www.w3.org/ns/org#")
FOAF_ = namespace("http://xmlns.com/foaf/0.1/")
PROV_ = namespace("http://www.w3.org/ns/prov#")
DCAT_ = namespace("http://www.w3.org/ns/dcat#")
VOID_ = namespace("http://rdfs.org/ns/void#")
QB_ = namespace("http://purl.org/linked-data/cube#")
SPDX_ = namespace("http://spdx.org/rdf/terms#")
VCARD_ = namespace("http://www.w3.org/2006/vcard/ns#")

PREFIXES: Final = {
    "kv": KV_(""),
    "c": Iri(f"{HOME}/id/begrip/"),
    "eli": ELI_(""),
    "eli-dl": ELIDL_(""),
    "dct": DCT_(""),
    "skos": SKOS_(""),
    "org": ORG_(""),
    "foaf": FOAF_(""),
    "prov": PROV_(""),
    "dcat": DCAT_(""),
    "void": VOID_(""),
    "qb": QB_(""),
    "spdx": SPDX_(""),
    "vcard": VCARD_(""),
    "owl": OWL_(""),
    "rdfs": RDFS_(""),
    "xsd": Iri("http://www.w3.org/2001/XMLSchema#"),
}

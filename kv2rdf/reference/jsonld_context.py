"""The JSON-LD context, which is generated from the ontology.

``make generated`` writes the published file, ontology/context.jsonld.
"""

import json

from rdflib import OWL, RDF, RDFS, XSD, Graph, Namespace, URIRef

from kv2rdf.addresses import external
from kv2rdf.rdf.rdflib_graph import graph_in
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.reference.shipped_folders import folder

_DCAM = Namespace("http://purl.org/dc/dcam/")
_ONTOLOGY_FILES = ("kv.ttl", "borrowed.ttl")
_JSON_TYPES = (XSD.string, XSD.integer, XSD.boolean)  # These types also exist in JSON.


def context(ontology: Graph) -> dict[str, object]:
    """Return the context, which maps the short name of each of our terms to its address.

    It also contains the type coercion of each property that has one. A term of another vocabulary
    is included only if it has a coercion. The name of such a term begins with a prefix.
    """
    terms: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"} | PREFIXES
    for term, vocabulary in ontology.subject_objects(RDFS.isDefinedBy):
        address, coercion = str(term), _coercion(ontology, URIRef(str(term)))
        if str(vocabulary) == external.ONTOLOGY:
            terms[address.removeprefix(PREFIXES["kv"])] = {"@id": address} | coercion
        elif coercion:
            terms[_prefixed(address)] = {"@id": address} | coercion
    return {"@context": terms}


def shipped_ontology() -> Graph:
    """Return the ontology from which the published context is generated."""
    return graph_in(*(folder("ontology") / name for name in _ONTOLOGY_FILES))


def context_json(jsonld_context: dict[str, object]) -> str:
    """Return a context as the text of a JSON file."""
    return json.dumps(jsonld_context, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _coercion(ontology: Graph, term: URIRef) -> dict[str, str]:
    """Return the type coercion of a property: to addresses, to a language, or to a datatype.

    The range of our own properties is stated with ``rdfs:range``. The range of a borrowed property
    is stated with ``dcam:rangeIncludes``, which does not restrict how others use the property. The
    values of an object property are addresses, even if the property has no range.
    """
    classes = set(ontology.objects(term, RDF.type))
    value_type = ontology.value(term, RDFS.range) or ontology.value(term, _DCAM.rangeIncludes)
    if value_type == RDF.langString:
        return {"@container": "@language"}
    if value_type in _JSON_TYPES:
        return {}
    if str(value_type).startswith(str(XSD)):
        return {"@type": f"xsd:{str(value_type).removeprefix(str(XSD))}"}
    is_address = value_type is not None or OWL.ObjectProperty in classes
    return {"@type": "@id"} if is_address else {}


def _prefixed(address: str) -> str:
    """Return the prefixed name of a term. Raises KeyError if its namespace is not in PREFIXES."""
    namespace = address[: max(address.rfind("#"), address.rfind("/")) + 1]
    prefixes = {str(declared): prefix for prefix, declared in PREFIXES.items()}
    return f"{prefixes[namespace]}:{address.removeprefix(namespace)}"

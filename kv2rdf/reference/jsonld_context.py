"""The JSON-LD context, which is generated from the ontology.

To generate the published file:

    python -m kv2rdf.reference.jsonld_context > ontology/context.jsonld
"""

import json
import sys

from rdflib import OWL, RDF, RDFS, XSD, Graph, Namespace, URIRef

from kv2rdf.addresses import external
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.reference.shipped_folders import folder

_DCAM = Namespace("http://purl.org/dc/dcam/")
_ONTOLOGY_FILES = ("kv.ttl", "borrowed.ttl")
_JSON_TYPES = (XSD.string, XSD.integer, XSD.boolean)  # types that JSON has itself


def context(ontology: Graph) -> dict[str, object]:
    """Return the context: a short name for each term of ours, and the coercion of its values.

    A term of another vocabulary has its prefixed name, and is included only if it has a coercion.
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
    ontology = Graph()
    for name in _ONTOLOGY_FILES:
        ontology.parse(folder("ontology") / name)
    return ontology


def context_json(jsonld_context: dict[str, object]) -> str:
    """Return a context as the text of its file."""
    return json.dumps(jsonld_context, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _coercion(ontology: Graph, term: URIRef) -> dict[str, str]:
    """Return how the values of a property are read: as addresses, by language, or by datatype.

    A property of ours has its range in ``rdfs:range``. A borrowed one has it in
    ``dcam:rangeIncludes``, which makes no claim about a term of another vocabulary. The values of
    an object property are addresses, even if it has no range.
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
    """Return the prefixed name of a borrowed term. Raises KeyError if PREFIXES has no prefix."""
    namespace = address[: max(address.rfind("#"), address.rfind("/")) + 1]
    prefixes = {str(declared): prefix for prefix, declared in PREFIXES.items()}
    return f"{prefixes[namespace]}:{address.removeprefix(namespace)}"


if __name__ == "__main__":
    sys.stdout.write(context_json(context(shipped_ontology())))

"""The JSON-LD context, made from the ontology and never written by hand.

``python -m kv2rdf.publish.context > ontology/context.jsonld`` makes the published file anew.
"""

import json
import sys

from rdflib import OWL, RDF, RDFS, XSD, Graph, Namespace, URIRef

from kv2rdf.addresses import fixed
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.reference.folders import folder

_DCAM = Namespace("http://purl.org/dc/dcam/")
_FILES = ("kv.ttl", "borrowed.ttl")
_NATIVE = (XSD.string, XSD.integer, XSD.boolean)  # JSON has these itself


def context(ontology: Graph) -> dict[str, object]:
    """Give each term of ours its short name, and each property the kind of value it takes.

    A term of another vocabulary is named with its prefix; it is listed only where it is coerced.
    """
    terms: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"} | PREFIXES
    for term, vocabulary in ontology.subject_objects(RDFS.isDefinedBy):
        address, coercion = str(term), _coercion(ontology, URIRef(str(term)))
        if str(vocabulary) == fixed.ONTOLOGY:
            terms[address.removeprefix(PREFIXES["kv"])] = {"@id": address} | coercion
        elif coercion:
            terms[_prefixed(address)] = {"@id": address} | coercion
    return {"@context": terms}


def published() -> Graph:
    """Give the ontology that the published context is made from."""
    ontology = Graph()
    for name in _FILES:
        ontology.parse(folder("ontology") / name)
    return ontology


def written(made: dict[str, object]) -> str:
    """Write a context as its file has it."""
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _coercion(ontology: Graph, term: URIRef) -> dict[str, str]:
    """Say what stands in the JSON: an address, prose by its language, or a literal of a datatype.

    Ours say it by ``rdfs:range``, and an object property without one is one too; what we borrow by
    ``dcam:rangeIncludes``, which claims nothing of a term that is not ours.
    """
    kinds = set(ontology.objects(term, RDF.type))
    taken = ontology.value(term, RDFS.range) or ontology.value(term, _DCAM.rangeIncludes)
    if taken == RDF.langString:
        return {"@container": "@language"}
    if taken in _NATIVE:
        return {}
    if str(taken).startswith(str(XSD)):
        return {"@type": f"xsd:{str(taken).removeprefix(str(XSD))}"}
    return {"@type": "@id"} if taken is not None or OWL.ObjectProperty in kinds else {}


def _prefixed(address: str) -> str:
    """Name a borrowed term by its prefix; raises KeyError where vocab.PREFIXES has none."""
    namespace = address[: max(address.rfind("#"), address.rfind("/")) + 1]
    prefixes = {str(declared): prefix for prefix, declared in PREFIXES.items()}
    return f"{prefixes[namespace]}:{address.removeprefix(namespace)}"


if __name__ == "__main__":
    sys.stdout.write(written(context(published())))

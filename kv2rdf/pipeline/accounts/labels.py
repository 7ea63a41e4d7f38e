"""The words of a report: what concepts and shapes are called, and what they mean."""

from functools import cache

from rdflib import SH, SKOS, Graph, Literal, URIRef

from kv2rdf.reference import folders
from kv2rdf.release.report import Words
from kv2rdf.validation.engines import shapes_in


@cache
def words() -> dict[str, Words]:
    """Give in English what each concept is called and means, and what each shape would have."""
    concepts = Graph().parse(folders.folder("ontology") / "concepts.ttl")
    said = {
        str(concept).rpartition("/")[2]: Words(
            label=_english(concepts, concept, SKOS.prefLabel),
            meaning=_english(concepts, concept, SKOS.definition),
        )
        for concept in concepts.subjects(SKOS.prefLabel)
        if isinstance(concept, URIRef)
    }
    shapes = shapes_in(folders.folder("shapes"))
    for shape in set(shapes.subjects(SH.message)):
        if isinstance(shape, URIRef):
            message = _english(shapes, shape, SH.message)
            said.setdefault(str(shape).rpartition("#")[2], Words(label=message, meaning=""))
    return said


def _english(graph: Graph, thing: URIRef, said: URIRef) -> str:
    texts = (text for text in graph.objects(thing, said) if isinstance(text, Literal))
    return next((str(text) for text in texts if text.language == "en"), "")

"""The labels and the meanings of the concepts and shapes in a report."""

from functools import cache

from rdflib import SH, SKOS, Graph, Literal, URIRef

from kv2rdf.reference import shipped_folders
from kv2rdf.release.report import Description
from kv2rdf.validation.engines import shapes_in


@cache
def labels() -> dict[str, Description]:
    """Return the English label and meaning of each concept and shape, by its name.

    The name is the last part of the address. The label of a shape is its message.
    """
    concepts = Graph().parse(shipped_folders.folder("ontology") / "concepts.ttl")
    descriptions = {
        str(concept).rpartition("/")[2]: Description(
            label=_english(concepts, concept, SKOS.prefLabel),
            meaning=_english(concepts, concept, SKOS.definition),
        )
        for concept in concepts.subjects(SKOS.prefLabel)
        if isinstance(concept, URIRef)
    }
    shapes = shapes_in(shipped_folders.folder("shapes"))
    for shape in set(shapes.subjects(SH.message)):
        if isinstance(shape, URIRef):
            message = _english(shapes, shape, SH.message)
            name = str(shape).rpartition("#")[2]
            descriptions.setdefault(name, Description(label=message, meaning=""))
    return descriptions


def _english(graph: Graph, thing: URIRef, predicate: URIRef) -> str:
    """Return the English text of a property, or "" if it has none."""
    texts = (text for text in graph.objects(thing, predicate) if isinstance(text, Literal))
    return next((str(text) for text in texts if text.language == "en"), "")

"""The labels and the meanings of the concepts and shapes in a report."""

from collections.abc import Mapping
from functools import cache

from rdflib import SH, SKOS, Graph, Literal, URIRef

from kv2rdf.reference import shipped_folders
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.release.report_page.report_words import Description
from kv2rdf.validation.engines import shapes_in


@cache
def labels() -> Mapping[str, Mapping[str, Description]]:
    """Return the label and the meaning of each concept and shape, by language and by name.

    The name is the last part of the address. The label of a shape is its message.
    """
    concepts = Graph().parse(shipped_folders.folder("ontology") / "concepts.ttl")
    shapes = shapes_in(shipped_folders.folder("shapes"))
    return {language: _descriptions(concepts, shapes, language) for language in LANGUAGES}


def _descriptions(concepts: Graph, shapes: Graph, language: str) -> dict[str, Description]:
    descriptions = {
        str(concept).rpartition("/")[2]: Description(
            label=_text(concepts, concept, SKOS.prefLabel, language),
            meaning=_text(concepts, concept, SKOS.definition, language),
        )
        for concept in concepts.subjects(SKOS.prefLabel)
        if isinstance(concept, URIRef)
    }
    for shape in set(shapes.subjects(SH.message)):
        if isinstance(shape, URIRef):
            message = _text(shapes, shape, SH.message, language)
            name = str(shape).rpartition("#")[2]
            descriptions.setdefault(name, Description(label=message, meaning=""))
    return descriptions


def _text(graph: Graph, thing: URIRef, predicate: URIRef, language: str) -> str:
    """Return the text of a property in a language, or "" if it has none."""
    texts = (text for text in graph.objects(thing, predicate) if isinstance(text, Literal))
    return next((str(text) for text in texts if text.language == language), "")

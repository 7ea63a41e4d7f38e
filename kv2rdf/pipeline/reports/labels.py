"""The labels and the meanings of the concepts and shapes in a report."""

from collections.abc import Mapping
from functools import cache

from rdflib import SH, Graph, Literal, URIRef

from kv2rdf.rdf.terms import Dutch, English, Triple
from kv2rdf.rdf.vocabulary import SKOS
from kv2rdf.reference import shipped_folders
from kv2rdf.reference.ontology_triples import concept_triples
from kv2rdf.release.report_page.report_words import Description
from kv2rdf.validation.engines import shapes_in

_TEXTS: Mapping[str, type[Dutch | English]] = {"nl": Dutch, "en": English}


@cache
def labels() -> Mapping[str, Mapping[str, Description]]:
    """Return the label and the meaning of each concept and shape, by language and by name.

    The name is the last part of the address. The label of a shape is its message.
    """
    concepts = concept_triples(shipped_folders.folder("ontology"))
    shapes = shapes_in(shipped_folders.folder("shapes"))
    return {language: _descriptions(concepts, shapes, language) for language in _TEXTS}


def _descriptions(
    concepts: tuple[Triple, ...], shapes: Graph, language: str
) -> dict[str, Description]:
    texts = {
        (concept, predicate): str(value)
        for concept, predicate, value in concepts
        if isinstance(value, _TEXTS[language])
    }
    descriptions = {
        concept.rpartition("/")[2]: Description(
            label=label, meaning=texts.get((concept, SKOS.definition), "")
        )
        for (concept, predicate), label in texts.items()
        if predicate == SKOS.prefLabel
    }
    for shape in set(shapes.subjects(SH.message)):
        if isinstance(shape, URIRef):
            name = str(shape).rpartition("#")[2]
            message = Description(label=_message(shapes, shape, language), meaning="")
            descriptions.setdefault(name, message)
    return descriptions


def _message(shapes: Graph, shape: URIRef, language: str) -> str:
    """Return the message of a shape in a language, or "" if it has none."""
    messages = (text for text in shapes.objects(shape, SH.message) if isinstance(text, Literal))
    return next((str(text) for text in messages if text.language == language), "")

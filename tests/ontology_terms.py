"""The terms in a file of ontology/, in the order of the file, from which other files are generated.

This module imports nothing from kv2rdf, because a part of kv2rdf is generated with it.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

ROOT = Path(__file__).parent.parent
DCAM = Namespace("http://purl.org/dc/dcam/")
KS = Namespace("https://w3id.org/kamervragen/shapes#")
_SECTION_OR_TERM = re.compile(
    r"^\n# (?P<section>.+)\n\n|^(?P<prefix>[\w-]+):(?P<name>[\w-]+) ", re.M
)


@dataclass(frozen=True, slots=True)
class OntologyTerm:
    """A class, a property or a concept, with its description in the ontology."""

    prefix: str
    name: str
    section: str
    """The comment above the terms of the same kind."""
    is_class: bool
    allowed_in: tuple[str, ...]
    """The kinds of graph in which the term may be used, such as ``caseGraph``, sorted."""
    dutch: str
    english: str
    meaning: str
    """The first sentence of the English definition, or "" if there is no definition."""

    @property
    def short(self) -> str:
        """The name of the term with its prefix, such as ``kv:text``."""
        return f"{self.prefix}:{self.name}"


@cache
def ontology_terms(file_name: str) -> tuple[OntologyTerm, ...]:
    """Return the terms of a file, in its order."""
    path = ROOT / "ontology" / file_name
    graph, section, found = Graph().parse(path), "", []
    for match in _SECTION_OR_TERM.finditer(path.read_text(encoding="utf-8")):
        if match["section"]:
            section = match["section"]
        else:
            found.append(_term(graph, match["prefix"], match["name"], section))
    return tuple(found)


def our_terms() -> tuple[OntologyTerm, ...]:
    """Return our own classes and properties."""
    return tuple(term for term in ontology_terms("kv.ttl") if term.prefix == "kv")


def borrowed_terms() -> tuple[OntologyTerm, ...]:
    """Return the terms that we borrow from other vocabularies."""
    return ontology_terms("borrowed.ttl")


def concepts() -> tuple[OntologyTerm, ...]:
    """Return our concepts and their schemes."""
    return ontology_terms("concepts.ttl")


def _term(graph: Graph, prefix: str, name: str, section: str) -> OntologyTerm:
    term = graph.namespace_manager.expand_curie(f"{prefix}:{name}")
    kinds = set(graph.objects(term, RDF.type))
    has_range = (term, DCAM.rangeIncludes, None) in graph
    return OntologyTerm(
        prefix,
        name,
        section,
        OWL.Class in kinds or not (kinds or has_range),
        tuple(sorted(str(kind).removeprefix(KS) for kind in graph.objects(term, KS.allowedIn))),
        _label(graph, term, "nl"),
        _label(graph, term, "en"),
        _text(graph, term, SKOS.definition, "en").partition(". ")[0].removesuffix("."),
    )


def _label(graph: Graph, term: Node, language: str) -> str:
    return _text(graph, term, RDFS.label, language) or _text(graph, term, SKOS.prefLabel, language)


def _text(graph: Graph, term: Node, predicate: URIRef, language: str) -> str:
    texts = (text for text in graph.objects(term, predicate) if isinstance(text, Literal))
    return next((str(text) for text in texts if text.language == language), "")

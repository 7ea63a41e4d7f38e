"""Triples as JSON-LD, with the names of the published context (ontology/context.jsonld)."""

import json

from rdflib import Graph

from kv2rdf.query.sparql import ResultTriples
from kv2rdf.reference.shipped_folders import folder


def jsonld_text(triples: ResultTriples) -> str:
    """Return triples as JSON-LD 1.1. The context is included, so that it need not be fetched."""
    context = json.loads((folder("ontology") / "context.jsonld").read_bytes())["@context"]
    graph = Graph(bind_namespaces="none").parse(data=triples.turtle, format="turtle")
    content = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=True))
    if "@graph" in content:
        content["@graph"].sort(key=lambda thing: thing["id"])
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

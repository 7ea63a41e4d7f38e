"""The file kv2rdf/query/hints.json: what helps a person who writes a wrong term in a query.

It has the labels of our terms in Dutch and in English, the properties that the things of each class
may have, and the classes of the values of each property, if they are known. The shapes say this.
"""

import json
from collections import defaultdict
from collections.abc import Iterator

from rdflib import XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.ontology_terms import ROOT, our_terms

SH = Namespace("http://www.w3.org/ns/shacl#")


def hints_json() -> str:
    """Return the text of ``hints.json``, with one line for each term."""
    graph = Graph()
    for folder in ("shapes", "ontology"):
        for path in sorted((ROOT / folder).glob("*.ttl")):
            graph.parse(path)
    labels: dict[str, tuple[str, ...]] = {
        term.short: (term.dutch, term.english) for term in our_terms()
    }
    properties, values = _properties_by_class(graph)
    tables = {"labels": labels, "properties": properties, "values": values}
    return "{" + ",".join(f'\n"{name}": {_table(rows)}' for name, rows in tables.items()) + "\n}\n"


def _properties_by_class(
    graph: Graph,
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    properties: dict[str, set[str]] = defaultdict(set)
    values: dict[str, set[str]] = defaultdict(set)
    for shape in graph.subjects(SH.closed, Literal("true", datatype=XSD.boolean)):
        for class_ in graph.objects(shape, SH.targetClass):
            for constraint in graph.objects(shape, SH.property):
                path = graph.value(constraint, SH.path)
                if not isinstance(path, URIRef):
                    continue
                properties[graph.qname(str(class_))].add(graph.qname(str(path)))
                found = set(_classes(graph, constraint))
                values[graph.qname(str(path))] |= found or {""}
    properties["kv:DelayNotice"] = properties["kv:Notice"]
    known = {name: classes for name, classes in values.items() if "" not in classes}
    return _sorted(properties), _sorted(known)


def _classes(graph: Graph, constraint: Node) -> Iterator[str]:
    for class_ in graph.objects(constraint, SH["class"]):
        yield graph.qname(str(class_))
    for choices in graph.objects(constraint, SH["or"]):
        for choice in Collection(graph, choices):
            yield from _classes(graph, choice) if (choice, SH["class"], None) in graph else [""]


def _sorted(found: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(found[name])) for name in sorted(found)}


def _table(rows: dict[str, tuple[str, ...]]) -> str:
    lines = (f'"{name}": {json.dumps(row, ensure_ascii=False)}' for name, row in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}"

"""The file kv2rdf/query/hints.json, which helps a person who uses a wrong term in a query.

It contains the labels of our terms in Dutch and in English, the properties that the instances of
each class may have, the classes of the values of each property if they are known, the datatype of
the values of each property if there is only one, the properties for names that each instance of a
class has, and the kinds of graphs that may contain a term. These come from the shapes. The class of
texts, numbers and dates is ``rdfs:Literal``, which has no properties.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.class_properties import SH, constraints_by_class, shapes_and_ontology
from tests.ontology_terms import KS, ROOT, our_terms

_LITERAL = "rdfs:Literal"
_KINDS_OF_GRAPHS = {
    "caseGraph": "kv:PrintedGraph",
    "derivedGraph": "kv:DerivedGraph",
    "findingsGraph": "kv:FindingsGraph",
    "registerGraph": "<graph/register>",
    "statisticsGraph": "<graph/statistics>",
    "metaGraph": "<graph/meta>",
}
_NAMES = ("foaf:name", "rdfs:label", "skos:altLabel", "skos:notation", "skos:prefLabel")


def hints_json() -> str:
    """Return the text of ``hints.json``, with one line for each term."""
    graph = shapes_and_ontology()
    labels: dict[str, tuple[str, ...]] = {
        term.short: (term.dutch, term.english) for term in our_terms()
    }
    properties, values = _properties_by_class(graph)
    tables: dict[str, Mapping[str, object]] = {
        "labels": labels,
        "properties": properties,
        "values": values,
    }
    tables["datatypes"] = _datatypes(graph)
    tables["names"] = _names_by_class(graph)
    tables["graphs"] = _graphs_by_term(graph)
    return "{" + ",".join(f'\n"{name}": {_table(rows)}' for name, rows in tables.items()) + "\n}\n"


def _properties_by_class(
    graph: Graph,
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    properties: dict[str, set[str]] = {_LITERAL: set()}
    values: dict[str, set[str]] = defaultdict(set)
    for class_, by_path in constraints_by_class(graph).items():
        properties[class_] = set(map(graph.qname, map(str, by_path)))
        for path, constraints in by_path.items():
            classes = {name for each in constraints for name in _classes(graph, each)}
            values[graph.qname(str(path))] |= classes or {""}
    known = {name: classes for name, classes in values.items() if "" not in classes}
    return _sorted(properties), _sorted(known)


def _datatypes(graph: Graph) -> dict[str, str]:
    """Return the datatype of the values of each property that only has values of this datatype.

    Strings with a language tag are left out, because some labels have no tag.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for by_path in constraints_by_class(graph).values():
        for path, constraints in by_path.items():
            for each in constraints:
                types = {graph.qname(str(type_)) for type_ in graph.objects(each, SH.datatype)}
                several = {""} if (each, SH["or"], None) in graph else set()
                found[graph.qname(str(path))] |= types | several
    known = {name: next(iter(types)) for name, types in sorted(found.items()) if len(types) == 1}
    return {name: type_ for name, type_ in known.items() if type_.startswith("xsd:")}


def _names_by_class(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Return the properties for names that each instance of a class has, by class."""
    names: dict[str, set[str]] = {}
    for class_, by_path in constraints_by_class(graph).items():
        names[class_] = {
            name
            for path, constraints in by_path.items()
            if (name := graph.qname(str(path))) in _NAMES
            and any(_is_required(graph, each, by_path) for each in constraints)
        }
    return _sorted(names)


def _is_required(graph: Graph, constraint: Node, by_path: Mapping[URIRef, list[Node]]) -> bool:
    """Whether a constraint requires a value, also by requiring those of another property."""
    if int(str(graph.value(constraint, SH.minCount) or 0)) > 0:
        return True
    equal = graph.value(constraint, SH["equals"])
    others = by_path.get(equal, []) if isinstance(equal, URIRef) else []
    return any(_is_required(graph, other, by_path) for other in others)


def _graphs_by_term(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Return the kinds of graphs that may contain each class or property, by its prefixed name."""
    found: dict[str, set[str]] = defaultdict(set)
    for rule, kind in _KINDS_OF_GRAPHS.items():
        for term in chain(graph.objects(KS[rule], KS.describes), graph.objects(KS[rule], KS.holds)):
            found[graph.qname(str(term))].add(kind)
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        for property_ in set(Graph().parse(path).predicates()):
            if (name := graph.qname(str(property_))) in found:
                found[name].add("<graph/vocabulary>")
    return _sorted(found)


def _classes(graph: Graph, constraint: Node) -> Iterator[str]:
    for class_ in graph.objects(constraint, SH["class"]):
        yield graph.qname(str(class_))
    if (constraint, SH.datatype, None) in graph:
        yield _LITERAL
    for choices in graph.objects(constraint, SH["or"]):
        for choice in Collection(graph, choices):
            yield from _classes(graph, choice) if (choice, SH["class"], None) in graph else [""]


def _sorted(found: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(found[name])) for name in sorted(found)}


def _table(rows: Mapping[str, object]) -> str:
    lines = (f'"{name}": {json.dumps(row, ensure_ascii=False)}' for name, row in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}"

"""The page docs/properties.md, which lists the properties of the instances of each class.

It is made from the shapes, which define this for all our own classes and most others. ``make
generated`` writes it.
"""

from collections.abc import Iterable, Iterator, Mapping

from rdflib import RDF, XSD, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.class_properties import SH, constraints_by_class, shapes_and_ontology

_HEAD = """# Properties by class

For each class with a closed shape (all our own classes and most others), this page lists the
properties that its instances may have, how many values each property may have, and the kind of
these values. The last column is empty if the shapes state no datatype, class or list of concepts.
The page is generated from `shapes/`, so every release conforms to it. "0 or 1" and "any number"
mean that a property may be missing. [What is missing](data-model.md#what-is-missing) says how often
that happens. The meaning of our own terms is in the [glossary](glossary.md).
"""
_DATATYPES: Mapping[Node, str] = {
    RDF.langString: "text with a language tag",
    RDF.XMLLiteral: "XML",
    XSD.boolean: "true or false",
    XSD.date: "date",
    XSD.integer: "whole number",
    XSD.string: "text without a language tag",
}
_NUMBERS = {(1, 1): "1", (1, 0): "at least 1", (0, 1): "0 or 1", (0, 0): "any number"}
"""The words for a minimum and a maximum. A maximum of 0 means that there is none."""


def properties_page() -> str:
    """Return the text of the page."""
    graph = shapes_and_ontology()
    classes = constraints_by_class(graph)
    return _HEAD + "".join(_section(graph, name, classes[name]) for name in sorted(classes))


def _section(graph: Graph, name: str, by_path: Mapping[URIRef, Iterable[Node]]) -> str:
    rows = sorted(_row(graph, path, constraints) for path, constraints in by_path.items())
    head = "| property | number | values |\n|---|---|---|\n"
    return f"\n## {name}\n\n{head}{''.join(rows)}"


def _row(graph: Graph, path: Node, constraints: Iterable[Node]) -> str:
    least = most = 0
    values: set[str] = set()
    for constraint in constraints:
        if (constraint, SH.severity, SH.Warning) not in graph:
            least = max(least, _number(graph, constraint, SH.minCount))
        most = most or _number(graph, constraint, SH.maxCount)
        values |= set(_values(graph, constraint))
    named = f"`{graph.qname(str(path))}`"
    return f"| {named} | {_NUMBERS[least, most]} | {', '.join(sorted(values))} |\n"


def _number(graph: Graph, constraint: Node, limit: URIRef) -> int:
    return int(str(graph.value(constraint, limit) or 0))


def _values(graph: Graph, constraint: Node) -> Iterator[str]:
    """Yield the classes or datatypes of the values of a property, or a list of concepts."""
    for datatype in graph.objects(constraint, SH.datatype):
        yield _DATATYPES.get(datatype, f"`{graph.qname(str(datatype))}`")
    for class_ in graph.objects(constraint, SH["class"]):
        yield f"`{graph.qname(str(class_))}`"
    for choices in graph.objects(constraint, SH["or"]):
        for choice in Collection(graph, choices):
            yield from _values(graph, choice)
    for listed in graph.objects(constraint, SH["in"]):
        for value in Collection(graph, listed):
            if "/id/begrip/" in str(value):
                yield f"`c:{str(value).rpartition('/')[2]}`"

"""The rules in shapes/graphs.ttl for the triples that each graph may contain.

They are checked for every triple.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from rdflib import RDF, Namespace

from kv2rdf.rdf.rdflib_graph import graph_in
from kv2rdf.rdf.terms import Iri, Triple
from kv2rdf.rdf.vocabulary import HOME

_KS = Namespace(f"{HOME}/shapes#")
_TYPE = str(RDF.type)


@dataclass(frozen=True, slots=True)
class GraphRule:
    """The classes whose instances a graph may describe, and the properties that it may contain."""

    describes: frozenset[str]
    holds: frozenset[str]


@dataclass(frozen=True, slots=True)
class GraphRules:
    """The rules for each kind of graph, such as ``case``, ``derived`` or ``register``."""

    rules: Mapping[str, GraphRule]

    @classmethod
    @cache
    def read(cls, folder: Path) -> Self:
        """Return the rules in a folder of shapes. The folder is read only once per process."""
        graph = graph_in(folder / "graphs.ttl")
        return cls(
            {
                str(rule).rpartition("#")[2].removesuffix("Graph"): GraphRule(
                    describes=frozenset(map(str, graph.objects(rule, _KS.describes))),
                    holds=frozenset(map(str, graph.objects(rule, _KS.holds))),
                )
                for rule in graph.subjects(RDF.type, _KS.GraphRule)
            }
        )

    def misplacements(self, graph: Iri, triples: Iterable[Triple]) -> Iterator[str]:
        """Yield a message for each triple that is not allowed in ``graph``."""
        kind = _graph_kind(graph)
        rule = self.rules[kind]
        for subject, predicate, value in triples:
            if predicate == _TYPE:
                if value not in rule.describes:
                    yield f"{subject}: the {kind} graph may not describe things of class {value}"
            elif predicate not in rule.holds:
                yield f"{subject}: the {kind} graph may not hold {predicate}"


def _graph_kind(graph: Iri) -> str:
    name = graph.rpartition("/graph/")[2]
    if name in {"register", "statistics", "meta"}:
        return name
    kind, slash, _ = name.partition("/")
    return kind if slash else "case"

"""Which statement may stand in which graph: shapes/graphs.ttl, held against every triple."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from rdflib import RDF, Graph, Namespace

from kv2rdf.rdf.terms import Iri, Triple
from kv2rdf.rdf.vocabulary import HOME

_KS = Namespace(f"{HOME}/shapes#")
_TYPE = str(RDF.type)


@dataclass(frozen=True, slots=True)
class Rule:
    """The classes that a graph may describe, and the properties it may hold."""

    describes: frozenset[str]
    holds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Placement:
    """The rules by sort of graph: ``case``, ``derived``, ``register``, ``statistics``, ``meta``."""

    rules: Mapping[str, Rule]

    @classmethod
    @cache
    def read(cls, folder: Path) -> Self:
        """Read the rules beside the shapes: once in a process."""
        graph = Graph().parse(folder / "graphs.ttl")
        return cls(
            {
                str(rule).rpartition("#")[2].removesuffix("Graph"): Rule(
                    describes=frozenset(map(str, graph.objects(rule, _KS.describes))),
                    holds=frozenset(map(str, graph.objects(rule, _KS.holds))),
                )
                for rule in graph.subjects(RDF.type, _KS.GraphRule)
            }
        )

    def misplaced(self, graph: Iri, triples: Iterable[Triple]) -> Iterator[str]:
        """Tell of each triple that may not stand in ``graph``."""
        sort = _sort(graph)
        rule = self.rules[sort]
        for subject, predicate, value in triples:
            if predicate == _TYPE:
                if value not in rule.describes:
                    yield f"{subject}: a {value} is not described in the {sort} graph"
            elif predicate not in rule.holds:
                yield f"{subject}: {predicate} does not stand in the {sort} graph"


def _sort(graph: Iri) -> str:
    name = graph.rpartition("/graph/")[2]
    if name in {"register", "statistics", "meta"}:
        return name
    return "derived" if name.startswith("derived/") else "case"

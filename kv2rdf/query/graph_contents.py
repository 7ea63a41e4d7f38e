"""Warnings about GRAPH with patterns that no graph of a release can match together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from rdflib import RDF, URIRef, Variable
from rdflib.paths import InvPath, SequencePath

from kv2rdf.query.term_hints import prefixed_name, term_hints
from kv2rdf.query.triple_patterns import TriplePattern

_CASE_GRAPHS = {
    "/graph/derived/": "kv:DerivedGraph",
    "/graph/findings/": "kv:FindingsGraph",
    "/graph/": "kv:PrintedGraph",
}
"""Maps a part of the address of a graph of a case to the class of the graph."""

_ADVICE = "leave out GRAPH to search all graphs together"


def graph_contents(patterns: Sequence[TriplePattern]) -> Iterator[str]:
    """Yield a sentence for each GRAPH whose patterns cannot be matched in a single graph.

    Patterns that may fail, such as those in OPTIONAL, are left out. At most one sentence is yielded
    for each graph.
    """
    in_graph: dict[Any, dict[str, None]] = defaultdict(dict)
    for pattern in patterns:
        if pattern.graph is not None and not pattern.is_negated and not pattern.is_optional:
            in_graph[pattern.graph].update(dict.fromkeys(_names(pattern)))
    classes = _graph_classes(patterns)
    for graph, names in in_graph.items():
        own = classes.get(graph) or _kinds_at(graph)
        sentence = _about_kind(graph, own, names) if own else _about_pair(names)
        if sentence:
            yield sentence


def _about_kind(graph: Any, kinds: frozenset[str], names: dict[str, None]) -> str | None:
    """Return a sentence if a graph of known kinds cannot contain one of the names."""
    for name in names:
        owners = term_hints().graphs.get(name, kinds)
        if not owners & kinds:
            return (
                f"{_written(graph)} never contains {name}, which is in {_list(owners)}; {_ADVICE}"
            )
    return None


def _about_pair(names: dict[str, None]) -> str | None:
    """Return a sentence if no graph contains both of two names."""
    owners = term_hints().graphs
    for one, other in combinations([name for name in names if name in owners], 2):
        if not owners[one] & owners[other]:
            return (
                f"no graph contains both {one} and {other}: {one} is in {_list(owners[one])}, and"
                f" {other} in {_list(owners[other])}; {_ADVICE}"
            )
    return None


def _names(pattern: TriplePattern) -> Iterator[str]:
    """Yield the class that a pattern requires, or the properties that it certainly contains."""
    if pattern.path == RDF.type:
        if isinstance(pattern.object, URIRef):
            yield prefixed_name(str(pattern.object))
    else:
        yield from map(prefixed_name, _properties(pattern.path))


def _properties(path: Any) -> Iterator[str]:
    if isinstance(path, URIRef):
        yield str(path)
    elif isinstance(path, InvPath):
        yield from _properties(path.arg)
    elif isinstance(path, SequencePath):
        for part in path.args:
            yield from _properties(part)


def _graph_classes(patterns: Sequence[TriplePattern]) -> dict[Any, frozenset[str]]:
    """Return the classes of graphs that a query states, by the term of the graph."""
    found: dict[Any, frozenset[str]] = {}
    for pattern in patterns:
        if pattern.path == RDF.type and isinstance(pattern.object, URIRef):
            name = prefixed_name(str(pattern.object))
            if name in _CASE_GRAPHS.values() and not pattern.is_optional:
                found[pattern.subject] = found.get(pattern.subject, frozenset()) | {name}
    return found


def _kinds_at(graph: Any) -> frozenset[str]:
    """Return the kind of the graph at an address, or an empty set if it is not known."""
    if not isinstance(graph, URIRef) or "/graph/" not in graph:
        return frozenset()
    name = f"<graph/{graph.rpartition('/graph/')[2]}>"
    if any(name in kinds for kinds in term_hints().graphs.values()):
        return frozenset({name})
    return frozenset({next(kind for part, kind in _CASE_GRAPHS.items() if part in graph)})


def _list(kinds: frozenset[str]) -> str:
    return " or ".join(sorted(kinds))


def _written(graph: Any) -> str:
    return f"?{graph}" if isinstance(graph, Variable) else f"<{graph}>"

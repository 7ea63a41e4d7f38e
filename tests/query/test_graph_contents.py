"""Warnings about GRAPH with patterns that no graph can match together."""

from pathlib import Path

import pytest

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.query.term_hints import prefixed_name, term_hints
from tests.every_case import every_case

GRAPH = "https://w3id.org/kamervragen/graph"
ADVICE = "leave out GRAPH to search all graphs together"


@every_case(
    ("query", "expected"),
    [
        (
            "GRAPH ?g { ?case a kv:Dossier ; kv:askedBy ?person }",
            "no graph contains both kv:Dossier and kv:askedBy: kv:Dossier is in kv:PrintedGraph,"
            " and kv:askedBy in kv:DerivedGraph",
        ),
        (
            "GRAPH ?g { ?paper kv:concernsDossier/eli-dl:process_id ?id }"
            " GRAPH ?g { ?case kv:state ?state }",
            "no graph contains both eli-dl:process_id and kv:state: eli-dl:process_id is in"
            " kv:PrintedGraph, and kv:state in kv:DerivedGraph",
        ),
        (
            "?g a kv:PrintedGraph . GRAPH ?g { ?person ^kv:askedBy ?case }",
            "?g never contains kv:askedBy, which is in kv:DerivedGraph",
        ),
        (
            f"GRAPH <{GRAPH}/2022Z00634> {{ ?case kv:state ?state }}",
            f"<{GRAPH}/2022Z00634> never contains kv:state, which is in kv:DerivedGraph",
        ),
        (
            f"GRAPH <{GRAPH}/derived/2022Z00634> {{ ?part kv:text ?text }}",
            f"<{GRAPH}/derived/2022Z00634> never contains kv:text, which is in kv:FindingsGraph or"
            " kv:PrintedGraph",
        ),
        (
            f"GRAPH <{GRAPH}/register> {{ ?case kv:state ?state }}",
            f"<{GRAPH}/register> never contains kv:state, which is in kv:DerivedGraph",
        ),
    ],
)
def test_patterns_that_no_graph_matches_are_named(
    release: Release, query: str, expected: str
) -> None:
    assert release.warnings(f"SELECT * {{ {query} }}") == (f"{expected}; {ADVICE}",)


@pytest.mark.parametrize(
    "query",
    [
        "?case a kv:Dossier ; kv:askedBy ?person",
        "GRAPH ?g { ?case a kv:Dossier } GRAPH ?h { ?case kv:askedBy ?person }",
        "GRAPH ?g { ?case a kv:Dossier } ?case kv:askedBy ?person",
        "GRAPH ?g { { ?case a kv:Dossier } UNION { ?case kv:askedBy ?person } }",
        "GRAPH ?g { ?paper a ?class ; kv:concernsDossier ?case }",
        "VALUES ?kind { kv:PrintedGraph kv:DerivedGraph } ?g a ?kind . GRAPH ?g { ?c kv:state ?s }",
        f"GRAPH <{GRAPH}/derived/2022Z00634> {{ ?case kv:state ?state }}",
        f"GRAPH <{GRAPH}/register> {{ ?party skos:prefLabel ?label }}",
    ],
)
def test_other_queries_with_a_graph_have_no_warning(release: Release, query: str) -> None:
    assert release.warnings(f"SELECT * {{ {query} }}") == ()


def test_the_release_has_no_term_in_a_graph_that_would_be_warned_about(
    golden_release: Path,
) -> None:
    with Release(golden_release) as release:
        properties = rows_of(release.query("SELECT DISTINCT ?g ?p { GRAPH ?g { ?s ?p ?o } }"))
        classes = rows_of(release.query("SELECT DISTINCT ?g ?c { GRAPH ?g { ?s a ?c } }"))
    found: dict[str, set[str]] = {}
    for graph, term in (*properties, *classes):
        found.setdefault(prefixed_name(term), set()).add(_kind(graph))
    known = term_hints().graphs
    assert len(found.keys() & known.keys()) > 100
    wrong = {name: kinds - known[name] for name, kinds in found.items() if name in known}
    assert {name: kinds for name, kinds in wrong.items() if kinds} == {}


def _kind(graph: str) -> str:
    name = graph.partition("/graph/")[2]
    if name in ("register", "statistics", "vocabulary", "meta"):
        return f"<graph/{name}>"
    kind = {"derived": "Derived", "findings": "Findings"}.get(name.partition("/")[0], "Printed")
    return f"kv:{kind}Graph"

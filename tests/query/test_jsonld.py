"""Triples as JSON-LD: the same triples, with the names of the published context."""

import json
from pathlib import Path

import pyoxigraph as ox

from kv2rdf.query.jsonld import jsonld_text
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultTriples
from tests.conftest import ROOT
from tests.every_case import every_case


def result(release: Path, query: str) -> ResultTriples:
    with Release(release) as opened:
        found = opened.query(query)
    assert isinstance(found, ResultTriples)
    return found


@every_case(
    "pattern",
    ["?s a kv:Question", "?s kv:text ?text", "?s kv:answeredInTime ?in", "?s a qb:DataSet"],
)
def test_another_program_reads_the_same_triples(seed_release: Path, pattern: str) -> None:
    found = result(seed_release, f"CONSTRUCT {{ ?s ?p ?o }} {{ {pattern} . ?s ?p ?o }}")
    as_turtle = {str(q) for q in ox.parse(found.turtle, format=ox.RdfFormat.TURTLE)}
    as_jsonld = {str(q) for q in ox.parse(jsonld_text(found).encode(), format=ox.RdfFormat.JSON_LD)}
    assert as_jsonld == as_turtle
    assert as_turtle


def test_the_names_are_those_of_the_context_and_things_are_sorted(seed_release: Path) -> None:
    content = json.loads(jsonld_text(result(seed_release, "CONSTRUCT WHERE { ?s kv:ordinal ?o }")))
    assert (
        content["@context"]
        == json.loads((ROOT / "ontology/context.jsonld").read_text())["@context"]
    )
    things = [thing["id"] for thing in content["@graph"]]
    assert things == sorted(things)
    assert set(content["@graph"][0]) == {"id", "ordinal"}


def test_a_result_without_triples_is_json_too(seed_release: Path) -> None:
    content = json.loads(jsonld_text(result(seed_release, "CONSTRUCT WHERE { ?s kv:text 1 }")))
    assert set(content) <= {"@context", "@graph"}

"""Warnings about strings that a property never has, and about items of Wikidata."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.query.open_release import Release
from tests.every_case import every_case


@pytest.fixture(scope="module")
def release(seed_release: Path) -> Iterator[Release]:
    with Release(seed_release) as opened:
        yield opened


@every_case(
    ("query", "warning"),
    [
        (
            'SELECT * { ?x rdfs:label "Tweede Kamer" }',
            'rdfs:label is never "Tweede Kamer" in this release, only "Tweede Kamer"@nl and '
            '"Tweede Kamer"@en',
        ),
        (
            'SELECT * { ?case kv:askedBy/rdfs:label "Hilde Palland"@nl }',
            'rdfs:label is never "Hilde Palland"@nl in this release, only "Hilde Palland"',
        ),
        (
            'SELECT * { ?case dct:identifier "2022Z00634"@nl }',
            'dct:identifier is never "2022Z00634"@nl in this release, only "2022Z00634"',
        ),
        (
            'SELECT * { ?x rdfs:label "Derde Kamer" }',
            'rdfs:label is never "Derde Kamer" in this release',
        ),
        (
            'SELECT * { ?x eli-dl:had_participation/kv:asInSource """Kant\n(SP)""" }',
            'kv:asInSource is never "Kant\\n(SP)" in this release',
        ),
        (
            "SELECT * { ?case dct:identifier '2022Z00643' }",
            "'2022Z00643' does not occur in this release; did you mean 2022Z00634?",
        ),
    ],
)
def test_a_string_that_a_property_never_has_with_this_tag_is_named(
    release: Release, query: str, warning: str
) -> None:
    assert release.warnings(query) == (warning,)


@every_case(
    "query",
    [
        'SELECT * { ?x rdfs:label "Tweede Kamer"@nl }',
        'SELECT * { ?x rdfs:label|skos:altLabel "Tweede Kamer" }',
        'SELECT * { ?x ?p "Tweede Kamer" }',
        'PREFIX x: <http://example.org/> SELECT * { ?x x:label "Derde Kamer" }',
        'SELECT * { ?x rdfs:label ?name FILTER(STR(?name) = "Tweede Kamer") }',
    ],
)
def test_a_string_that_may_be_there_is_not_named(release: Release, query: str) -> None:
    assert release.warnings(query) == ()


def test_what_wikidata_has_and_the_release_does_not_is_named(release: Release) -> None:
    assert release.warnings("SELECT * { ?who wd:P39 ?office ; owl:sameAs wd:Q1 }") == (
        "wd:P39 does not occur in this release",
        "wd:Q1 does not occur in this release",
    )
    assert release.warnings("SELECT * { ?who owl:sameAs wd:Q28861157 }") == ()
    namespace = "SELECT * { ?who owl:sameAs ?item FILTER(STRSTARTS(STR(?item), STR(wd:))) }"
    assert release.warnings(namespace) == ()
    service = "SERVICE <https://query.wikidata.org/sparql> { ?item wd:P39 ?office }"
    assert release.warnings(f"SELECT * {{ ?who owl:sameAs ?item . {service} }}") == ()

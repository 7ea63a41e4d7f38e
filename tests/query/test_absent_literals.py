"""Warnings about literals that a property never has, and about items of Wikidata."""

from kv2rdf.query.open_release import Release
from kv2rdf.query.query_mistakes import query_mistakes
from kv2rdf.rdf.vocabulary import PREFIXES
from tests.every_case import every_case


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


@every_case(
    ("condition", "warning"),
    [
        (
            '?x dct:dateSubmitted "2022-01-18"',
            'dct:dateSubmitted is never "2022-01-18" in this release, only "2022-01-18"^^xsd:date',
        ),
        (
            '?x dct:dateSubmitted ?d FILTER(?d = "2022-01-18")',
            'dct:dateSubmitted is never "2022-01-18" in this release, only "2022-01-18"^^xsd:date',
        ),
        (
            '?x dct:dateSubmitted "2022-01-19"',
            'dct:dateSubmitted is never "2022-01-19" in this release; write "2022-01-19"^^xsd:date',
        ),
        ('?x kv:daysToAnswer "38"', 'kv:daysToAnswer is never "38" in this release, only 38'),
        ("?x eli:number 1", 'eli:number is never 1 in this release, only "1"'),
        (
            "?x kv:answeredInTime ?is FILTER(?is IN (true))",
            "kv:answeredInTime is never true in this release, only false",
        ),
        (
            '?x dct:dateSubmitted ?d FILTER(?d >= "2001-09-11")',
            'dct:dateSubmitted cannot be compared with "2001-09-11"; write "2001-09-11"^^xsd:date',
        ),
        (
            '?x dct:dateSubmitted ?d FILTER("2001-09-11" < ?d)',
            'dct:dateSubmitted cannot be compared with "2001-09-11"; write "2001-09-11"^^xsd:date',
        ),
        (
            "?x dct:dateSubmitted ?d FILTER(!BOUND(?d) || ?d < 2001)",
            "dct:dateSubmitted cannot be compared with 2001; its values are xsd:date, such as"
            ' "2022-01-18"^^xsd:date',
        ),
        (
            '?x dct:dateSubmitted ?d FILTER(?d > "2001-09-11T00:00:00"^^xsd:dateTime)',
            'dct:dateSubmitted cannot be compared with "2001-09-11T00:00:00"^^xsd:dateTime; its'
            ' values are xsd:date, such as "2022-01-18"^^xsd:date',
        ),
        ("?x kv:year ?y FILTER(?y = 2022)", 'kv:year is never 2022 in this release, only "2022"'),
        (
            '?x kv:year "2022"^^xsd:gYear',
            'kv:year is never "2022"^^xsd:gYear in this release, only "2022"',
        ),
        ("?x kv:year ?y FILTER(?y > 2000)", 'kv:year cannot be compared with 2000; write "2000"'),
        (
            '?x dct:dateSubmitted ?d FILTER(STRSTARTS(?d, "2022"))',
            "STRSTARTS cannot be used with dct:dateSubmitted, whose values are xsd:date;"
            " write STR(?d)",
        ),
        (
            '?x kv:daysToAnswer ?n FILTER(REGEX(?n, "8$"))',
            "REGEX cannot be used with kv:daysToAnswer, whose values are xsd:integer;"
            " write STR(?n)",
        ),
        (
            '?x rdfs:label ?name FILTER(?name = "Tweede Kamer")',
            'rdfs:label is never "Tweede Kamer" in this release, only "Tweede Kamer"@nl and '
            '"Tweede Kamer"@en',
        ),
    ],
)
def test_a_literal_of_the_wrong_type_is_named(
    release: Release, condition: str, warning: str
) -> None:
    assert release.warnings(f"SELECT * {{ {condition} }}") == (warning,)


@every_case(
    "condition",
    [
        '?x dct:dateSubmitted ?d FILTER(?d >= "2001-09-11"^^xsd:date)',
        '?x dct:dateSubmitted ?d FILTER(STR(?d) >= "2001-09-11" && STRSTARTS(STR(?d), "2001"))',
        '?x dct:dateSubmitted ?d FILTER(?d != "2001-09-11" && ?d NOT IN ("2001-09-11"))',
        "?x kv:daysToAnswer ?n FILTER(?n > 38.5 || ?n = 38.0 || ?n = 1e2)",
        '?x kv:year ?y FILTER(?y > "2000")',
        "?x kv:ordinal|eli:number ?n FILTER(?n = 1)",
        '{ ?x dct:dateSubmitted ?d } UNION { ?x dct:title ?d } FILTER(?d > "a")',
        '?x dct:dateSubmitted ?d BIND(STR(?d) AS ?e) FILTER(STRSTARTS(?e, "2001"))',
        'OPTIONAL { ?x dct:dateSubmitted ?e } BIND("a" AS ?e) FILTER(?e > "a")',
        '?d ?p ?d . ?x dct:dateSubmitted ?d FILTER(?d > "a")',
        '?x dct:title ?title FILTER(?title > "a" && CONTAINS(?title, "a"))',
    ],
)
def test_a_literal_that_may_have_the_right_type_is_not_named(condition: str) -> None:
    assert query_mistakes(f"SELECT * {{ {condition} }}", PREFIXES, lambda *_: True) == ()


def test_a_query_that_cannot_be_parsed_has_no_warning() -> None:
    query = "ASK { ?q a kv:Question MINUS { ?a eli-dl:answers_to ?q }"
    assert query_mistakes(f"{query} }}", PREFIXES, lambda *_: True)
    assert query_mistakes(query, PREFIXES, lambda *_: True) == ()


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

"""Warnings about a property for names that not every instance of a class has."""

from kv2rdf.query.open_release import Release
from tests.every_case import every_case


@every_case(
    ("query", "warning"),
    [
        (
            "SELECT * { ?paper kv:partyAtTheTime/skos:altLabel ?party }",
            "not every kv:Party has skos:altLabel; every kv:Party has rdfs:label and skos:notation"
            " and skos:prefLabel",
        ),
        (
            'SELECT * { ?m a kv:Ministry ; skos:altLabel ?name FILTER(STR(?name) = "BZ") }',
            "not every kv:Ministry has skos:altLabel; every kv:Ministry has rdfs:label and"
            " skos:prefLabel",
        ),
        (
            "SELECT * { ?case kv:askedBy ?who . ?who foaf:name ?name }",
            "not every foaf:Person or kv:NameForm or kv:OfficeForm has foaf:name; every"
            " foaf:Person or kv:NameForm or kv:OfficeForm has rdfs:label",
        ),
    ],
)
def test_a_property_for_names_that_some_instances_lack_is_named(
    release: Release, query: str, warning: str
) -> None:
    assert release.warnings(query) == (warning,)


@every_case(
    "query",
    [
        "SELECT * { ?asking eli-dl:participation_in_name_of/skos:altLabel ?party }",
        "SELECT * { ?paper kv:partyAtTheTime/skos:notation ?party }",
        "SELECT * { ?paper kv:partyAtTheTime ?p OPTIONAL { ?p skos:altLabel ?name } }",
        "SELECT * { ?p a kv:Party { ?p skos:altLabel ?name } UNION { ?p rdfs:label ?name } }",
        "SELECT * { ?p a kv:Party FILTER NOT EXISTS { ?p skos:altLabel ?name } }",
        "SELECT * { ?p a kv:Party MINUS { ?p skos:altLabel ?name } }",
        "SELECT * { ?p a kv:Party ; skos:altLabel|rdfs:label ?name }",
        'SELECT * { ?p a kv:Party ; skos:altLabel "CDA"@nl }',
        "SELECT * { ?x skos:altLabel ?name }",
        "SELECT * { ?w a eli:Work ; skos:altLabel ?name }",
        "SELECT * { ?case kv:askedBy/rdfs:label ?name }",
        "SELECT * { ?case kv:askedBy/eli:number ?name }",
    ],
)
def test_a_name_that_every_instance_has_or_that_may_be_absent_is_not_named(
    release: Release, query: str
) -> None:
    assert not any(each.startswith("not every") for each in release.warnings(query))

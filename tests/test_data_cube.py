"""The statistics satisfy the integrity constraints of the RDF Data Cube, IC-1 to IC-21.

The constraints and the normalisation are those of https://www.w3.org/TR/vocab-data-cube/, sections
11 and 10. A constraint is a query that returns true if the data violates it. Each query is also run
on data that an update has made invalid.
"""

from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import QueryBoolean, RdfFormat, Store

from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.reference.shipped_folders import folder
from tests.conftest import ROOT

_HEAD = "".join(f"PREFIX {prefix}: <{address}>\n" for prefix, address in PREFIXES.items())
_HEAD += f"BASE <{HOME}/>\n"
_OF_TABLE = "?obs qb:dataSet/qb:structure/qb:component/qb:componentProperty"
NORMALISATION = """
    INSERT { ?o a qb:Observation } WHERE { [] qb:observation ?o } ;
    INSERT { ?o a qb:Observation ; ?d a qb:DataSet } WHERE { ?o qb:dataSet ?d } ;
    INSERT { ?s a qb:Slice } WHERE { [] qb:slice ?s } ;
    INSERT { ?s qb:componentProperty ?p . ?p a qb:DimensionProperty } WHERE { ?s qb:dimension ?p } ;
    INSERT { ?s qb:componentProperty ?p . ?p a qb:MeasureProperty } WHERE { ?s qb:measure ?p } ;
    INSERT { ?s qb:componentProperty ?p . ?p a qb:AttributeProperty } WHERE { ?s qb:attribute ?p }
"""
YEAR, FIRST = "<statistiek/jaar>", "<statistiek/jaar/2022>"
STRUCTURE = "<statistiek/jaar/structuur>"


class Constraint(NamedTuple):
    """An integrity constraint: a query that is true of wrong data, and an update to such data."""

    name: str
    pattern: str
    update: str


CONSTRAINTS = (
    Constraint(
        "1: a row is in one table",
        """{ ?obs a qb:Observation FILTER NOT EXISTS { ?obs qb:dataSet ?d } } UNION
           { ?obs a qb:Observation ; qb:dataSet ?d1, ?d2 FILTER (?d1 != ?d2) }""",
        f"DELETE DATA {{ {FIRST} qb:dataSet {YEAR} }}",
    ),
    Constraint(
        "1: a row is not in two tables",
        "?obs a qb:Observation ; qb:dataSet ?d1, ?d2 FILTER (?d1 != ?d2)",
        f"INSERT DATA {{ {FIRST} qb:dataSet <statistiek/fractie> }}",
    ),
    Constraint(
        "2: a table has one structure",
        """{ ?d a qb:DataSet FILTER NOT EXISTS { ?d qb:structure ?s } } UNION
           { ?d a qb:DataSet ; qb:structure ?s1, ?s2 FILTER (?s1 != ?s2) }""",
        f"DELETE DATA {{ {YEAR} qb:structure {STRUCTURE} }}",
    ),
    Constraint(
        "3: a structure has a measure",
        """?s a qb:DataStructureDefinition
           FILTER NOT EXISTS {
               ?s qb:component [ qb:componentProperty [ a qb:MeasureProperty ] ] }""",
        "INSERT DATA { <x> a qb:DataStructureDefinition }",
    ),
    Constraint(
        "4: a dimension has a range",
        "?dim a qb:DimensionProperty FILTER NOT EXISTS { ?dim rdfs:range [] }",
        "DELETE WHERE { kv:year rdfs:range ?range }",
    ),
    Constraint(
        "5: a dimension of concepts has a code list",
        """?dim a qb:DimensionProperty ; rdfs:range skos:Concept
           FILTER NOT EXISTS { ?dim qb:codeList [] }""",
        "DELETE WHERE { kv:topic qb:codeList ?list }",
    ),
    Constraint(
        "6: only attributes are optional",
        """?s qb:component ?c . ?c qb:componentRequired false ; qb:componentProperty ?p
           FILTER NOT EXISTS { ?p a qb:AttributeProperty }""",
        f"INSERT {{ ?c qb:componentRequired false }} WHERE {{ {STRUCTURE} qb:component ?c }}",
    ),
    Constraint(
        "7: a slice key is declared",
        """?key a qb:SliceKey
           FILTER NOT EXISTS { [ a qb:DataStructureDefinition ] qb:sliceKey ?key }""",
        "INSERT DATA { <x> a qb:SliceKey }",
    ),
    Constraint(
        "8: a slice key has properties of its structure",
        """?key a qb:SliceKey ; qb:componentProperty ?p . ?s qb:sliceKey ?key
           FILTER NOT EXISTS { ?s qb:component [ qb:componentProperty ?p ] }""",
        f"INSERT DATA {{ <x> a qb:SliceKey ; qb:componentProperty kv:topic ."
        f" {STRUCTURE} qb:sliceKey <x> }}",
    ),
    Constraint(
        "9: a slice has one structure",
        """{ ?slice a qb:Slice FILTER NOT EXISTS { ?slice qb:sliceStructure ?key } } UNION
           { ?slice a qb:Slice ; qb:sliceStructure ?k1, ?k2 FILTER (?k1 != ?k2) }""",
        f"INSERT DATA {{ {YEAR} qb:slice <x> }}",
    ),
    Constraint(
        "10: a slice has its dimensions",
        """?slice qb:sliceStructure [ qb:componentProperty ?dim ]
           FILTER NOT EXISTS { ?slice ?dim [] }""",
        "INSERT DATA { <x> qb:sliceStructure <y> . <y> qb:componentProperty kv:year }",
    ),
    Constraint(
        "11: a row has every dimension",
        f"{_OF_TABLE} ?dim . ?dim a qb:DimensionProperty FILTER NOT EXISTS {{ ?obs ?dim [] }}",
        f"DELETE WHERE {{ {FIRST} kv:year ?year }}",
    ),
    Constraint(
        "12: no two rows have the same dimensions",
        """FILTER (?allEqual) { SELECT (MIN(?equal) AS ?allEqual) WHERE {
               ?obs1 qb:dataSet ?d . ?obs2 qb:dataSet ?d FILTER (?obs1 != ?obs2)
               ?d qb:structure/qb:component/qb:componentProperty ?dim .
               ?dim a qb:DimensionProperty . ?obs1 ?dim ?v1 . ?obs2 ?dim ?v2
               BIND (?v1 = ?v2 AS ?equal)
           } GROUP BY ?obs1 ?obs2 }""",
        f'INSERT DATA {{ <x> qb:dataSet {YEAR} ; kv:year "2022" }}',
    ),
    Constraint(
        "13: a row has every required attribute",
        """?obs qb:dataSet/qb:structure/qb:component ?c .
           ?c qb:componentRequired true ; qb:componentProperty ?p
           FILTER NOT EXISTS { ?obs ?p [] }""",
        f"INSERT DATA {{ {STRUCTURE} qb:component <x> ."
        f" <x> qb:componentRequired true ; qb:attribute kv:reason }}",
    ),
    Constraint(
        "14: a row has every measure",
        """?obs qb:dataSet/qb:structure ?s
           FILTER NOT EXISTS { ?s qb:component/qb:componentProperty qb:measureType }
           ?s qb:component/qb:componentProperty ?m . ?m a qb:MeasureProperty
           FILTER NOT EXISTS { ?obs ?m [] }""",
        f"DELETE WHERE {{ {FIRST} kv:caseCount ?count }}",
    ),
    Constraint(
        "15: the measure that a row names is there",
        """?obs qb:dataSet/qb:structure ?s ; qb:measureType ?m .
           ?s qb:component/qb:componentProperty qb:measureType
           FILTER NOT EXISTS { ?obs ?m [] }""",
        f"INSERT DATA {{ {STRUCTURE} qb:component <x> . <x> qb:dimension qb:measureType ."
        f" {FIRST} qb:measureType kv:meanDays }}",
    ),
    Constraint(
        "16: a row has no other measure than the one it names",
        """?obs qb:dataSet/qb:structure ?s ; qb:measureType ?m ; ?other [] .
           ?s qb:component/qb:componentProperty qb:measureType, ?other .
           ?other a qb:MeasureProperty FILTER (?other != ?m)""",
        f"INSERT DATA {{ {STRUCTURE} qb:component <x> . <x> qb:dimension qb:measureType ."
        f" {FIRST} qb:measureType kv:caseCount }}",
    ),
    Constraint(
        "17: rows that name measures name all",
        """{ SELECT ?numMeasures (COUNT(?obs2) AS ?count) WHERE {
               { SELECT ?s (COUNT(?m) AS ?numMeasures) WHERE {
                   ?s qb:component/qb:componentProperty ?m . ?m a qb:MeasureProperty
               } GROUP BY ?s }
               ?obs1 qb:dataSet/qb:structure ?s ; qb:dataSet ?d ; qb:measureType ?m1 .
               ?obs2 qb:dataSet ?d ; qb:measureType ?m2
               FILTER NOT EXISTS {
                   ?s qb:component/qb:componentProperty ?dim FILTER (?dim != qb:measureType)
                   ?dim a qb:DimensionProperty . ?obs1 ?dim ?v1 . ?obs2 ?dim ?v2
                   FILTER (?v1 != ?v2) }
           } GROUP BY ?obs1 ?numMeasures HAVING (COUNT(?obs2) != ?numMeasures) }""",
        f"INSERT DATA {{ {STRUCTURE} qb:component <x> . <x> qb:dimension qb:measureType ."
        f" {FIRST} qb:measureType kv:caseCount }}",
    ),
    Constraint(
        "18: the rows of a slice are in its table",
        """?d qb:slice ?slice . ?slice qb:observation ?obs
           FILTER NOT EXISTS { ?obs qb:dataSet ?d }""",
        f"INSERT DATA {{ <statistiek/fractie> qb:slice <x> . <x> qb:observation {FIRST} }}",
    ),
    Constraint(
        "19: a value is in the scheme of its dimension",
        f"""{_OF_TABLE} ?dim . ?dim a qb:DimensionProperty ; qb:codeList ?list .
            ?list a skos:ConceptScheme . ?obs ?dim ?v
            FILTER NOT EXISTS {{ ?v a skos:Concept ; skos:inScheme ?list }}""",
        "DELETE WHERE { c:openkamer-tekst skos:inScheme ?scheme }",
    ),
    Constraint(
        "19: a value is in the collection of its dimension",
        f"""{_OF_TABLE} ?dim . ?dim a qb:DimensionProperty ; qb:codeList ?list .
            ?list a skos:Collection . ?obs ?dim ?v
            FILTER NOT EXISTS {{ ?v a skos:Concept . ?list skos:member+ ?v }}""",
        "DELETE WHERE { ?list skos:member <id/thema/bestuur-gemeenten> }",
    ),
    Constraint(
        "20 and 21: no code list is a hierarchy that other constraints must walk",
        "[] qb:parentChildProperty ?p",
        "INSERT DATA { <x> qb:parentChildProperty skos:narrower }",
    ),
)


def normalised_statistics(update: str = "") -> Store:
    """Return the example and our ontology, after an update, in the normal form of the Data Cube."""
    store = Store()
    example = (ROOT / "output" / "example" / "kamervragen.nq").read_text(encoding="utf-8")
    triples = "".join(f"{quad[: quad.rindex(' <')]} .\n" for quad in example.splitlines())
    store.load(triples.encode(), format=RdfFormat.N_TRIPLES)
    store.load(path=Path(folder("ontology") / "kv.ttl"), format=RdfFormat.TURTLE)
    if update:
        before = len(store)
        store.update(_HEAD + update)
        assert len(store) != before
    store.update(_HEAD + NORMALISATION)
    return store


@pytest.fixture(scope="module", name="statistics")
def _statistics() -> Store:
    return normalised_statistics()


def is_violated(constraint: Constraint, statistics: Store) -> bool:
    answer = statistics.query(f"{_HEAD} ASK {{ {constraint.pattern} }}")
    assert isinstance(answer, QueryBoolean)
    return bool(answer)


@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda constraint: constraint.name)
def test_the_statistics_satisfy_a_constraint(constraint: Constraint, statistics: Store) -> None:
    assert not is_violated(constraint, statistics)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda constraint: constraint.name)
def test_a_constraint_finds_what_is_wrong(constraint: Constraint) -> None:
    assert is_violated(constraint, normalised_statistics(constraint.update))

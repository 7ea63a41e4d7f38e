"""The validation of an example of each kind of constraint that we use, by three engines."""

import re
from dataclasses import dataclass

import pytest
from rdflib import SH, Graph

from kv2rdf.validation.engines import Engine, Pyshacl, Shacl, shapes_in
from kv2rdf.validation.results import Severity
from tests.conftest import ROOT
from tests.validation.examples import SHAPES
from tests.validation.third_engine import ThirdEngine

pytestmark = pytest.mark.no_cover

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of constraint: a shape for the class :T, valid data, and data with one violation.

    ``blind`` names the engines that are known to find nothing in the invalid data.
    """

    component: str
    shape: str
    valid: str
    invalid: str
    blind: tuple[str, ...] = ()


def of_p(constraint: str) -> str:
    """A constraint on the values of :p."""
    return f":S sh:property :P . :P sh:path :p ; {constraint} ."


def query(select: str) -> str:
    """A constraint in SPARQL."""
    prefix = "PREFIX : <https://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
    return f':S sh:sparql :Q . :Q a sh:SPARQLConstraint ; sh:select "{prefix} {select}" .'


DAY, LATER = '"2022-01-18"^^xsd:date', '"2022-02-25"^^xsd:date'
MOMENT = '"2023-01-01T00:00:00"^^xsd:dateTime'
NO_DAY = '"2022-02-30"^^xsd:date'
TABLE = (
    Row("MinCount", of_p("sh:minCount 1"), ':x :p "a"', ":x a :T"),
    Row("MaxCount", of_p("sh:maxCount 1"), ':x :p "a"', ':x :p "a", "b"'),
    Row("Datatype", of_p("sh:datatype xsd:date"), f":x :p {DAY}", ':x :p "2022-01-18"'),
    Row("Datatype", of_p("sh:datatype xsd:date"), f":x :p {DAY}", f":x :p {NO_DAY}"),
    Row(
        "Equals",
        ":S sh:property :P . :P sh:path ( :p :q ) ; sh:equals :r .",
        ":x :p :y ; :r :z . :y :q :z",
        ":x :p :y ; :r :z",
    ),
    Row("Class", of_p("sh:class :C"), ":x :p :c . :c a :C", ":x :p :c"),
    Row("NodeKind", of_p("sh:nodeKind sh:IRI"), ":x :p :c", ':x :p "c"'),
    Row("NodeKind", ":S sh:nodeKind sh:IRI .", ":x a :T", "[] a :T"),
    Row("Pattern", of_p('sh:pattern "^[0-9]{4}$"'), ':x :p "2022"', ':x :p "22"'),
    Row("Pattern", ':S sh:pattern "/x$" .', ":x a :T", "<https://example.org/y/z> a :T"),
    Row("MinLength", of_p("sh:minLength 1"), ':x :p "a"', ':x :p ""'),
    Row("MinInclusive", of_p("sh:minInclusive 1"), ":x :p 1", ":x :p 0"),
    Row("In", of_p("sh:in (:a :b)"), ":x :p :a", ":x :p :c"),
    Row("LanguageIn", of_p('sh:languageIn ("nl")'), ':x :p "a"@nl', ':x :p "a"@en'),
    Row("UniqueLang", of_p("sh:uniqueLang true"), ':x :p "a"@nl, "a"@en', ':x :p "a"@nl, "b"@nl'),
    Row("Disjoint", of_p("sh:disjoint :q"), ':x :p "a" ; :q "b"', ':x :p "a" ; :q "a"'),
    Row("Equals", of_p("sh:equals :q"), ':x :p "a" ; :q "a"', ':x :p "a", "b" ; :q "a"'),
    Row("LessThan", of_p("sh:lessThan :q"),
        f":x :p {DAY} ; :q {LATER}", f":x :p {DAY} ; :q {DAY}"),
    Row("LessThanOrEquals", of_p("sh:lessThanOrEquals :q"),
        f":x :p {DAY} ; :q {LATER}", f":x :p {LATER} ; :q {DAY}"),
    Row("LessThanOrEquals", of_p("sh:lessThanOrEquals :q"),
        f":x :p {DAY} ; :q {LATER}", f":x :p {DAY} ; :q {MOMENT}", blind=("pyshacl",)),
    Row("Closed", ":S sh:closed true ; sh:ignoredProperties (<http://www.w3.org/1999/02/22-rdf-"
        "syntax-ns#type>) ; sh:property :P . :P sh:path :p .", ':x :p "a"', ':x :q "a"'),
    Row("Or", ":S sh:or ([sh:path :p ; sh:minCount 1] [sh:path :q ; sh:minCount 1]) .",
        ':x :q "a"', ':x :r "a"'),
    Row("QualifiedMinCount", ":S sh:property :P . :P sh:path :p ; sh:qualifiedMinCount 1 ;"
        " sh:qualifiedValueShape [sh:class :C] .", ":x :p :c, :d . :c a :C", ":x :p :d"),
    Row("MinCount", ":S sh:property :P . :P sh:path [sh:inversePath :p] ; sh:minCount 1 .",
        ":y :p :x", ":x :p :y"),
    Row("MinCount", ":S sh:property :P . :P sh:path [sh:alternativePath (:p :q)] ;"
        " sh:minCount 1 .", ":x :q :y", ":x :r :y"),
    Row("MinCount", ":R a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:property :P . :P sh:path :q ;"
        " sh:minCount 1 .", ":x :p :a ; :q :b", ":x :p :a"),
    Row("Or", ":S sh:or ([sh:path :q ; sh:maxCount 0] :R) . :R a sh:NodeShape ; sh:sparql :Q . :Q a"
        " sh:SPARQLConstraint ; sh:select 'SELECT $this ?value { $this <https://example.org/q>"
        " ?value FILTER(?value < 1) }' .", ":x :q 1", ":x :q 0"),
    Row("SPARQL", query("SELECT $this ?value { $this :p ?value FILTER(?value < 1) }"),
        ":x :p 1", ":x :p 0"),
    Row("SPARQL", query("SELECT $this ?value { $this :p ?value FILTER NOT EXISTS { $this :q ?value"
        " } }"), ":x :p :a ; :q :a", ":x :p :a ; :q :b"),
    Row("SPARQL", query("SELECT $this ?value { $this :p ?value ; :q ?to . FILTER(?value > ?to"
        ") }"), f":x :p {DAY} ; :q {LATER}", f":x :p {LATER} ; :q {DAY}",
        blind=("shacl",)),
)  # fmt: skip
ENGINES: dict[str, type[Shacl | Pyshacl | ThirdEngine]] = {
    "shacl": Shacl,
    "pyshacl": Pyshacl,
    "turbo": ThirdEngine,
}


def engine(name: str, row: Row) -> Engine:
    shapes = Graph().parse(data=f"{PREFIXES} :S a sh:NodeShape ; sh:targetClass :T . {row.shape}")
    return ENGINES[name](shapes)


def ntriples(turtle: str) -> str:
    """Return data as N-Triples; :x is made a :T unless the data already has a :T."""
    of_class = "" if "a :T" in turtle else ":x a :T . "
    return Graph().parse(data=f"{PREFIXES} {of_class}{turtle} .").serialize(format="nt")


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.component)
def test_every_engine_accepts_the_valid_and_rejects_the_invalid(name: str, row: Row) -> None:
    engine_ = engine(name, row)
    assert engine_.validate(ntriples(row.valid)) == ()
    found = engine_.validate(ntriples(row.invalid))
    if name in row.blind:
        assert found == ()
        return
    (result,) = found
    assert result.component == f"{row.component}ConstraintComponent"
    assert result.severity is Severity.VIOLATION
    assert result.shape.rpartition("/")[2] in {"S", "P"}


@pytest.mark.sampled(4)
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.component)
def test_the_engines_have_the_same_results(row: Row) -> None:
    found = {
        name: {
            (r.path, r.value if "//" in r.focus else "", r.component, r.severity, r.shape)
            for r in engine(name, row).validate(ntriples(row.invalid))
        }
        for name in ENGINES
        if name not in row.blind
    }
    assert len({frozenset(results) for results in found.values()}) == 1


def test_every_constraint_of_our_shapes_is_in_the_table() -> None:
    """Every property of a shape is a constraint, unless it is structure or text for people."""
    structure = {"path", "property", "targetClass", "message", "severity", "sparql", "select"}
    structure |= {"prefixes", "declare", "prefix", "namespace", "ignoredProperties", "name"}
    structure |= {"qualifiedValueShape", "description"}
    used = {
        str(predicate).removeprefix(str(SH))
        for predicate in shapes_in(SHAPES).predicates()
        if str(predicate).startswith(str(SH))
    }
    tested = set(re.findall(r"sh:(\w+)", " ".join(row.shape for row in TABLE)))
    assert used - structure <= tested
    assert {"minCount", "closed", "or"} <= used


def test_the_documentation_lists_every_constraint() -> None:
    page = (ROOT / "docs" / "validation.md").read_text(encoding="utf-8")
    for row in TABLE:
        assert f"`{row.component}`" in page

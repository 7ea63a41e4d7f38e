"""Warnings about names in a query that cannot have a result."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.query.named_queries import all_queries
from kv2rdf.query.open_release import Release
from tests.conftest import ROOT
from tests.every_case import every_case

MISSPELT = """
kv:Qestion kv:Question | kv:question kv:Question | kv:Questions kv:Question | kv:Vraag kv:Question
kv:Antwoord kv:Answer | kv:Anwser kv:Answer | kv:tekst kv:text | kv:Text kv:text | kv:txt kv:text
kv:dossier kv:Dossier | kv:Dosier kv:Dossier | kv:askedby kv:askedBy | kv:asked_by kv:askedBy
kv:askBy kv:askedBy | kv:answeredInTme kv:answeredInTime | kv:addresedTo kv:addressedTo
kv:answered_in_time kv:answeredInTime | kv:daysToAnwer kv:daysToAnswer | kv:party kv:Party
kv:dagenTotAntwoord kv:daysToAnswer | kv:partyAtTime kv:partyAtTheTime | kv:Nameform kv:NameForm
kv:FootNote kv:Footnote | kv:Voetnoot kv:Footnote | kv:hasFootnotes kv:hasFootnote
kv:delayReasons kv:delayReason | kv:concernDossier kv:concernsDossier | kv:Ministery kv:Ministry
kv:DelayedNotice kv:DelayNotice | kv:sessionyear kv:sessionYear | kv:citedMedia kv:citedMedium
kv:topicsAsPrinted kv:topicsAsInSource | c:open c:openstaand | c:beantword c:beantwoord
c:answered c:beantwoord | c:withdrawn c:ingetrokken | c:ingetroken c:ingetrokken
c:indieing c:indiening | c:antwoordgevers c:antwoordgever | c:delay c:uitstel
eli:isPartOf eli:is_part_of | eli:partOf eli:is_part_of | eli:nummer eli:number
eli-dl:answersTo eli-dl:answers_to | eli-dl:consistsOf eli-dl:consists_of | dct:titel dct:title
skos:preflabel skos:prefLabel | foaf:naam foaf:name
"""
PAIRS = [tuple(pair.split()) for pair in re.split(r"[|\n]", MISSPELT) if pair.strip()]
RECIPES = re.compile(r"^```sparql\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("written", "meant"), PAIRS)
def test_a_misspelt_term_is_named_with_the_nearest_one(
    release: Release, written: str, meant: str
) -> None:
    (warning,) = release.warnings(f"SELECT * {{ ?x ?p ?o FILTER(?o = {written}) }}")
    assert warning.startswith("there is no " if written[0] in "kc" else written)
    assert f" {written}; " in f" {warning}".replace(" does not occur in this release", "")
    assert warning.endswith(f"; did you mean {meant}?")


@pytest.mark.parametrize("written", ["kv:Zaak", "c:xyzzy"])
def test_a_term_that_is_like_no_other_is_named_alone(release: Release, written: str) -> None:
    kind = "concept" if written.startswith("c:") else "term"
    assert release.warnings(f"ASK {{ ?x ?p {written} }}") == (f"there is no {kind} {written}",)


def test_a_term_that_the_release_does_not_use_is_named(release: Release) -> None:
    warnings = release.warnings("SELECT * { ?x kv:markup ?m ; eli:is_part_of ?y }")
    assert warnings == ("kv:markup does not occur in this release",)


@every_case(
    ("name", "warning"),
    [
        (
            "<https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00643>",
            "<https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00643> does not occur in this"
            " release; did you mean 2022Z00634?",
        ),
        (
            "<https://w3id.org/kamervragen/graph/registr>",
            "<https://w3id.org/kamervragen/graph/registr> does not occur in this release",
        ),
        ('"2022Z00643"', "'2022Z00643' does not occur in this release; did you mean 2022Z00634?"),
        ('"2020302781"', "'2020302781' does not occur in this release"),
        ("'''ah-tk-20212022-1882'''", "'ah-tk-20212022-1882' does not occur in this release"),
    ],
)
def test_an_address_and_a_number_that_are_not_there_are_named(
    release: Release, name: str, warning: str
) -> None:
    assert release.warnings(f"ASK {{ VALUES ?x {{ {name} }} ?s ?p ?x }}") == (warning,)


@every_case(
    "query",
    [
        "SELECT * { ?q a kv:Question ; kv:text ?t . FILTER(CONTAINS(?t, 'kv:tekst')) }",
        "SELECT * { ?q a kv:Question } # kv:tekst",
        "PREFIX kv: <http://example.org/> SELECT * { ?q a kv:Qestion }",
        "PREFIX x: <http://example.org/> SELECT * { ?q x:y <http://example.org/z> }",
        "BASE <https://w3id.org/kamervragen/nothing> SELECT * { ?q ?p ?o }",
        'SELECT * { ?q kv:text ?t FILTER(?t = "2022Z00643 or 20203027811") }',
        "SELECT * { ?q rdf:value ?o FILTER(DATATYPE(?o) = xsd:byte) }",
        "ASK { ?case dct:identifier '2022Z00634' }",
    ],
)
def test_other_names_and_words_cause_no_warning(release: Release, query: str) -> None:
    assert release.warnings(query) == ()


@every_case(
    ("query", "warning"),
    [
        (
            "SELECT * { ?p kv:nameForm/skos:altLabel ?l }",
            "kv:NameForm has no skos:altLabel; it is a property of kv:Cabinet, kv:Group,",
        ),
        (
            "SELECT * { ?p kv:nameForm ?form . ?form foaf:name ?l }",
            "kv:NameForm has no foaf:name; it is a property of foaf:Person",
        ),
        (
            "SELECT * { ?n a kv:DelayNotice ; kv:delayReason/rdfs:label ?reason }",
            "a text, number or date has no rdfs:label; it is a property of dct:",
        ),
        (
            "SELECT * { ?case dct:dateSubmitted ?day . ?day dcat:startDate ?start }",
            "a text, number or date has no dcat:startDate; it is a property of dct:PeriodOfTime",
        ),
        (
            "SELECT * { ?q a kv:Question OPTIONAL { ?q kv:askedBy ?who } }",
            "kv:Question has no kv:askedBy; it is a property of kv:Dossier",
        ),
        (
            "SELECT * { ?q a kv:Question FILTER NOT EXISTS { ?q kv:daysToAnswer ?days } }",
            "kv:Question has no kv:daysToAnswer; it is a property of kv:Dossier",
        ),
        (
            "SELECT * { { ?q a kv:Question } { ?q (kv:state|kv:chamber)+ ?x } }",
            "kv:Question has no kv:state; it is a property of kv:Dossier",
        ),
    ],
)
def test_a_property_that_the_class_does_not_have_is_named(
    release: Release, query: str, warning: str
) -> None:
    (found,) = release.warnings(query)
    assert found.startswith(warning)


@every_case(
    ("query", "way"),
    [
        ("?q a kv:Question ; eli:is_about/skos:prefLabel ?t", "eli:is_part_of/eli:is_about"),
        ("?a a kv:Answer ; eli:date_document ?day", "eli:is_part_of/eli:date_document"),
        ("?q a kv:Question ; kv:state ?state", "kv:concernsDossier/kv:state"),
        ("?case a kv:Dossier ; eli:is_about ?t", "dct:subject"),
        ("?case a kv:Dossier ; eli:date_document ?d", "dct:dateSubmitted or kv:answeredOn"),
        ("?case a kv:Dossier ; kv:textState ?state", "^kv:concernsDossier/kv:textState"),
        ("?paper kv:citedIn/kv:answerDue ?day", "kv:concernsDossier/kv:answerDue"),
    ],
)
def test_the_way_to_a_misplaced_property_is_named(release: Release, query: str, way: str) -> None:
    (found,) = release.warnings(f"SELECT * {{ {query} }}")
    assert found.endswith(f"; did you mean {way}?")


@every_case(
    ("name", "instead"),
    [
        ("eli:has_part", "^eli:is_part_of"),
        ("eli-dl:parliamentary_term", "kv:sessionYear"),
        ("skos:narrower", "^skos:broader"),
    ],
)
def test_a_term_that_no_release_uses_is_replaced(release: Release, name: str, instead: str) -> None:
    warnings = release.warnings(f"SELECT * {{ ?s {name} ?o }}")
    assert warnings == (f"{name} does not occur in this release; did you mean {instead}?",)


@every_case(
    "query",
    [
        "SELECT * { { ?x a kv:Question } UNION { ?x kv:askedBy ?who } }",
        "SELECT * { ?x kv:askedBy ?who OPTIONAL { ?x a kv:Question } }",
        "SELECT * { ?q a kv:Question ; (kv:askedBy|kv:text) ?t }",
        "SELECT * { ?q a kv:Question ; ^eli-dl:answers_to/kv:text ?t }",
        "SELECT * { ?q a kv:Question, ?class ; !kv:askedBy ?t }",
        "SELECT * { ?w a eli:Work ; kv:concernsDossier/kv:askedBy ?who }",
        "SELECT * { ?concept skos:broader/rdfs:label ?label }",
    ],
)
def test_a_property_that_the_class_may_have_is_not_named(release: Release, query: str) -> None:
    assert release.warnings(query) == ()


@pytest.mark.parametrize(
    ("query", "warning"),
    [
        (
            "SELECT * { ?case kv:answeredInTime true }",
            "kv:answeredInTime is never true in this release, only false",
        ),
        (
            "SELECT * { ?x a kv:Dossier FILTER NOT EXISTS { ?x kv:answeredInTime TRUE } }",
            "kv:answeredInTime is never true in this release, only false",
        ),
        (
            'SELECT * { ?case kv:answeredInTime "false" }',
            'kv:answeredInTime is never "false" in this release, only false',
        ),
    ],
)
def test_a_value_that_a_property_never_has_is_named(
    release: Release, query: str, warning: str
) -> None:
    assert release.warnings(query) == (warning,)


def test_a_question_with_an_answer_of_its_own_is_not_marked(golden_release: Path) -> None:
    with Release(golden_release) as release:
        (warning,) = release.warnings("SELECT ?q { ?q kv:hasOwnAnswer true }")
        assert warning == "kv:hasOwnAnswer is never true in this release, only false"
        assert release.warnings("SELECT ?q { ?q kv:hasOwnAnswer false }") == ()
        assert release.warnings("SELECT ?q { ?q kv:answeredInTime true }") == ()


@every_case(
    "query",
    [
        "SELECT * { ?case kv:answeredInTime false }",
        "SELECT * { ?case kv:title true }",
        "SELECT * { ?case kv:answeredInTime ?x FILTER(?x != true) }",
    ],
)
def test_a_value_that_may_be_there_is_not_named(release: Release, query: str) -> None:
    assert not any("never" in warning for warning in release.warnings(query))


def queries() -> Iterator[str]:
    """Yield every named query, and every query in the documentation."""
    yield from (query.filled_text({}) for query in all_queries())
    for page in sorted((ROOT / "docs").rglob("*.md")):
        yield from RECIPES.findall(page.read_text(encoding="utf-8"))


@pytest.mark.long
def test_none_of_our_queries_has_a_term_that_does_not_exist(release: Release) -> None:
    found = [
        (warning, query)
        for query in queries()
        for warning in release.warnings(query)
        if "in this release" not in warning or ", only " in warning or "; write " in warning
        if not warning.startswith("an answer may be linked")  # A recipe counts these questions.
    ]
    assert found == []

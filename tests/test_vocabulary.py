"""The ontology, the concepts, the profile and the code contain the same terms."""

import ast
import re
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

import kv2rdf
from kv2rdf.addresses import external
from kv2rdf.mapping.people import MEMBERSHIP_CONCEPTS
from kv2rdf.mapping.periods import PRECISION_CONCEPTS
from kv2rdf.model.completeness import CountedChamber, CountedPaper, Presence
from kv2rdf.model.counts import CountKind
from kv2rdf.model.dossier import State
from kv2rdf.model.kinds import ActivityKind, PaperKind, SourceKind, TextState
from kv2rdf.model.participants import Role
from kv2rdf.model.rules import FindingRule, Lack, MatchRule
from kv2rdf.rdf import turtle
from kv2rdf.rdf import vocabulary as vocab
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME, KV, PREFIXES
from kv2rdf.reference.shipped_folders import folder
from tests.every_case import every_case
from tests.ontology_terms import KS
from tests.reference.test_jsonld_context import seed_graph

ONTOLOGY = folder("ontology")
PACKAGE = Path(kv2rdf.__file__).parent
SEED = seed_graph()
VOCABULARIES = {n: v for n, v in vars(vocab).items() if isinstance(v, type) and n.isupper()}
NOT_IN_SEED = re.compile(
    r"Explanation|[oO]fficeForm|(joined|seeAlso|ministry)\w+|answeredBy|announced\w+|extendedDue|answeredInExtendedTime|cited(?!In)\w+|markup|reason"
    r"|(start|end)Precision|[cC]andidate|possiblePerson|lacks|hasOwnAnswer|(mean|fewest|most)Days"
)


def terms(vocabulary: type) -> dict[str, URIRef]:
    return {n: URIRef(term) for n, term in vars(vocabulary).items() if isinstance(term, Iri)}


def borrowed() -> set[Node]:
    return {term for v in VOCABULARIES.values() if v is not KV for term in terms(v).values()}


@cache
def ontology(name: str) -> Graph:
    return Graph().parse(ONTOLOGY / f"{name}.ttl")


def languages(graph: Graph, term: Node, predicate: URIRef) -> list[str | None]:
    values = graph.objects(term, predicate)
    return sorted((v.language for v in values if isinstance(v, Literal)), key=str)


def test_the_vocabularies_in_the_code_are_those_of_the_profile() -> None:
    assert borrowed() == set(ontology("borrowed").subjects(RDFS.isDefinedBy))


def test_a_borrowed_term_has_its_vocabulary_and_a_note_on_its_use() -> None:
    profile = ontology("borrowed")
    for term, namespace in profile.subject_objects(RDFS.isDefinedBy):
        assert re.fullmatch(r"\w+", str(term).removeprefix(str(namespace))), term
        assert languages(profile, term, SKOS.scopeNote) == ["en", "nl"], term


@every_case("vocabulary", VOCABULARIES)
def test_every_term_is_used_in_a_mapping_or_in_the_concepts(vocabulary: str) -> None:
    """The code is read, so that a term that is rarely published counts as well.

    The triples of the concepts are published as they are in the ontology.
    """
    in_concepts = set(ontology("concepts").predicates())
    used = {
        node.attr
        for module in modules("mapping", "reference")
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == vocabulary
    }
    defined = terms(VOCABULARIES[vocabulary]).items()
    assert {name for name, term in defined if term not in in_concepts} <= used


@every_case("name", terms(KV))
def test_each_of_our_terms_is_documented(name: str) -> None:
    ours, term = ontology("kv"), terms(KV)[name]
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    assert len(kinds & set(ours.objects(term, RDF.type))) == 1
    assert list(ours.objects(term, RDFS.isDefinedBy)) == [URIRef(external.ONTOLOGY)]
    assert languages(ours, term, RDFS.label) == ["en", "nl"]
    assert languages(ours, term, SKOS.definition) == ["en", "nl"]
    assert len(list(ours.objects(term, SKOS.example))) == 1
    assert all(len(list(ours.objects(term, p))) <= 1 for p in (RDFS.domain, RDFS.range))
    assert list(ours.objects(term, KS.allowedIn))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", terms(KV))
def test_the_example_of_a_term_is_true_of_the_seed(name: str) -> None:
    term = terms(KV)[name]
    text = ontology("kv").value(term, SKOS.example)
    example = Graph().parse(data=f"{turtle.header(HOME)}{text}", format="turtle")
    assert term in {*example.predicates(), *example.objects(None, RDF.type)}
    for triple in example:
        assert (triple in SEED) == (not NOT_IN_SEED.fullmatch(name))


def test_a_term_is_allowed_only_in_graphs_that_have_a_rule() -> None:
    rules = set(Graph().parse(folder("shapes") / "graphs.ttl").subjects(RDF.type, KS.GraphRule))
    notes = ontology("kv") + ontology("borrowed")
    assert set(notes.objects(None, KS.allowedIn)) == rules


def test_a_term_that_no_graph_may_hold_is_in_the_catalogue(seed_release: Path) -> None:
    profile = ontology("borrowed")
    without = {
        t for t in profile.subjects(RDFS.isDefinedBy) if (t, KS.allowedIn, None) not in profile
    }
    catalogue = Graph().parse(seed_release / "catalogue.ttl")
    assert without <= set(catalogue.all_nodes()) | set(catalogue.predicates())


def test_the_ontology_files_have_no_blank_nodes() -> None:
    for path in ONTOLOGY.glob("*.ttl"):
        assert not [n for n in Graph().parse(path).all_nodes() if isinstance(n, BNode)], path.name


def test_the_keys_in_the_code_are_the_concepts() -> None:
    keys: dict[str, set[str]] = {}
    for concept, scheme in ontology("concepts").subject_objects(SKOS.inScheme):
        name, key = (str(node).removeprefix(PREFIXES["c"]) for node in (scheme, concept))
        keys.setdefault(name, set()).add(key)
    assert keys_in_code() == keys


def test_every_concept_and_scheme_is_documented() -> None:
    concepts = ontology("concepts")
    for thing in concepts.subjects(RDF.type):
        assert languages(concepts, thing, SKOS.prefLabel) == ["en", "nl"], thing
        assert languages(concepts, thing, SKOS.definition) == ["en", "nl"], thing
    in_scheme = set(concepts.subject_objects(SKOS.inScheme))
    assert in_scheme == set(concepts.subject_objects(SKOS.topConceptOf))
    assert {concept for concept, _ in in_scheme} == set(concepts.subjects(RDF.type, SKOS.Concept))


def test_the_code_list_of_what_is_counted_has_every_count_and_gap() -> None:
    concepts, c = ontology("concepts"), PREFIXES["c"]
    schemes = (URIRef(f"{c}tellingen"), URIRef(f"{c}hiaten"))
    counted = {one for scheme in schemes for one in concepts.subjects(SKOS.inScheme, scheme)}
    assert set(concepts.objects(URIRef(f"{c}wat-geteld-wordt"), SKOS.member)) == counted


def test_the_alignment_contains_only_our_terms_and_concepts() -> None:
    concepts = set(ontology("concepts").subjects(RDF.type, SKOS.Concept))
    assert set(ontology("alignment").subjects()) <= {*terms(KV).values(), *borrowed(), *concepts}


def keys_in_code() -> dict[str, set[str]]:
    """Return the keys of concepts that the code has, by concept scheme."""
    return {
        "soorten-stuk": {kind.value for kind in PaperKind},
        "rollen": {role.value for role in Role},
        "standen": {state.value for state in State},
        "tekststanden": {state.value for state in TextState},
        "bronsoorten": {kind.value for kind in SourceKind},
        "tellingen": {what.value for what in CountKind if not what.is_gap},
        "hiaten": {what.value for what in CountKind if what.is_gap},
        "volledigheid": {presence.value for presence in Presence},
        "getelde-stukken": {kind.value for kind in CountedPaper},
        "kamers": {chamber.value for chamber in CountedChamber},
        "activiteiten": {kind.value for kind in ActivityKind},
        "bevindingen": {rule.value for rule in FindingRule},
        "vindregels": {rule.value for rule in MatchRule},
        "lidmaatschappen": set(MEMBERSHIP_CONCEPTS.values()),
        "ontbrekend-bewijs": {lack.value for lack in Lack},
        "nauwkeurigheden": set(PRECISION_CONCEPTS.values()),
    }


@every_case("enum", [ActivityKind, FindingRule, Lack, MatchRule])
def test_every_rule_and_activity_is_used(enum: type[StrEnum]) -> None:
    used = {attribute for name, attribute in attributes_of_names() if name == enum.__name__}
    assert {member.name for member in enum} == used


@cache
def attributes_of_names() -> set[tuple[str, str]]:
    """Return each name in the code that an attribute follows, with this attribute."""
    return {
        (node.value.id, node.attr)
        for module in modules("mapping", "model", "sources", "linking")
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }


@cache
def modules(*folders: str) -> tuple[ast.Module, ...]:
    paths = [path for name in folders for path in sorted((PACKAGE / name).rglob("*.py"))]
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in paths)

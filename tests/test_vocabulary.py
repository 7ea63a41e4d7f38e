"""Ontology, concepts, profile and code name the same terms, and mean no more than they say."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

import kv2rdf
from kv2rdf.addresses import fixed
from kv2rdf.model.counts import Counted
from kv2rdf.model.dossier import State
from kv2rdf.model.kinds import PaperKind, SourceKind
from kv2rdf.model.participants import Role
from kv2rdf.rdf import turtle
from kv2rdf.rdf import vocabulary as vocab
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME, KV, PREFIXES
from kv2rdf.reference.folders import folder
from tests.reference.test_jsonld_context import seed

ONTOLOGY = folder("ontology")
PACKAGE = Path(kv2rdf.__file__).parent
SEED = seed()
VOCABULARIES = {n: v for n, v in vars(vocab).items() if isinstance(v, type) and n.isupper()}
ELSEWHERE = re.compile(r"Explanation|(joined|seeAlso)\w+|cited(?!In)\w+|reason")
SAID_AS = {  # the lists whose keys are no enum: what takes a key of theirs in the code
    "activiteiten": {"activity", "_sort"},
    "bevindingen": {"rule"},
    "vindregels": {"matched_by", "concept"},
    "lidmaatschappen": {"_KINDS"},
}


def terms(vocabulary: type) -> dict[str, URIRef]:
    return {n: URIRef(term) for n, term in vars(vocabulary).items() if isinstance(term, Iri)}


def borrowed() -> set[Node]:
    return {term for v in VOCABULARIES.values() if v is not KV for term in terms(v).values()}


@cache
def ontology(name: str) -> Graph:
    return Graph().parse(ONTOLOGY / f"{name}.ttl")


def languages(of: Graph, term: Node, said: URIRef) -> list[str | None]:
    return sorted((v.language for v in of.objects(term, said) if isinstance(v, Literal)), key=str)


def test_our_terms_are_the_terms_of_the_ontology_in_its_order() -> None:
    defined = set(ontology("kv").subjects(RDFS.isDefinedBy, URIRef(fixed.ONTOLOGY)))
    assert set(terms(KV).values()) == defined
    text = (ONTOLOGY / "kv.ttl").read_text(encoding="utf-8")
    assert list(terms(KV)) == re.findall(r"^kv:(\w+) a ", text, re.MULTILINE)


def test_what_we_borrow_is_what_the_profile_lists() -> None:
    assert borrowed() == set(ontology("borrowed").subjects(RDFS.isDefinedBy))


def test_a_borrowed_term_is_defined_by_its_own_vocabulary_and_says_how_we_use_it() -> None:
    profile = ontology("borrowed")
    for term, home in profile.subject_objects(RDFS.isDefinedBy):
        assert re.fullmatch(r"\w+", str(term).removeprefix(str(home))), term
        assert languages(profile, term, SKOS.scopeNote) == ["en", "nl"], term


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
def test_a_term_is_called_what_it_is(vocabulary: type) -> None:
    for name, term in terms(vocabulary).items():
        assert re.split("[#/]", term)[-1] == name.removesuffix("_")


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_term_is_said_by_some_mapping(vocabulary: str) -> None:
    """Read from the code, so that a term said only on a rainy day counts as well."""
    said = {
        node.attr
        for module in modules("mapping", "reference")
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == vocabulary
    }
    assert set(terms(VOCABULARIES[vocabulary])) - said == set()


@pytest.mark.parametrize("name", terms(KV))
def test_a_term_of_ours_is_explained(name: str) -> None:
    ours, term = ontology("kv"), terms(KV)[name]
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    assert len(kinds & set(ours.objects(term, RDF.type))) == 1
    assert list(ours.objects(term, RDFS.isDefinedBy)) == [URIRef(fixed.ONTOLOGY)]
    assert languages(ours, term, RDFS.label) == ["en", "nl"]
    assert languages(ours, term, SKOS.definition) == ["en", "nl"]
    assert len(list(ours.objects(term, SKOS.example))) == 1
    assert all(len(list(ours.objects(term, p))) <= 1 for p in (RDFS.domain, RDFS.range))


@pytest.mark.parametrize("name", terms(KV))
def test_the_example_of_a_term_is_true_of_the_seed(name: str) -> None:
    term = terms(KV)[name]
    text = ontology("kv").value(term, SKOS.example)
    example = Graph().parse(data=f"{turtle.header(HOME)}{text}", format="turtle")
    assert term in {*example.predicates(), *example.objects(None, RDF.type)}
    for triple in example:
        assert (triple in SEED) == (not ELSEWHERE.fullmatch(name))  # of which the seed has none


def test_our_ontology_and_profile_have_no_blank_nodes() -> None:
    for path in ONTOLOGY.glob("*.ttl"):
        assert not [n for n in Graph().parse(path).all_nodes() if isinstance(n, BNode)], path.name


def test_the_keys_that_the_code_says_are_the_concepts() -> None:
    stands: dict[str, set[str]] = {}
    for concept, scheme in ontology("concepts").subject_objects(SKOS.inScheme):
        name, word = (str(node).removeprefix(PREFIXES["c"]) for node in (scheme, concept))
        stands.setdefault(name, set()).add(word)
    assert said_keys() == stands


def test_every_concept_and_scheme_is_explained() -> None:
    concepts = ontology("concepts")
    for thing in concepts.subjects(RDF.type):
        assert languages(concepts, thing, SKOS.prefLabel) == ["en", "nl"], thing
        assert languages(concepts, thing, SKOS.definition) == ["en", "nl"], thing
    stands = set(concepts.subject_objects(SKOS.inScheme))
    assert stands == set(concepts.subject_objects(SKOS.topConceptOf))
    assert {concept for concept, _ in stands} == set(concepts.subjects(RDF.type, SKOS.Concept))


def test_the_alignment_names_terms_and_concepts_that_are_ours() -> None:
    concepts = set(ontology("concepts").subjects(RDF.type, SKOS.Concept))
    assert set(ontology("alignment").subjects()) <= {*terms(KV).values(), *borrowed(), *concepts}


def said_keys() -> dict[str, set[str]]:
    """Read from the code, by list, which keys of concepts it can say."""
    keys: dict[str, set[str]] = {
        "soorten-stuk": {kind.value for kind in PaperKind},
        "rollen": {role.value for role in Role},
        "standen": {state.value for state in State},
        "bronsoorten": {kind.value for kind in SourceKind},
        "tellingen": {what.value for what in Counted if not what.is_gap},
        "hiaten": {what.value for what in Counted if what.is_gap},
    }
    for module in modules("mapping", "sources", "linking"):
        for name, word in words(module):
            for scheme, names in SAID_AS.items():
                if name in names:
                    keys.setdefault(scheme, set()).add(word)
    return keys


def words(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Give the strings of a module by what takes them."""
    top = [taken(statement) for statement in module.body if isinstance(statement, ast.Assign)]
    constants = dict(chain.from_iterable(top))
    for node in ast.walk(module):
        for name, value in taken(node):
            yield from ((name, word) for word in strings(value, constants))


def taken(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Give what a keyword, a name or a call takes, and what a function returns."""
    match node:
        case ast.keyword(arg=str(name), value=value):
            yield name, value
        case (
            ast.Assign(targets=[target], value=value)
            | ast.AnnAssign(target=target, value=ast.expr() as value)
        ):
            yield from ((n.id, value) for n in ast.walk(target) if isinstance(n, ast.Name))
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
            yield from ((name, value) for value in args)
        case ast.FunctionDef(name=name):
            returns = [n.value for n in ast.walk(node) if isinstance(n, ast.Return)]
            yield from ((name, value) for value in returns if value)


def strings(value: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """Give the strings that an expression may be: itself, either branch, or a dict's values."""
    match value:
        case ast.Constant(value=str(word)):
            yield word
        case ast.Name(id=name) if name in constants:
            yield from strings(constants[name], constants)
        case ast.IfExp(body=yes, orelse=no):
            yield from (*strings(yes, constants), *strings(no, constants))
        case ast.Dict(values=values):
            yield from chain.from_iterable(strings(v, constants) for v in values)


@cache
def modules(*folders: str) -> tuple[ast.Module, ...]:
    paths = [path for name in folders for path in sorted((PACKAGE / name).rglob("*.py"))]
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in paths)

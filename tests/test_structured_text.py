"""The example in docs/structured-text.md follows its rules, and is preserved by RDF libraries."""

import re
from functools import cache

import pyoxigraph as ox
import pytest
from lxml import etree
from msgspec.structs import replace
from rdflib import RDF, SH, Graph, Literal, URIRef

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping import statements
from kv2rdf.model.dossier import Cluster
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.structured_text import check_markup
from kv2rdf.model.text import Note
from kv2rdf.rdf import nquads, turtle
from kv2rdf.rdf.terms import Iri, TypedLiteral
from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.validation.engines import Pyshacl, Shacl, shapes_in
from tests.linking.dossiers import dossier
from tests.ontology_terms import ROOT
from tests.papers import paper, part, passage

_MARKUP = Iri(f"{PREFIXES['kv']}markup")
_HEADER = f"""{turtle.header(HOME)}
@prefix ks: <{HOME}/shapes#> .
@prefix rdf: <{RDF}> .
@prefix sh: <{SH}> .
"""
_PART = "ks:Part a sh:NodeShape ; sh:targetSubjectsOf kv:markup ; sh:property ks:markup .\n"
_SHAPE = URIRef(f"{HOME}/shapes#markup")


@cache
def blocks() -> list[str]:
    """Return the Turtle of the page, block by block: the example and the shape."""
    page = (ROOT / "docs" / "structured-text.md").read_text(encoding="utf-8")
    return re.findall(r"^```turtle\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def values(name: str) -> list[str]:
    """Return the values of a property in the example, exactly as the page shows them."""
    parsed = ox.parse(_HEADER + blocks()[0], format=ox.RdfFormat.TURTLE)
    predicate = ox.NamedNode(f"{PREFIXES['kv']}{name}")
    return [
        quad.object.value
        for quad in parsed
        if quad.predicate == predicate and isinstance(quad.object, ox.Literal)
    ]


def canonical(markup: str) -> str:
    return etree.tostring(etree.fromstring(markup), method="c14n", exclusive=True).decode()


def line(literal: TypedLiteral) -> str:
    (found,) = nquads.triple_lines([(Iri(f"{HOME}/id/x"), _MARKUP, literal)])
    return found


def test_the_text_follows_from_the_markup() -> None:
    (markup,), (text,), (offset,) = values("markup"), values("text"), values("offset")
    check_markup(markup, text, [int(offset)])
    assert "\n\t" in text


def test_the_example_is_what_is_published_of_such_a_question() -> None:
    (markup,), (text,), (offset,) = values("markup"), values("text"), values("offset")
    marked = replace(passage(text, ("1", int(offset))), markup=markup)
    asks = replace(
        paper("kv-tk-2030Z00001", PaperKind.QUESTIONS, cases=(("2030Z00001",),)),
        questions=(part("Een?", "1"), replace(part("", "2"), text=marked)),
        question_notes=(Note(number="1", text="De Krant"),),
    )
    graphs = statements(Cluster(dossiers=(dossier(asks),)), Addresses())
    published = {line for _, triples in graphs for line in nquads.triple_lines(triples)}
    example = ox.parse(_HEADER + blocks()[0], format=ox.RdfFormat.TURTLE)
    shown = {f"{quad.triple} .\n" for quad in example}
    assert len(shown) == 9
    assert shown <= published


def test_the_markup_is_canonical() -> None:
    (markup,) = values("markup")
    assert canonical(markup) == markup
    assert canonical(markup.replace("<th></th>", "<th />")) == markup


def test_our_syntaxes_and_oxigraph_keep_every_byte() -> None:
    (markup,) = values("markup")
    written = line(TypedLiteral(markup, Iri(RDF.XMLLiteral)))
    store = ox.Store()
    store.load(written.encode(), format=ox.RdfFormat.N_QUADS)
    assert store.dump(format=ox.RdfFormat.N_QUADS) == written.encode()
    ours = turtle.header(HOME) + turtle.body([written], HOME)
    (quad,) = ox.parse(ours, format=ox.RdfFormat.TURTLE)
    assert quad.object == ox.Literal(markup, datatype=ox.NamedNode(RDF.XMLLiteral))


def test_rdflib_keeps_the_value_and_not_the_bytes() -> None:
    (markup,) = values("markup")
    written = line(TypedLiteral(markup, Iri(RDF.XMLLiteral)))
    (read,) = Graph().parse(data=written, format="nt").objects()
    assert isinstance(read, Literal)
    assert str(read) != markup
    assert canonical(str(read)) == markup


def test_the_shape_of_the_page_is_that_of_the_shapes() -> None:
    on_the_page = Graph().parse(data=_HEADER + blocks()[1])
    published = shapes_in(folder("shapes"))
    assert set(on_the_page) == set(published.triples((_SHAPE, None, None)))


@pytest.mark.parametrize("engine", [Pyshacl, Shacl])
def test_the_shape_accepts_the_example_and_refuses_other_literals(
    engine: type[Pyshacl | Shacl],
) -> None:
    checked = engine(Graph().parse(data=_HEADER + _PART + blocks()[1]))
    (markup,) = values("markup")
    good = line(TypedLiteral(markup, Iri(RDF.XMLLiteral)))
    assert checked.validate(good) == ()
    for text, datatype in ((markup, RDF.HTML), (markup[:-6], RDF.XMLLiteral)):
        assert checked.validate(line(TypedLiteral(text, Iri(datatype))))
    other = TypedLiteral(markup.replace("2029", "2030"), Iri(RDF.XMLLiteral))
    assert checked.validate(good + line(other))

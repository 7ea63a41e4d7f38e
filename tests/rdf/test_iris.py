"""Addresses are either refused, or kept byte for byte by all RDF readers that we use."""

from itertools import chain, starmap
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, URIRef

from kv2rdf.rdf import nquads, rdflib_graph
from kv2rdf.rdf.iris import is_iri
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.turtle import header
from tests.hostile_addresses import HOSTILE, ODD

PROPERTY, GRAPH = Iri("http://example.org/p"), Iri("http://example.org/g")


def addresses_read(address: str) -> set[str]:
    """Return an address as each reader reads it, from N-Quads, N-Triples and Turtle."""
    (line,) = nquads.quad_lines([(Iri(address), PROPERTY, Iri(address))], GRAPH)
    triple = nquads.as_triple(line)
    turtle = f"{header('http://example.org')}{triple}"
    store = ox.Store()
    store.bulk_load(line.encode(), format=ox.RdfFormat.N_QUADS)
    graphs = [
        Graph().parse(data=triple, format="nt"),
        Graph().parse(data=turtle, format="turtle"),
        rdflib_graph.graph([(Iri(address), PROPERTY, Iri(address))]),
    ]
    graphs.append(Graph().parse(data=graphs[-1].serialize(format="turtle"), format="turtle"))
    parsed = ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)
    found = {str(term) for graph in graphs for s, _, o in graph for term in (s, o)}
    for quad in (*store, *parsed):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode)
        found |= {quad.subject.value, quad.object.value}
    return found


@pytest.mark.parametrize("address", [a for a in (*HOSTILE, *ODD) if is_iri(a)], ids=quote)
def test_an_accepted_address_is_kept_by_every_reader(address: str) -> None:
    assert addresses_read(address) == {address}


@given(st.text(st.characters(codec="utf-8"), max_size=6), st.sampled_from(["", "?", "#"]))
def test_any_accepted_characters_are_kept_by_every_reader(text: str, before: str) -> None:
    address = f"http://example.org/{before}{text}"
    if is_iri(address):
        assert addresses_read(address) == {address}


def test_every_character_of_an_address_is_judged_as_by_the_readers() -> None:
    """Every character that is accepted in a path is kept. All are in one file."""
    ranges = ((0, 0x2100), (0xD7F0, 0xE010), (0xF8F0, 0xFA00), (0xFDC0, 0xFE00), (0xFFE0, 0x10010))
    codes = chain.from_iterable(starmap(range, ranges))
    kept = [a for code in codes if is_iri(a := f"http://example.org/{chr(code)}")]
    lines = "".join(nquads.triple_lines((Iri(a), PROPERTY, PROPERTY) for a in kept))
    assert {str(s) for s in Graph().parse(data=lines, format="nt").subjects()} == set(kept)
    assert {URIRef("http://example.org/é")} < {URIRef(address) for address in kept}
    assert 5_000 < len(kept) < 9_000

"""Texts with characters that end a line only in Unicode, in the documents of entities."""

import pyoxigraph as ox

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.server.documents.rdf_syntax import readable_turtle
from tests.every_case import every_case


@every_case("end", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1e"])
def test_a_text_with_any_line_end_is_whole_in_turtle(end: str) -> None:
    thing, text = ox.NamedNode(f"{HOME}/x"), ox.Literal(f"een{end}twee drie")
    triples = [ox.Triple(thing, ox.NamedNode(f"{HOME}/def#text"), text)]
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    assert lines is not None
    turtle = readable_turtle(lines.decode(), HOME)
    assert [quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)] == triples

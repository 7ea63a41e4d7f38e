"""Canonical N-Quads."""

from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kv2rdf.errors import MintError
from kv2rdf.rdf import nquads, rdflib_graph
from kv2rdf.rdf.terms import Code, Dutch, English, Iri, Term, Triple
from tests.every_case import every_case

S, P = Iri("https://example.org/s"), Iri("https://example.org/p")
GRAPH = Iri("https://example.org/graph/1")
XSD = "http://www.w3.org/2001/XMLSchema#"
ANY_TEXT = st.text()
NAMES = st.text("abc/é~-.0123", min_size=1, max_size=8).map(
    lambda s: Iri(f"https://example.org/{s}")
)
TERMS: st.SearchStrategy[Term] = st.one_of(
    NAMES,
    ANY_TEXT.map(Dutch),
    ANY_TEXT.map(English),
    ANY_TEXT.map(Code),
    st.dates(),
    st.integers(-(10**9), 10**9),
    st.booleans(),
)
ROWS: st.SearchStrategy[list[Triple]] = st.lists(st.tuples(NAMES, NAMES, TERMS), max_size=12)


def parsed(*triples: Triple) -> list[ox.Quad]:
    """Return the quads that an independent parser reads from our N-Quads of these triples."""
    text = "".join(nquads.quad_lines(triples, GRAPH))
    return list(ox.parse(text.encode(), format=ox.RdfFormat.N_QUADS))


@given(ANY_TEXT)
def test_any_text_is_read_back_unchanged(text: str) -> None:
    for value, language in ((Dutch(text), "nl"), (English(text), "en"), (Code(text), None)):
        (quad,) = parsed((S, P, value))
        assert isinstance(quad.object, ox.Literal)
        assert (quad.object.value, quad.object.language) == (text, language)
        assert quad.graph_name == ox.NamedNode(GRAPH)


@every_case(
    ("value", "lexical", "datatype"),
    [
        (date(2022, 1, 8), "2022-01-08", "date"),
        (date(988, 1, 8), "0988-01-08", "date"),
        (0, "0", "integer"),
        (-7, "-7", "integer"),
        (True, "true", "boolean"),
        (False, "false", "boolean"),
        (Code("7"), "7", "string"),
    ],
)
def test_a_value_has_its_datatype(value: Term, lexical: str, datatype: str) -> None:
    (quad,) = parsed((S, P, value))
    assert isinstance(quad.object, ox.Literal)
    assert (quad.object.value, quad.object.datatype.value) == (lexical, XSD + datatype)


@every_case(
    ("text", "written"),
    [
        ("a\nb", r'"a\nb"'),
        ("\t\b\f\r", r'"\t\b\f\r"'),
        ('"\\', r'"\"\\"'),
        ("\x00\x0b\x1f\x7f", r'"\u0000\u000B\u001F\u007F"'),
        ("é«’»\u0085\u2028\ufeff🙂", '"é«’»\u0085\u2028\ufeff🙂"'),
        ("{}|^`<>'", '"{}|^`<>\'"'),
    ],
)
def test_characters_are_escaped_as_in_canonical_nquads(text: str, written: str) -> None:
    assert nquads.term(Code(text)) == written


@every_case(
    "address",
    ["", "no-scheme", "https://a b", "https://a\n", "https://<a>", 'https://"', "https://{a}",
     "https://a|b", "https://a^b", "https://a`b", "https://a\\b", "https://a\x00", "https://\ud800"],
)  # fmt: skip
def test_an_invalid_iri_is_refused(address: str) -> None:
    bad = Iri(address)
    for triple in ((bad, P, S), (S, bad, S), (S, P, bad)):
        with pytest.raises(MintError, match="not a valid address"):
            list(nquads.quad_lines([triple], GRAPH))
    with pytest.raises(MintError, match="not a valid address"):
        list(nquads.quad_lines([(S, P, S)], bad))


@given(ROWS)
def test_nquads_and_rdflib_have_the_same_triples(rows: list[Triple]) -> None:
    graph = rdflib_graph.graph(rows)
    lines = set(nquads.quad_lines(rows, GRAPH))
    read = Graph().parse(data="".join(map(nquads.as_triple, lines)), format="nt")
    assert set(read) == set(graph)
    assert len(lines) == len(graph)


@given(ROWS)
def test_a_line_is_split_into_its_terms_and_written_as_a_triple(rows: list[Triple]) -> None:
    for line, (subject, predicate, value) in zip(nquads.quad_lines(rows, GRAPH), rows, strict=True):
        terms = (f"<{subject}>", f"<{predicate}>", nquads.term(value), f"<{GRAPH}>")
        assert nquads.quad_terms(line) == terms
        assert nquads.as_triple(line) == f"{' '.join(terms[:3])} .\n"
        assert line.endswith(" .\n")
        assert line.count("\n") == 1


@given(ANY_TEXT)
def test_the_text_of_a_literal_is_read_back(text: str) -> None:
    for value in (Dutch(text), English(text), Code(text)):
        assert nquads.literal_text(nquads.term(value)) == text

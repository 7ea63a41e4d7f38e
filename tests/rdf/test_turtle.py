"""Turtle: its triples and its layout. pyoxigraph writes the same bytes."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import to_isomorphic

from kv2rdf.rdf import nquads, rdflib_graph, turtle
from kv2rdf.rdf.terms import Code, Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import DCT, ELI, HOME, KV, PREFIXES, RDF
from tests.every_case import every_case

KV_DOC = f"{HOME}/eli/nl/tk/kv/2022Z00634"
AH = f"{HOME}/eli/nl/tk/ah/20212022/1881"
CASE = Iri(f"{HOME}/eli/nl/tk/zaak/2022Z00634")


def one_section(*triples: Triple, heading: str = "Heading") -> str:
    """Return triples as the only section of a dossier."""
    return turtle.dossier([(heading, nquads.triple_lines(triples))], HOME)


def test_the_order_of_the_triples_is_kept_but_the_type_is_first() -> None:
    second, tenth = Iri(f"{KV_DOC}/vraag/2"), Iri(f"{KV_DOC}/vraag/10")
    text = one_section(
        (CASE, DCT.title, Dutch("Weer")),
        (CASE, ELI.related_to, tenth),
        (second, KV.ordinal, 2),
        (CASE, ELI.related_to, second),
        (CASE, RDF.type, KV.Dossier),
    )
    _, _, section = text.partition("# Heading\n\n")
    assert section == (
        "<eli/nl/tk/zaak/2022Z00634> a kv:Dossier ;\n"
        '\tdct:title "Weer"@nl ;\n'
        "\teli:related_to <eli/nl/tk/kv/2022Z00634/vraag/10> , "
        "<eli/nl/tk/kv/2022Z00634/vraag/2> .\n"
        "\n"
        "<eli/nl/tk/kv/2022Z00634/vraag/2> kv:ordinal 2 .\n"
    )


def test_an_empty_section_is_left_out() -> None:
    text = turtle.dossier(
        [("One", nquads.triple_lines([(CASE, KV.ordinal, 1)])), ("Two", [])], HOME
    )
    assert "# One\n" in text
    assert "# Two\n" not in text
    assert text.startswith(f"@base <{HOME}/> .\n@prefix ")


@every_case(
    "text",
    [
        f"zie <{HOME}/eli/nl/tk/zaak/1> aldaar",
        f'" <{HOME}/x> "',
        f"\\<{HOME}/x>\\",
        f'\\" <{HOME}/x>',
        f"een\n<{HOME}/x> .\n<{HOME}/y>",
        f"@prefix a: <{HOME}/x> .",
        "een .\ntwee",
    ],
)
def test_a_literal_that_looks_like_turtle_is_kept(text: str) -> None:
    read = Graph().parse(data=one_section((CASE, DCT.title, Dutch(text))), format="turtle")
    assert [str(value) for value in read.objects()] == [text]


@pytest.mark.parametrize("line_end", ["\u2028", "\u2029", "\u0085"])
def test_an_unusual_line_end_in_a_literal_is_kept(line_end: str) -> None:
    text = f"een{line_end}@prefix twee"
    read = Graph().parse(data=one_section((CASE, DCT.title, Dutch(text))), format="turtle")
    assert [str(value) for value in read.objects()] == [text]


def test_addresses_are_relative_to_the_base_and_without_escapes() -> None:
    text = one_section(
        (Iri(f"{KV_DOC}/vraag/5"), ELI.is_part_of, Iri(KV_DOC)), (CASE, KV.state, CASE)
    )
    _, _, body = text.partition("# Heading\n")
    assert HOME not in body
    assert "\\/" not in body
    assert "<eli/nl/tk/kv/2022Z00634/vraag/5> eli:is_part_of <eli/nl/tk/kv/2022Z00634> ." in body


LOCAL_NAMES = st.from_regex(re.compile(r"(\w([\w.-]*[\w-])?)?", re.ASCII), fullmatch=True)
NAMES = st.sampled_from([KV_DOC, f"{KV_DOC}/vraag/2", f"{AH}/antwoord/10", CASE, f"{HOME}/bron/a"])
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\u0085\u2028\u2029\x0b\x0c"),
)  # fmt: skip
VALUES = st.one_of(
    NAMES.map(Iri), TEXT.map(Dutch), TEXT.map(Code), st.integers(0, 99), st.dates(), st.booleans()
)
PREDICATES = st.sampled_from([RDF.type, DCT.title, DCT.isReplacedBy, KV.text, ELI.number])
ROWS = st.lists(st.tuples(NAMES.map(Iri), PREDICATES, VALUES), min_size=1, max_size=12)


@pytest.mark.long
@given(ROWS)
def test_two_other_parsers_read_the_same_triples(rows: list[Triple]) -> None:
    text = one_section(*rows)
    expected = rdflib_graph.graph(rows)
    assert to_isomorphic(Graph().parse(data=text, format="turtle")) == to_isomorphic(expected)
    read = {str(triple) for triple in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}
    ntriples = "".join(nquads.triple_lines(rows))
    assert read == {str(t) for t in ox.parse(ntriples.encode(), format=ox.RdfFormat.N_TRIPLES)}


ADDRESSES = st.one_of(
    NAMES.map(Iri),
    st.builds(lambda namespace, name: Iri(namespace + name),
              st.sampled_from(sorted(PREFIXES.values())), LOCAL_NAMES),
)  # fmt: skip
ANYTHING = st.one_of(VALUES, ADDRESSES, st.text(st.characters(exclude_categories=["Cs"])).map(Code))


@given(st.lists(st.tuples(ADDRESSES, st.one_of(PREDICATES, ADDRESSES), ANYTHING), min_size=1))
def test_pyoxigraph_writes_the_same_bytes_apart_from_the_base(rows: list[Triple]) -> None:
    def type_first(line: str) -> tuple[str, bool, str]:
        subject, predicate, _ = line.split(" ", 2)
        return subject, predicate != f"<{RDF.type}>", line

    lines = sorted(set(nquads.triple_lines(rows)), key=type_first)
    triples = ox.parse("".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES)
    theirs = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""
    ours = turtle.body(lines, "https://elsewhere.example").replace(" .\n\n", " .\n")
    assert ours == re.sub(r"^@prefix .*\n", "", theirs.decode(), flags=re.MULTILINE)

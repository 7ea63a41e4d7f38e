"""Turtle: what it says, how it reads, and that pyoxigraph writes the same."""

import re
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import to_isomorphic

from kv2rdf.publish import graphs, nquads, turtle
from kv2rdf.terms import Code, Dutch, Iri, Triple
from kv2rdf.vocab import DCT, ELI, HOME, KV, PREFIXES, RDF

GRAPH = Iri(f"{HOME}/graph/2022Z00634")
KV_DOC = f"{HOME}/eli/nl/tk/kv/2022Z00634"
AH = f"{HOME}/eli/nl/tk/ah/20212022/1881"
CASE = Iri(f"{HOME}/eli/nl/tk/zaak/2022Z00634")


def written(*triples: Triple, heading: str = "Said") -> str:
    """Write triples as one section of a dossier."""
    return turtle.dossier([(heading, nquads.triples(triples))], HOME)


def subjects(text: str) -> list[str]:
    """Give the subjects of a file, in their order."""
    return re.findall(r"^<([^>]*)> ", text, re.MULTILINE)


def test_the_process_comes_first_then_questions_then_answers_two_before_ten() -> None:
    shuffled = ["ah/20212022/1881", "kv/2022Z00634/vraag/10", "zaak/2022Z00634#indiening",
                "kv/2022Z00634/vraag/2", "ah/20212022/1881/antwoord/2", "zaak/2022Z00634",
                "kv/2022Z00634", "ah/20212022/1881/antwoord/10"]  # fmt: skip
    rows = [(Iri(f"{HOME}/eli/nl/tk/{path}"), KV.ordinal, 1) for path in shuffled]
    rows.append((Iri(f"{HOME}/bron/a.xml"), DCT.identifier, 1))
    old = Iri(f"{HOME}/eli/nl/tk/zaak/0")
    assert subjects(written((old, DCT.isReplacedBy, CASE), *rows)) == [
        "eli/nl/tk/zaak/2022Z00634",
        "eli/nl/tk/zaak/2022Z00634#indiening",
        "eli/nl/tk/kv/2022Z00634",
        "eli/nl/tk/kv/2022Z00634/vraag/2",
        "eli/nl/tk/kv/2022Z00634/vraag/10",
        "eli/nl/tk/ah/20212022/1881",
        "eli/nl/tk/ah/20212022/1881/antwoord/2",
        "eli/nl/tk/ah/20212022/1881/antwoord/10",
        "bron/a.xml",
        "eli/nl/tk/zaak/0",
    ]


def test_the_type_comes_first_and_many_values_in_natural_order() -> None:
    parts = [Iri(f"{KV_DOC}/vraag/{n}") for n in (10, 9, 1)]
    rows: list[Triple] = [(CASE, DCT.title, Dutch("Weer")), (CASE, RDF.type, KV.Dossier)]
    text = written(*((CASE, ELI.related_to, part) for part in parts), *rows)
    _, _, block = text.partition("# Said\n\n")
    lines = block.split("\n")
    assert lines[0] == "<eli/nl/tk/zaak/2022Z00634> a kv:Dossier ;"
    doc = "eli/nl/tk/kv/2022Z00634/vraag"
    assert lines[1] == f"\teli:related_to <{doc}/1> , <{doc}/9> , <{doc}/10> ;"


def test_what_is_said_twice_stands_once_and_an_empty_section_not_at_all() -> None:
    row = (CASE, DCT.title, Dutch("Weer"))
    lines = list(nquads.triples([row, row]))
    text = turtle.dossier([("One", lines), ("Two", [])], HOME)
    assert text.count("Weer") == 1
    assert "# One\n" in text
    assert "# Two\n" not in text
    assert text.startswith(f"@base <{HOME}/> .\n@prefix ")


@pytest.mark.parametrize(
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
def test_a_literal_is_never_touched(text: str) -> None:
    back = Graph().parse(data=written((CASE, DCT.title, Dutch(text))), format="turtle")
    assert [str(value) for value in back.objects()] == [text]


@pytest.mark.parametrize("cut", ["\u2028", "\u2029", "\u0085"])
def test_a_literal_with_another_line_end_is_never_touched(cut: str) -> None:
    text = f"een{cut}@prefix twee"
    back = Graph().parse(data=written((CASE, DCT.title, Dutch(text))), format="turtle")
    assert [str(value) for value in back.objects()] == [text]


def test_addresses_stand_relative_to_the_base_and_without_an_escape() -> None:
    text = written((Iri(f"{KV_DOC}/vraag/5"), ELI.is_part_of, Iri(KV_DOC)), (CASE, KV.state, CASE))
    _, _, body = text.partition("# Said\n")
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


@given(ROWS)
def test_two_peers_read_back_the_triples_that_went(rows: list[Triple]) -> None:
    text = written(*rows)
    expected = graphs.graph(rows)
    assert to_isomorphic(Graph().parse(data=text, format="turtle")) == to_isomorphic(expected)
    back = {str(triple) for triple in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}
    ntriples = "".join(nquads.triples(rows))
    assert back == {str(t) for t in ox.parse(ntriples.encode(), format=ox.RdfFormat.N_TRIPLES)}


ADDRESSES = st.one_of(
    NAMES.map(Iri),
    st.builds(lambda namespace, name: Iri(namespace + name),
              st.sampled_from(sorted(PREFIXES.values())), LOCAL_NAMES),
)  # fmt: skip
ANYTHING = st.one_of(VALUES, ADDRESSES, st.text(st.characters(exclude_categories=["Cs"])).map(Code))


@given(st.lists(st.tuples(ADDRESSES, st.one_of(PREDICATES, ADDRESSES), ANYTHING), min_size=1))
def test_pyoxigraph_writes_the_same_bytes_but_for_the_base(rows: list[Triple]) -> None:
    def type_first(line: str) -> tuple[str, bool, str]:
        subject, predicate, _ = line.split(" ", 2)
        return subject, predicate != f"<{RDF.type}>", line

    lines = sorted(set(nquads.triples(rows)), key=type_first)
    triples = ox.parse("".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES)
    theirs = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""
    ours = turtle.body(lines, "https://elsewhere.example").replace(" .\n\n", " .\n")
    assert ours == re.sub(r"^@prefix .*\n", "", theirs.decode(), flags=re.MULTILINE)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(rows: list[Triple], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert written(*shuffled) == written(*rows)


def test_a_number_of_any_length_has_its_place() -> None:
    short, long = "9" * 5_000, "1" * 5_001
    rows = [(Iri(KV_DOC), ELI.number, Code(digits)) for digits in (long, short)]
    written = turtle.dossier([("All", nquads.triples(rows))], HOME)
    assert 0 < written.index(short) < written.index(long)

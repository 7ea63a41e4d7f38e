"""The order and the headings of the Turtle of a golden case."""

import re

import pytest

from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import DCT, HOME, KV, RDF, SKOS
from tests.golden_turtle import CaseGraph, grouped_turtle

CASE = Iri(f"{HOME}/eli/nl/tk/zaak/1")
FORMER = Iri(f"{HOME}/eli/nl/tk/zaak/KVR1")
QUESTIONS = f"{HOME}/eli/nl/tk/kv/1/vraag"
SECOND, TENTH = Iri(f"{QUESTIONS}/2"), Iri(f"{QUESTIONS}/10")
MARK, FINDING = Iri(f"{QUESTIONS}/2#noot-1"), Iri(f"{HOME}/eli/nl/tk/kv/1#leeg-onderdeel")
HEADING = Iri(f"{HOME}/id/rubriek/Water")
PRINTED: tuple[Triple, ...] = (
    (CASE, RDF.type, KV.Dossier),
    (TENTH, RDF.type, KV.Question),
    (TENTH, KV.text, Dutch('Staat er "skos:note" of owl:Thing?')),
    (MARK, RDF.type, KV.FootnoteMark),
    (SECOND, RDF.type, KV.Question),
    (FORMER, DCT.isReplacedBy, CASE),
)
INFERRED: tuple[Triple, ...] = (
    (CASE, KV.daysToAnswer, 3),
    (FINDING, RDF.type, KV.Finding),
    (SECOND, KV.joinedText, Dutch("Ja?")),
)
REGISTER: tuple[Triple, ...] = ((HEADING, RDF.type, SKOS.Concept),)


def lines(triples: tuple[Triple, ...]) -> tuple[str, ...]:
    """Return triples as N-Triples lines."""
    return tuple(nquads.triple_lines(triples))


def turtle_of(dossiers: dict[str, tuple[Triple, ...]], register: tuple[Triple, ...] = ()) -> str:
    """Return the Turtle of dossiers with some printed triples, and with ``INFERRED``."""
    graphs = [
        graph
        for id_, printed in dossiers.items()
        for graph in (
            CaseGraph(id_, lines(printed), is_inferred=False),
            CaseGraph(id_, lines(INFERRED), is_inferred=True),
        )
    ]
    return grouped_turtle(graphs, lines(register), HOME)


def headings(text: str) -> list[str]:
    """Return the headings of groups."""
    return re.findall("^# (.*)$", text, re.MULTILINE)


def test_findings_and_texts_come_first_and_the_register_and_former_addresses_last() -> None:
    assert headings(turtle_of({"1": PRINTED}, REGISTER)) == [
        "Findings, inferred",
        "Questions",
        "Questions, inferred",
        "Case and activities",
        "Case and activities, inferred",
        "Names, register entries and sources",
        "Former addresses",
    ]


def test_a_mark_follows_its_text_and_the_numbers_are_in_natural_order() -> None:
    _, _, rest = turtle_of({"1": PRINTED}).partition("# Questions\n\n")
    assert re.findall("^<(.*?)>", rest.partition("\n# ")[0], re.MULTILINE) == [
        "eli/nl/tk/kv/1/vraag/2",
        "eli/nl/tk/kv/1/vraag/2#noot-1",
        "eli/nl/tk/kv/1/vraag/10",
    ]


def test_only_the_prefixes_that_are_used_are_declared() -> None:
    used = re.findall("^@prefix (.*?):", turtle_of({"1": PRINTED}), re.MULTILINE)
    assert used == ["kv", "dct"]
    with_register = turtle_of({"1": PRINTED}, REGISTER)
    assert re.findall("^@prefix (.*?):", with_register, re.MULTILINE) == ["kv", "dct", "skos"]


def test_a_heading_names_the_dossier_if_there_are_several() -> None:
    assert headings(turtle_of({"1": PRINTED, "2": PRINTED}))[:4] == [
        "Findings of 1, inferred",
        "Findings of 2, inferred",
        "Questions of 1",
        "Questions of 1, inferred",
    ]


@pytest.mark.parametrize("class_", [SKOS.Concept, None])
def test_a_thing_that_is_in_no_group_is_refused(class_: Iri | None) -> None:
    row: Triple = (HEADING, RDF.type, class_) if class_ else (HEADING, KV.ordinal, 1)
    with pytest.raises(ValueError, match="rubriek/Water> must be in one group"):
        turtle_of({"1": (*PRINTED, row)})
